// Pictures on buttons, drawn with the same hand as the world.
import { drawItem } from "../draw/items.ts";
import { type Ctx, clamp01 } from "../draw/pen.ts";
import { tune } from "./dom.ts";

const SIZE = 46;

/** A canvas with a picture in units of -20..20. */
export function icon(draw: (ctx: Ctx) => void, size = SIZE): HTMLCanvasElement {
  const ratio = Math.min(3, Math.max(1, devicePixelRatio || 1));
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.round(size * ratio);
  canvas.setAttribute("aria-hidden", "true");
  const ctx = canvas.getContext("2d") as Ctx;
  ctx.scale((size * ratio) / 40, (size * ratio) / 40);
  ctx.translate(20, 20);
  draw(ctx);
  return canvas;
}

export function itemIcon(id: string, kind: string, rare: number | string | undefined): HTMLCanvasElement {
  return icon((ctx) => drawItem(ctx, id, kind, rare));
}

/** Shows a share of a cooldown on a button. */
export function sweep(button: HTMLElement, left: number): void {
  tune(button, "--left", clamp01(left).toFixed(3));
}
