// Pictures on buttons, drawn with the same hand as the world.
import { drawItem } from "../draw/items.ts";
import { type Ctx, clamp01, hash, limb, oval, polygon, shape } from "../draw/pen.ts";

const SIZE = 44;

/** A canvas with a picture in units of -16..16. */
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

/** What a skill's name and aim suggest. */
export function skillIcon(id: string, aim: string): HTMLCanvasElement {
  if (/fire|flame|bolt/.test(id)) {
    return icon(flame);
  }
  if (/mend|heal/.test(id)) {
    return icon(mend);
  }
  if (/whirl|spin/.test(id) || aim === "circle" || aim === "cone") {
    return icon(whirl);
  }
  if (/strike|slash|hit/.test(id) || aim === "single") {
    return icon((ctx) => strike(ctx));
  }
  return icon((ctx) => star(ctx, `hsl(${Math.floor(hash(id) * 360)} 70% 65%)`));
}

function strike(ctx: Ctx): void {
  ctx.rotate(-Math.PI / 4);
  ctx.strokeStyle = "rgba(255, 240, 190, .55)";
  ctx.lineWidth = 3;
  ctx.beginPath();
  ctx.arc(-4, 2, 17, -0.9, 0.7);
  ctx.stroke();
  shape(ctx, "#e8eef5", polygon(-4, -3, 12, -3, 17, 0, 12, 3, -4, 3), 1.8);
  shape(ctx, "#d8a93f", polygon(-7, -7, -4, -7, -4, 7, -7, 7), 1.8);
  limb(ctx, "#7a4f30", [-8, 0, -14, 0], 3.6);
}

function flame(ctx: Ctx): void {
  for (const [size, colour] of [[1, "#f0642f"], [0.66, "#ffa93d"], [0.34, "#fff0a8"]] as const) {
    shape(ctx, colour, (c) => {
      c.moveTo(0, 15 * size + (1 - size) * 11);
      c.bezierCurveTo(-15 * size, 13, -12 * size, -2, -4 * size, -8 * size);
      c.bezierCurveTo(-3 * size, -3, 1, -8 * size, 1, -17 * size);
      c.bezierCurveTo(13 * size, -6, 16 * size, 12, 0, 15 * size + (1 - size) * 11);
    }, size === 1 ? 2 : 0);
  }
}

function mend(ctx: Ctx): void {
  oval(ctx, "rgba(140, 255, 160, .25)", 0, 0, 17, 17, 0, 0);
  shape(ctx, "#7de88a", polygon(-5, -14, 5, -14, 5, -5, 14, -5, 14, 5, 5, 5, 5, 14, -5, 14, -5, 5, -14, 5, -14, -5, -5, -5));
  shape(ctx, "#c8ffd0", polygon(-3, -12, 0, -12, 0, -3, -12, -3, -12, -1, -3, -1), 0);
}

function whirl(ctx: Ctx): void {
  for (let i = 0; i < 3; i++) {
    ctx.rotate((Math.PI * 2) / 3);
    shape(ctx, i === 0 ? "#fff2c8" : "#f2d68a", (c) => {
      c.arc(0, 0, 16, -0.2, 1.5);
      c.quadraticCurveTo(9, 6, 15.6, -3.2);
      c.closePath();
    }, 1.8);
  }
  oval(ctx, "#c98a4a", 0, 0, 4, 4, 0, 1.6);
}

function star(ctx: Ctx, colour: string): void {
  const points = Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? 16 : 7;
    const angle = (i / 10) * Math.PI * 2 - Math.PI / 2;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  }).flat();
  shape(ctx, colour, polygon(...points));
}

/** Shows a share of a cooldown on a button. */
export function sweep(button: HTMLElement, left: number): void {
  const share = clamp01(left).toFixed(3);
  if (button.style.getPropertyValue("--left") !== share) {
    button.style.setProperty("--left", share);
  }
}
