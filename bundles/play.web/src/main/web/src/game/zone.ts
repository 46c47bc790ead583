// A zone from a Tiled map: tiles by name, and where nobody walks.

import { Blocking, numberOf, shapeOf } from "./collision.ts";
import type { TiledLayer, TiledMap, TiledObject, TiledSet, TiledTile } from "./tiled.ts";

export interface Place {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Pixels of a tile in the editor. */
interface Size {
  x: number;
  y: number;
}

/** Where monsters of a kind live. */
export interface Spawn extends Place {
  monster: string;
}

/** The one ground that nobody walks on. */
const WATER = "water";

export class Zone {
  readonly width: number;
  readonly height: number;
  readonly safe: Place[] = [];
  /** Regions with a name for people. */
  readonly areas: Place[] = [];
  readonly spawns: Spawn[] = [];
  /** Where one comes in, and back from death. */
  start = { x: 0, y: 0 };
  private readonly ground: string[];
  private readonly objects: string[];
  private readonly solid: Uint8Array;

  constructor(
    readonly name: string,
    map: TiledMap,
  ) {
    this.width = map.width;
    this.height = map.height;
    this.ground = new Array<string>(this.width * this.height).fill("");
    this.objects = new Array<string>(this.width * this.height).fill("");
    this.solid = new Uint8Array(this.width * this.height);
    this.layers(map.layers, tilesOf(map.tilesets), new Blocking(map), { x: map.tilewidth, y: map.tileheight ?? map.tilewidth });
  }

  private layers(layers: readonly TiledLayer[], tiles: Map<number, TiledTile>, blocking: Blocking, size: Size): void {
    for (const layer of layers) {
      if (layer.type === "tilelayer") {
        this.read(layer, tiles, blocking);
      } else if (layer.type === "group") {
        this.layers(layer.layers ?? [], tiles, blocking, size);
      } else {
        this.places(layer, size);
      }
    }
  }

  /** The ground's name at a tile; beyond the border that of the nearest tile. */
  groundAt(x: number, y: number): string {
    const cx = Math.min(this.width - 1, Math.max(0, x));
    const cy = Math.min(this.height - 1, Math.max(0, y));
    return this.ground[cy * this.width + cx] ?? "";
  }

  /** What stands on a tile, or the empty string. */
  objectAt(x: number, y: number): string {
    return x < 0 || y < 0 || x >= this.width || y >= this.height ? "" : (this.objects[y * this.width + x] ?? "");
  }

  /** The name of the region around a point, or the empty string. */
  areaAt(x: number, y: number): string {
    return this.areas.find((each) => covers(each, x, y))?.name ?? "";
  }

  /** Whether nobody is harmed at a point. */
  safeAt(x: number, y: number): boolean {
    return this.safe.some((each) => covers(each, x, y));
  }

  blocked(x: number, y: number): boolean {
    return x < 0 || y < 0 || x >= this.width || y >= this.height || this.solid[y * this.width + x] === 1;
  }

  /** Whether a round body cannot stand here: the server's rule, to the letter. */
  blockedFor(x: number, y: number, radius: number): boolean {
    const left = Math.floor(x - radius);
    const right = Math.floor(x + radius);
    const top = Math.floor(y - radius);
    const bottom = Math.floor(y + radius);
    return this.blocked(left, top) || this.blocked(right, top) || this.blocked(left, bottom) || this.blocked(right, bottom);
  }

  private read(layer: TiledLayer, tiles: Map<number, TiledTile>, blocking: Blocking): void {
    const data = numbers(layer);
    const land = layer.name === "ground";
    for (let i = 0; i < this.solid.length; i++) {
      const gid = data[i] ?? 0;
      if (gid === 0) {
        continue;
      }
      const tile = tiles.get(numberOf(gid));
      const steps = blocking.steps(gid);
      for (const { x, y } of steps) {
        this.block((i % this.width) + x, Math.floor(i / this.width) + y);
      }
      const name = tile?.type || tile?.class || "unknown";
      // Whoever draws all on one layer has walls and trees in the ground: they stand on what lies beside them.
      (land && (steps.length === 0 || name === WATER) ? this.ground : this.objects)[i] = name;
    }
    if (land) {
      this.underlay();
    }
  }

  /** Gives tiles without a ground of their own that of a neighbour. */
  private underlay(): void {
    const { ground, width } = this;
    const beside = (i: number): string => {
      for (const step of [1, -1, width, -width, width + 1, -width - 1, width - 1, 1 - width]) {
        const name = ground[i + step];
        if (name !== undefined && name !== "" && name !== WATER) {
          return name;
        }
      }
      return "";
    };
    const found = ground.map((name, i) => (name === "" ? beside(i) : name));
    found.forEach((name, i) => (ground[i] = name));
  }

  private block(x: number, y: number): void {
    if (x >= 0 && y >= 0 && x < this.width && y < this.height) {
      this.solid[y * this.width + x] = 1;
    }
  }

  /** Tiles whose middle it covers. */
  private cover(object: TiledObject, size: Size): void {
    const covers = shapeOf(object);
    for (let i = 0; covers !== undefined && i < this.solid.length; i++) {
      if (covers(((i % this.width) + 0.5) * size.x, (Math.floor(i / this.width) + 0.5) * size.y)) {
        this.solid[i] = 1;
      }
    }
  }

  private places(layer: TiledLayer, size: Size): void {
    for (const each of layer.objects ?? []) {
      const kind = each.type || each.class;
      const place = { name: each.name ?? "", x: each.x / size.x, y: each.y / size.y, width: (each.width ?? 0) / size.x, height: (each.height ?? 0) / size.y };
      if (layer.name === "collision") {
        this.cover(each, size);
      } else if (kind === "spawn") {
        const monster = each.properties?.find((property) => property.name === "monster")?.value;
        this.spawns.push({ ...place, monster: String(monster ?? "") });
      } else if (kind === "start") {
        this.start = { x: place.x, y: place.y };
      } else {
        (kind === "safe" ? this.safe : kind === "area" ? this.areas : undefined)?.push(place);
      }
    }
  }
}

function covers(place: Place, x: number, y: number): boolean {
  return x >= place.x && y >= place.y && x < place.x + place.width && y < place.y + place.height;
}

function tilesOf(sets: TiledSet[]): Map<number, TiledTile> {
  const tiles = new Map<number, TiledTile>();
  for (const set of sets) {
    for (const tile of set.tiles ?? []) {
      tiles.set(set.firstgid + tile.id, tile);
    }
  }
  return tiles;
}

function numbers(layer: TiledLayer): ArrayLike<number> {
  if (Array.isArray(layer.data)) {
    return layer.data;
  }
  if (layer.encoding !== "base64" || layer.compression || layer.data === undefined) {
    throw new Error(`layer ${layer.name} is neither plain nor base64: save the map as CSV or uncompressed base64`);
  }
  const bytes = Uint8Array.from(atob(layer.data), (letter) => letter.charCodeAt(0));
  return new Uint32Array(bytes.buffer);
}

/** Fetches the map of a zone. */
export async function loadZone(name: string): Promise<Zone> {
  const response = await fetch(`/zones/${encodeURIComponent(name)}.json`);
  if (!response.ok) {
    throw new Error(`The map of ${name} could not be loaded (${response.status}).`);
  }
  return new Zone(name, (await response.json()) as TiledMap);
}
