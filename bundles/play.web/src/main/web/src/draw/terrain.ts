// The soft ground, point by point: meadow, and what runs into it with uneven borders.
import type { Zone } from "../game/zone.ts";
import { chance } from "./pen.ts";

type Rgb = readonly [number, number, number];

interface Layer {
  names: ReadonlySet<string>;
  /** How much its border wavers, in shares of a tile. */
  wild: number;
  /** Colours by depth: below 0 outside, above inside; between two entries they blend. An alpha of 0 leaves what is below. */
  bands: readonly (readonly [number, Rgb, number])[];
  /** How much finer grain lightens and darkens it. */
  grain: number;
}

const LAYERS: readonly Layer[] = [
  {
    names: new Set(["marsh", "reeds"]), wild: 0.3, grain: 0.1,
    bands: [[-0.3, [112, 138, 76], 0], [-0.05, [98, 122, 70], 0.8], [0.2, [82, 106, 68], 1], [0.5, [70, 94, 66], 1]],
  },
  {
    names: new Set(["sand"]), wild: 0.22, grain: 0.05,
    bands: [[-0.1, [140, 164, 84], 0], [-0.03, [170, 172, 100], 0.85], [0.01, [218, 200, 140], 1], [0.1, [230, 213, 157], 1], [0.5, [224, 206, 149], 1]],
  },
  {
    names: new Set(["path"]), wild: 0.2, grain: 0.05,
    bands: [[-0.09, [104, 140, 62], 0], [-0.03, [112, 132, 66], 0.85], [0.005, [150, 124, 82], 1], [0.05, [178, 147, 102], 1], [0.22, [200, 168, 120], 1], [0.5, [210, 179, 131], 1]],
  },
];

const WATER: Layer = {
  names: new Set(["water", "bridge"]), wild: 0.12, grain: 0.04,
  bands: [
    [-0.2, [128, 142, 84], 0], [-0.07, [150, 140, 94], 0.95], [-0.01, [178, 164, 116], 1], [0.02, [222, 242, 244], 1], [0.06, [132, 196, 214], 1],
    [0.2, [86, 160, 196], 1], [0.5, [62, 132, 178], 1],
  ],
};
/** Points a tile. */
const PER = 20;
/** Rows of points between two rests. */
const ROWS = 8;

/** What each point of a square of tiles looks like; work that can be done bit by bit. */
export function* terrain(zone: Zone, left: number, top: number, tiles: number): Generator<void, ImageData> {
  const size = tiles * PER;
  const image = new ImageData(size, size);
  const near = new Tiles(zone, left - 1, top - 1, tiles + 2);
  const rgb: [number, number, number] = [0, 0, 0];
  for (let j = 0; j < size; j++) {
    if (j % ROWS === 0) {
      yield;
    }
    for (let i = 0; i < size; i++) {
      const x = left + (i + 0.5) / PER;
      const y = top + (j + 0.5) / PER;
      const fine = noise(x * 2.7, y * 2.7, 9) - 0.5;
      meadow(rgb, near, x, y, fine);
      for (const layer of LAYERS) {
        paint(rgb, layer, near, x, y, fine);
      }
      paint(rgb, WATER, near, x, y, fine);
      const at = (j * size + i) * 4;
      image.data[at] = rgb[0];
      image.data[at + 1] = rgb[1];
      image.data[at + 2] = rgb[2];
      image.data[at + 3] = 255;
    }
  }
  return image;
}

function meadow(rgb: [number, number, number], near: Tiles, x: number, y: number, fine: number): void {
  const tone = near.share(DARK, x, y) * 0.7 + noise(x / 6.3, y / 6.3, 9) * 0.75 - 0.3 + fine * 0.16;
  const t = Math.min(1, Math.max(0, tone));
  const warm = (noise(x / 11 + 40, y / 11, 10) - 0.4) * 26;
  rgb[0] = 134 - 46 * t + warm;
  rgb[1] = 184 - 42 * t + warm * 0.3;
  rgb[2] = 84 - 14 * t - warm * 0.4;
}

