// Numbers and words that rise from somebody and fade.
import type { Ctx } from "./pen.ts";
import { SHOW, text } from "./words.ts";

export const FLOAT_MILLIS = 950;

export interface Floating {
  x: number;
  y: number;
  z: number;
  text: string;
  colour: string;
  size: number;
  born: number;
  drift: number;
  /** Words stay where they are; numbers fly. */
  word: boolean;
}

export function drawFloating(ctx: Ctx, each: Floating, tile: number, now: number): void {
  const t = (now - each.born) / FLOAT_MILLIS;
  const pop = t < 0.12 ? 0.6 + (t / 0.12) * 0.6 : 1.2 - Math.min(0.2, (t - 0.12) * 1.2);
  ctx.globalAlpha = t < 0.65 ? 1 : Math.max(0, 1 - (t - 0.65) / 0.35);
  const x = (each.x + each.drift * t) * tile;
  const rise = each.word ? t * 0.6 : 1.5 * t - 0.9 * t * t;
  const y = (each.y - each.z - rise) * tile;
  text(ctx, each.text, x, y, tile * 0.42 * each.size * pop, each.colour, SHOW);
}
