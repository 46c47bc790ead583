// Letters in the world: readable on any ground.
import { type Ctx, INK } from "./pen.ts";

export const FONT = '"Realm Text", "Trebuchet MS", "Segoe UI", sans-serif';
export const SHOW = '"Realm Show", "Trebuchet MS", "Segoe UI", sans-serif';

export function text(ctx: Ctx, words: string, x: number, y: number, size: number, colour: string, font = FONT): void {
  ctx.font = `800 ${Math.round(size)}px ${font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineWidth = Math.max(2, size * 0.28);
  ctx.lineJoin = "round";
  ctx.strokeStyle = "rgba(30, 22, 38, .9)";
  ctx.strokeText(words, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(words, x, y);
}

/** What somebody says, its tail at (x, y). */
export function bubble(ctx: Ctx, words: string, x: number, y: number, unit: number, alpha: number): void {
  ctx.font = `700 ${Math.round(12.5 * unit)}px ${FONT}`;
  const width = ctx.measureText(words).width + 18 * unit;
  const height = 22 * unit;
  ctx.globalAlpha = alpha;
  ctx.beginPath();
  ctx.roundRect(x - width / 2, y - height, width, height, 9 * unit);
  ctx.moveTo(x - 5 * unit, y - 1);
  ctx.lineTo(x, y + 6 * unit);
  ctx.lineTo(x + 5 * unit, y - 1);
  ctx.fillStyle = "rgba(255, 250, 238, .97)";
  ctx.strokeStyle = INK;
  ctx.lineWidth = 2 * unit;
  ctx.stroke();
  ctx.fill();
  ctx.fillStyle = INK;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(words, x, y - height / 2 + unit);
  ctx.globalAlpha = 1;
}
