// The ground, painted once a chunk: soft meadow, and on it regions with rounded borders.
import type { Zone } from "../game/zone.ts";
import { type Ctx, chance } from "./pen.ts";
import { growth } from "./growth.ts";
import { planks } from "./planks.ts";

export const CHUNK = 8;

type Is = (x: number, y: number) => boolean;

interface Region {
  is(zone: Zone): Is;
  /** Strokes below the filling, widest first: colour and width in tiles. */
  rims: readonly (readonly [string, number])[];
  fill: string;
}

const NEAR = [[-1, -1], [0, -1], [1, -1], [-1, 0], [1, 0], [-1, 1], [0, 1], [1, 1]] as const;
const WET = new Set(["water", "bridge"]);

function named(...names: string[]): (zone: Zone) => Is {
  return (zone) => (x, y) => names.includes(zone.groundAt(x, y)) || (zone.groundAt(x, y) === "flower" && strewn(zone, names, x, y));
}

/** Flowers grow on what surrounds them. */
function strewn(zone: Zone, names: string[], x: number, y: number): boolean {
  return NEAR.filter(([dx, dy]) => names.includes(zone.groundAt(x + dx, y + dy))).length >= 6;
}

/** Such tiles, and the water tiles beside them, so that a rounded shore shows the bank and not the meadow. */
function banked(...names: string[]): (zone: Zone) => Is {
  return (zone) => {
    const own = named(...names)(zone);
    return (x, y) => own(x, y) || (WET.has(zone.groundAt(x, y)) && NEAR.some(([dx, dy]) => own(x + dx, y + dy)));
  };
}

const REGIONS: readonly Region[] = [
  { is: banked("marsh"), rims: [["#6d8a4c", 0.3]], fill: "#5f7a48" },
  { is: banked("sand"), rims: [["#a9a763", 0.26], ["#e6d5a0", 0.1]], fill: "#dcc98f" },
  { is: banked("path"), rims: [["#96a45f", 0.2], ["#b0956a", 0.09]], fill: "#c3a575" },
  { is: named("floor"), rims: [["#7b756f", 0.11]], fill: "#aaa39a" },
  { is: named("water", "bridge"), rims: [["#8d8a5e", 0.2], ["#cfeaf0", 0.07]], fill: "#4b93bd" },
];

/** Paints a chunk; `px` is the canvas pixels of a tile. */
export function paintGround(ctx: Ctx, zone: Zone, left: number, top: number, px: number): void {
  meadow(ctx, zone, left, top, px);
  ctx.save();
  ctx.scale(px, px);
  ctx.translate(-left, -top);
  for (const region of REGIONS) {
    paintRegion(ctx, region, region.is(zone), left, top);
  }
  depths(ctx, zone, left, top);
  each(left, top, 1, (x, y) => {
    growth(ctx, zone, x, y);
  });
  each(left, top, 1, (x, y) => {
    if (zone.groundAt(x, y) === "bridge") {
      planks(ctx, zone, x, y);
    }
  });
  ctx.restore();
}

function each(left: number, top: number, margin: number, visit: (x: number, y: number) => void): void {
  for (let y = top - margin; y < top + CHUNK + margin; y++) {
    for (let x = left - margin; x < left + CHUNK + margin; x++) {
      visit(x, y);
    }
  }
}

/** Grass in two tones that run into each other, from a coarse picture drawn large. */
function meadow(ctx: Ctx, zone: Zone, left: number, top: number, px: number): void {
  const margin = 2;
  const per = 2;
  const size = (CHUNK + margin * 2) * per;
  const image = new ImageData(size, size);
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      const x = left - margin + (i + 0.5) / per;
      const y = top - margin + (j + 0.5) / per;
      const dark = zone.groundAt(Math.floor(x), Math.floor(y)) === "grass2" ? 0.55 : 0;
      const tone = dark + noise(x / 7, y / 7) * 0.7 - 0.25 + (noise(x / 1.7, y / 1.7) - 0.5) * 0.3;
      image.data.set([mix(132, 96, tone), mix(186, 154, tone), mix(88, 76, tone), 255], (j * size + i) * 4);
    }
  }
  const small = new OffscreenCanvas(size, size);
  small.getContext("2d")?.putImageData(image, 0, 0);
  ctx.imageSmoothingEnabled = true;
  ctx.imageSmoothingQuality = "high";
  ctx.drawImage(small, -margin * px, -margin * px, (CHUNK + margin * 2) * px, (CHUNK + margin * 2) * px);
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * Math.min(1, Math.max(0, share));
}

/** Smooth noise in 0..1. */
function noise(x: number, y: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const ease = (t: number): number => t * t * (3 - 2 * t);
  const fx = ease(x - ix);
  const fy = ease(y - iy);
  const upper = chance(ix, iy, 9) * (1 - fx) + chance(ix + 1, iy, 9) * fx;
  const lower = chance(ix, iy + 1, 9) * (1 - fx) + chance(ix + 1, iy + 1, 9) * fx;
  return upper * (1 - fy) + lower * fy;
}

function paintRegion(ctx: Ctx, region: Region, is: Is, left: number, top: number): void {
  const path = new Path2D();
  let any = false;
  each(left, top, 2, (x, y) => {
    if (is(x, y)) {
      any = true;
      tile(path, is, x, y);
    } else {
      corners(path, is, x, y);
    }
  });
  if (!any) {
    return;
  }
  ctx.lineJoin = "round";
  for (const [colour, width] of region.rims) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width * 2;
    ctx.stroke(path);
  }
  ctx.fillStyle = region.fill;
  ctx.fill(path);
  // Tiles meet without a seam only if they overlap a little.
  ctx.strokeStyle = region.fill;
  ctx.lineWidth = 0.04;
  ctx.stroke(path);
}

const ROUND = 0.46;

/** A tile whose free corners are round. */
function tile(path: Path2D, is: Is, x: number, y: number): void {
  const up = is(x, y - 1);
  const down = is(x, y + 1);
  const west = is(x - 1, y);
  const east = is(x + 1, y);
  const r = (a: boolean, b: boolean, diagonal: boolean): number => (a || b || diagonal ? 0 : ROUND);
  path.roundRect(x, y, 1, 1, [
    r(up, west, is(x - 1, y - 1)), r(up, east, is(x + 1, y - 1)), r(down, east, is(x + 1, y + 1)), r(down, west, is(x - 1, y + 1)),
  ]);
}

/** Fills the inner corners that a neighbouring bend leaves. */
function corners(path: Path2D, is: Is, x: number, y: number): void {
  for (const [dx, dy] of [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const) {
    if (is(x + dx, y) && is(x, y + dy)) {
      const cx = dx < 0 ? x : x + 1;
      const cy = dy < 0 ? y : y + 1;
      path.moveTo(cx, cy);
      path.lineTo(cx - dx * ROUND, cy);
      path.quadraticCurveTo(cx, cy, cx, cy - dy * ROUND);
      path.closePath();
    }
  }
}

/** Deeper water away from the shore. */
function depths(ctx: Ctx, zone: Zone, left: number, top: number): void {
  const wet: Is = (x, y) => WET.has(zone.groundAt(x, y));
  const deep: Is = (x, y) => wet(x, y) && NEAR.every(([dx, dy]) => wet(x + dx, y + dy));
  paintRegion(ctx, { is: () => deep, rims: [["rgba(52, 118, 168, .35)", 0.3]], fill: "#3a7fae" }, deep, left, top);
}