const DARK: ReadonlySet<string> = new Set(["grass2"]);

function paint(rgb: [number, number, number], layer: Layer, near: Tiles, x: number, y: number, fine: number): void {
  const share = near.share(layer.names, x, y);
  if (share === 0) {
    return;
  }
  const depth = share - 0.5 + (share < 0.98 ? (noise(x * 1.3, y * 1.3, 11) - 0.5) * layer.wild + fine * layer.wild * 0.4 : 0);
  const { bands } = layer;
  let i = 0;
  while (i < bands.length && depth > (bands[i] as (typeof bands)[number])[0]) {
    i++;
  }
  if (i === 0) {
    return;
  }
  const [fromAt, from, fromAlpha] = bands[i - 1] as (typeof bands)[number];
  const [toAt, to, toAlpha] = bands[Math.min(i, bands.length - 1)] as (typeof bands)[number];
  const t = toAt === fromAt ? 0 : (depth - fromAt) / (toAt - fromAt);
  const alpha = fromAlpha + (toAlpha - fromAlpha) * t;
  const light = 1 + fine * layer.grain * 2;
  for (let c = 0; c < 3; c++) {
    const colour = ((from[c] as number) + ((to[c] as number) - (from[c] as number)) * t) * light;
    rgb[c] = (rgb[c] as number) + (colour - (rgb[c] as number)) * alpha;
  }
}

/** The tiles around, and how much of a kind is at a point: smooth from tile to tile. */
class Tiles {
  private readonly names: string[] = [];
  private readonly masks = new Map<ReadonlySet<string>, Uint8Array>();

  constructor(
    zone: Zone,
    private readonly left: number,
    private readonly top: number,
    private readonly size: number,
  ) {
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        this.names.push(beneath(zone, left + x, top + y));
      }
    }
  }

  share(of: ReadonlySet<string>, x: number, y: number): number {
    const mask = this.mask(of);
    const cx = Math.floor(x) - this.left;
    const cy = Math.floor(y) - this.top;
    const fx = x - Math.floor(x);
    const fy = y - Math.floor(y);
    let sum = 0;
    for (let dy = -1; dy <= 1; dy++) {
      const row = (cy + dy) * this.size + cx;
      const across = (mask[row - 1] as number) * before(fx) + (mask[row] as number) * here(fx) + (mask[row + 1] as number) * after(fx);
      sum += across * (dy < 0 ? before(fy) : dy === 0 ? here(fy) : after(fy));
    }
    return sum;
  }

  private mask(of: ReadonlySet<string>): Uint8Array {
    let mask = this.masks.get(of);
    if (mask === undefined) {
      mask = Uint8Array.from(this.names, (name) => (of.has(name) ? 1 : 0));
      this.masks.set(of, mask);
    }
    return mask;
  }
}

/** Weights of a tile and its neighbours at a place within it. */
function before(f: number): number {
  return 0.5 * (1 - f) * (1 - f);
}
function after(f: number): number {
  return 0.5 * f * f;
}
function here(f: number): number {
  return 1 - before(f) - after(f);
}

const AROUND = [[-1, 0], [1, 0], [0, -1], [0, 1]] as const;

/** What lies below flowers and slabs: what most of the neighbours are. */
function beneath(zone: Zone, x: number, y: number): string {
  const name = zone.groundAt(x, y);
  if (name !== "flower") {
    return name;
  }
  const names = AROUND.map(([dx, dy]) => zone.groundAt(x + dx, y + dy)).filter((each) => each !== "flower");
  return names.sort((a, b) => names.filter((each) => each === b).length - names.filter((each) => each === a).length)[0] ?? "grass";
}

/** Smooth noise in 0..1. */
export function noise(x: number, y: number, salt: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = ease(x - ix);
  const fy = ease(y - iy);
  const upper = chance(ix, iy, salt) * (1 - fx) + chance(ix + 1, iy, salt) * fx;
  const lower = chance(ix, iy + 1, salt) * (1 - fx) + chance(ix + 1, iy + 1, salt) * fx;
  return upper * (1 - fy) + lower * fy;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}
