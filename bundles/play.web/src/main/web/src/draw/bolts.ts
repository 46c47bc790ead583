// What flies from somebody to somebody.
import type { Element } from "./elements.ts";
import { type Ctx, INK } from "./pen.ts";

export interface Bolt {
  id: number;
  x: number;
  y: number;
  toX: number;
  toY: number;
  born: number;
  life: number;
  arrow: boolean;
  element: Element;
}

export function drawBolt(ctx: Ctx, bolt: Bolt, tile: number, now: number): void {
  const at = along(bolt, now);
  const angle = Math.atan2(bolt.toY - bolt.y, bolt.toX - bolt.x);
  ctx.save();
  ctx.translate(at.x * tile, (at.y - 0.5) * tile);
  ctx.rotate(angle);
  if (bolt.arrow) {
    for (const [style, width] of [[INK, 5], ["#e9dfc6", 2.4]] as const) {
      ctx.strokeStyle = style;
      ctx.lineWidth = (width * tile) / 48;
      ctx.lineCap = "round";
      ctx.beginPath();
      ctx.moveTo(-tile * 0.32, 0);
      ctx.lineTo(tile * 0.2, 0);
      ctx.moveTo(tile * 0.08, -tile * 0.08);
      ctx.lineTo(tile * 0.2, 0);
      ctx.lineTo(tile * 0.08, tile * 0.08);
      ctx.stroke();
    }
  } else {
    const glow = ctx.createRadialGradient(0, 0, 1, 0, 0, tile * 0.5);
    glow.addColorStop(0, "rgba(255, 250, 220, 1)");
    glow.addColorStop(0.25, `rgb(${bolt.element.light} / .95)`);
    glow.addColorStop(0.6, `rgb(${bolt.element.light} / .4)`);
    glow.addColorStop(1, `rgb(${bolt.element.light} / 0)`);
    ctx.globalCompositeOperation = "lighter";
    ctx.fillStyle = glow;
    ctx.fillRect(-tile / 2, -tile / 2, tile, tile);
  }
  ctx.restore();
}

/** Where it is by now. */
export function along(bolt: Bolt, now: number): { x: number; y: number } {
  const t = Math.min(1, (now - bolt.born) / Math.max(1, bolt.life));
  return { x: bolt.x + (bolt.toX - bolt.x) * t, y: bolt.y + (bolt.toY - bolt.y) * t };
}

/** A line of light, `left` from 1 to 0. */
export function drawLine(ctx: Ctx, line: { x: number; y: number; angle: number; length: number; colour: string }, left: number, tile: number): void {
  ctx.save();
  ctx.translate(line.x * tile, (line.y - 0.4) * tile);
  ctx.rotate(line.angle);
  ctx.globalCompositeOperation = "lighter";
  ctx.lineCap = "round";
  for (const [colour, width, alpha] of [[line.colour, 0.8, 0.35], [line.colour, 0.4, 0.7], ["#ffffff", 0.14, 1]] as const) {
    ctx.globalAlpha = left * alpha;
    ctx.strokeStyle = colour;
    ctx.lineWidth = width * tile * left;
    ctx.beginPath();
    ctx.moveTo(tile * 0.3, 0);
    ctx.lineTo(line.length * tile, 0);
    ctx.stroke();
  }
  ctx.restore();
}

/** The sweep of a blade, `t` from 0 to 1. */
export function drawArc(ctx: Ctx, arc: { x: number; y: number; angle: number; reach: number; colour: string }, t: number, tile: number): void {
  ctx.save();
  ctx.translate(arc.x * tile, (arc.y - 0.4) * tile);
  ctx.scale(1, 0.75);
  ctx.rotate(arc.angle);
  ctx.globalAlpha = 1 - t;
  ctx.fillStyle = arc.colour;
  const from = -1.1 + t * 0.9;
  const outer = arc.reach * tile;
  ctx.beginPath();
  ctx.arc(0, 0, outer, from, from + 1.3);
  ctx.quadraticCurveTo(outer * 0.62, outer * 0.1, Math.cos(from) * outer, Math.sin(from) * outer);
  ctx.fill();
  ctx.restore();
}
