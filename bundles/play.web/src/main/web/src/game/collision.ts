// What blocks: shapes of Tiled, and the tiles of the map whose middles they cover. The server's rules, to the letter.
import type { TiledMap, TiledObject, TiledPoint, TiledSet, TiledTile } from "./tiled.ts";

const ACROSS = 0x80000000;
const DOWN = 0x40000000;
const DIAGONAL = 0x20000000;
/** A tile's number without Tiled's bits for flips. */
const NUMBER = 0x0fffffff;
/** Tiles that a shape may reach from its own. */
const REACH = 8;

type Covers = (px: number, py: number) => boolean;

/** The shape of an object; nothing for points, lines, texts and pictures, which cover nothing. */
export function shapeOf(object: TiledObject): Covers | undefined {
  const { x, y, width = 0, height = 0, rotation = 0, polygon } = object;
  const bare = object.polyline === undefined && object.text === undefined && object.gid === undefined && object.point !== true;
  if (polygon === undefined && (!bare || width <= 0 || height <= 0)) {
    return undefined;
  }
  // Quarter turns are exact, so that edges on the grid stay on it.
  const angle = rotation * 0.017453292519943295;
  const exact = Number.isInteger(rotation / 90);
  const cos = exact ? Math.round(Math.cos(angle)) : Math.cos(angle);
  const sin = exact ? Math.round(Math.sin(angle)) : Math.sin(angle);
  const inside: Covers =
    polygon !== undefined ? (dx, dy) => within(polygon, dx, dy)
    : object.ellipse === true ? (dx, dy) => ((dx - width / 2) / (width / 2)) ** 2 + ((dy - height / 2) / (height / 2)) ** 2 < 1
    : (dx, dy) => dx >= 0 && dy >= 0 && dx < width && dy < height;
  return (px, py) => inside((px - x) * cos + (py - y) * sin, (py - y) * cos - (px - x) * sin);
}

/** Counts the edges to the right: an odd number is inside. */
function within(corners: readonly TiledPoint[], px: number, py: number): boolean {
  let inside = false;
  let b = corners[corners.length - 1] as TiledPoint;
  for (const a of corners) {
    if (a.y > py !== b.y > py && px < ((b.x - a.x) * (py - a.y)) / (b.y - a.y) + a.x) {
      inside = !inside;
    }
    b = a;
  }
  return inside;
}

interface Solid {
  shapes: Covers[];
  own: boolean;
  width: number;
  height: number;
  offset: TiledPoint;
}

/** Which tiles of the map a tile blocks, wherever it stands. */
export class Blocking {
  private readonly solids = new Map<number, Solid>();
  private readonly known = new Map<number, readonly TiledPoint[]>();
  private readonly grid: { width: number; height: number };

  constructor(map: TiledMap) {
    this.grid = { width: map.tilewidth, height: map.tileheight ?? map.tilewidth };
    for (const set of map.tilesets) {
      for (const tile of set.tiles ?? []) {
        this.add(set, tile);
      }
    }
  }

  private add(set: TiledSet, tile: TiledTile): void {
    const shapes = (tile.objectgroup?.objects ?? []).map(shapeOf).filter((each) => each !== undefined);
    const own = tile.properties?.some((each) => each.name === "blocked" && each.value === true) === true;
    if (own || shapes.length > 0) {
      this.solids.set(set.firstgid + tile.id, {
        shapes, own,
        width: tile.imagewidth ?? set.tilewidth ?? this.grid.width,
        height: tile.imageheight ?? set.tileheight ?? this.grid.height,
        offset: set.tileoffset ?? { x: 0, y: 0 },
      });
    }
  }

  /** Steps from a tile with this number, flips and all, to those that it blocks. */
  steps(gid: number): readonly TiledPoint[] {
    let steps = this.known.get(gid);
    if (steps === undefined) {
      steps = this.reckon(gid);
      this.known.set(gid, steps);
    }
    return steps;
  }

  private reckon(gid: number): TiledPoint[] {
    const solid = this.solids.get(numberOf(gid));
    const steps: TiledPoint[] = [];
    for (let y = -REACH; solid !== undefined && y <= REACH; y++) {
      for (let x = -REACH; x <= REACH; x++) {
        if ((solid.own && x === 0 && y === 0) || this.covers(solid, gid, x, y)) {
          steps.push({ x, y });
        }
      }
    }
    return steps;
  }

  private covers(solid: Solid, gid: number, stepX: number, stepY: number): boolean {
    const diagonal = (gid & DIAGONAL) !== 0;
    const width = diagonal ? solid.height : solid.width;
    const height = diagonal ? solid.width : solid.height;
    // A picture larger than the grid stands on the lower edge of its tile.
    const px = (stepX + 0.5) * this.grid.width - solid.offset.x;
    const py = (stepY + 0.5) * this.grid.height - solid.offset.y - (this.grid.height - height);
    const x = (gid & ACROSS) !== 0 ? width - px : px;
    const y = (gid & DOWN) !== 0 ? height - py : py;
    return solid.shapes.some((shape) => (diagonal ? shape(y, x) : shape(x, y)));
  }
}

export function numberOf(gid: number): number {
  return gid & NUMBER;
}
