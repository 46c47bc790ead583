// The ground, painted once a chunk: soft earth, slabs and planks on it, what grows, and shadows of what stands.
import type { Zone } from "../game/zone.ts";
import { growth } from "./growth.ts";
import type { Ctx } from "./pen.ts";
import { planks } from "./planks.ts";
import { terrain } from "./terrain.ts";

export const CHUNK = 8;

/** Tiles around a chunk that its borders depend on. */
const MARGIN = 1;

/** Paints a chunk, bit by bit; `px` is the canvas pixels of a tile. */
export function* paintGround(ctx: Ctx, zone: Zone, left: number, top: number, px: number): Generator<void> {
  const tiles = CHUNK + MARGIN * 2;
  const image = yield* terrain(zone, left - MARGIN, top - MARGIN, tiles);
  const soft = new OffscreenCanvas(image.width, image.height);
  soft.getContext("2d")?.putImageData(image, 0, 0);
  ctx.imageSmoothingEnabled = true;
  ctx.imageSmoothingQuality = "high";
  ctx.drawImage(soft, -MARGIN * px, -MARGIN * px, tiles * px, tiles * px);
  yield;
  ctx.save();
  ctx.scale(px, px);
  ctx.translate(-left, -top);
  plaza(ctx, zone, left, top);
  each(left, top, (x, y) => growth(ctx, zone, x, y));
  each(left, top, (x, y) => {
    if (zone.groundAt(x, y) === "bridge") {
      planks(ctx, zone, x, y);
    }
  });
  ctx.restore();
}

function each(left: number, top: number, visit: (x: number, y: number) => void): void {
  for (let y = top - 1; y <= top + CHUNK; y++) {
    for (let x = left - 1; x <= left + CHUNK; x++) {
      visit(x, y);
    }
  }
}

const ROUND = 0.4;

/** Where people laid stone: a clear edge with rounded corners. */
function plaza(ctx: Ctx, zone: Zone, left: number, top: number): void {
  const laid = (x: number, y: number): boolean => zone.groundAt(x, y) === "floor";
  const path = new Path2D();
  let any = false;
  each(left, top, (x, y) => {
    if (laid(x, y)) {
      any = true;
      const corner = (dx: number, dy: number): number => (laid(x + dx, y) || laid(x, y + dy) || laid(x + dx, y + dy) ? 0 : ROUND);
      path.roundRect(x - 0.02, y - 0.02, 1.04, 1.04, [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]);
    }
  });
  if (!any) {
    return;
  }
  ctx.lineJoin = "round";
  for (const [colour, width] of [["rgba(58, 74, 40, .35)", 0.34], ["#625c60", 0.2], ["#8b857f", 0.09]] as const) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke(path);
  }
  ctx.fillStyle = "#aea79d";
  ctx.fill(path);
}
