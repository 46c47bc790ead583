// The small things of the ground: grass tufts, flowers, pebbles, slabs, ripples.
import type { Zone } from "../game/zone.ts";
import { type Ctx, chance } from "./pen.ts";

const PETALS = ["#f6d65a", "#f08fb0", "#ffffff", "#c79af0", "#f2a65a"] as const;

/** Draws what grows or lies on a tile, in tiles. */
export function growth(ctx: Ctx, zone: Zone, x: number, y: number): void {
  switch (zone.groundAt(x, y)) {
    case "grass":
    case "grass2":
    case "":
      tufts(ctx, x, y, 2);
      break;
    case "flower":
      tufts(ctx, x, y, 2);
      flowers(ctx, x, y);
      break;
    case "path":
      pebbles(ctx, x, y, "rgba(112, 84, 52, .5)", "rgba(246, 228, 190, .6)");
      break;
    case "sand":
      pebbles(ctx, x, y, "rgba(160, 132, 80, .35)", "rgba(255, 246, 214, .6)");
      break;
    case "floor":
      slabs(ctx, x, y);
      break;
    case "marsh":
      puddles(ctx, x, y);
      break;
    default:
      break;
  }
}

function tufts(ctx: Ctx, x: number, y: number, most: number): void {
  speckles(ctx, x, y);
  const count = Math.floor(chance(x, y, 1) * (most + 1.6)) - 1;
  for (let i = 0; i < count; i++) {
    const cx = x + 0.1 + chance(x, y, 10 + i) * 0.8;
    const cy = y + 0.2 + chance(x, y, 20 + i) * 0.75;
    const dark = chance(x, y, 30 + i) < 0.5;
    ctx.strokeStyle = dark ? "rgba(58, 108, 50, .55)" : "rgba(176, 214, 110, .6)";
    ctx.lineWidth = 0.035;
    ctx.lineCap = "round";
    ctx.beginPath();
    for (const bend of [-0.07, 0, 0.07]) {
      ctx.moveTo(cx + bend * 0.4, cy);
      ctx.quadraticCurveTo(cx + bend * 0.5, cy - 0.07, cx + bend * 1.3, cy - 0.13);
    }
    ctx.stroke();
  }
}

/** Short strokes that break up the green. */
function speckles(ctx: Ctx, x: number, y: number): void {
  ctx.lineCap = "round";
  ctx.lineWidth = 0.028;
  for (const [salt, colour] of [[120, "rgba(60, 112, 44, .28)"], [130, "rgba(214, 236, 140, .3)"]] as const) {
    ctx.strokeStyle = colour;
    ctx.beginPath();
    for (let i = 0; i < 4; i++) {
      const cx = x + chance(x, y, salt + i);
      const cy = y + chance(x, y, salt + 5 + i);
      ctx.moveTo(cx, cy);
      ctx.lineTo(cx + (chance(x, y, salt + 9 + i) - 0.5) * 0.06, cy - 0.08);
    }
    ctx.stroke();
  }
}

function flowers(ctx: Ctx, x: number, y: number): void {
  const count = 2 + Math.floor(chance(x, y, 2) * 3);
  for (let i = 0; i < count; i++) {
    const cx = x + 0.12 + chance(x, y, 40 + i) * 0.76;
    const cy = y + 0.12 + chance(x, y, 50 + i) * 0.76;
    const colour = PETALS[Math.floor(chance(Math.floor(x / 3), Math.floor(y / 3), 60 + (i % 2)) * PETALS.length)] as string;
    ctx.fillStyle = "rgba(30, 60, 30, .3)";
    dot(ctx, cx + 0.015, cy + 0.05, 0.055);
    ctx.fillStyle = colour;
    for (let p = 0; p < 5; p++) {
      const angle = (p / 5) * Math.PI * 2 + i;
      dot(ctx, cx + Math.cos(angle) * 0.045, cy + Math.sin(angle) * 0.045, 0.036);
    }
    ctx.fillStyle = colour === "#f6d65a" ? "#d98a3a" : "#f9e27a";
    dot(ctx, cx, cy, 0.03);
  }
}

function pebbles(ctx: Ctx, x: number, y: number, dark: string, light: string): void {
  const count = Math.floor(chance(x, y, 3) * 6);
  for (let i = 0; i < count; i++) {
    const cx = x + chance(x, y, 70 + i);
    const cy = y + chance(x, y, 80 + i);
    ctx.fillStyle = chance(x, y, 90 + i) < 0.6 ? dark : light;
    ctx.beginPath();
    ctx.ellipse(cx, cy, 0.03 + chance(x, y, 100 + i) * 0.04, 0.025, 0, 0, Math.PI * 2);
    ctx.fill();
  }
}

function slabs(ctx: Ctx, x: number, y: number): void {
  const shift = y % 2 === 0 ? 0 : 0.5;
  for (const [left, top, width] of [[0, 0, 0.5], [0.5, 0, 0.5], [0 + shift * 0.5, 0.5, 0.5], [shift === 0 ? 0.5 : 0, 0.5, shift === 0 ? 0.5 : 0.25]] as const) {
    const tone = chance(x * 2 + left * 4, y * 2 + top * 4, 5);
    ctx.fillStyle = `rgba(${tone < 0.5 ? "70, 62, 60" : "245, 238, 226"}, ${0.05 + tone * 0.1})`;
    ctx.fillRect(x + left + 0.02, y + top + 0.02, width - 0.04, 0.46);
  }
  ctx.strokeStyle = "rgba(84, 76, 74, .5)";
  ctx.lineWidth = 0.025;
  ctx.strokeRect(x, y, 1, 0.5);
  ctx.beginPath();
  ctx.moveTo(x + 0.5, y);
  ctx.lineTo(x + 0.5, y + 0.5);
  ctx.moveTo(x + 0.25, y + 0.5);
  ctx.lineTo(x + 0.25, y + 1);
  ctx.moveTo(x + 0.75, y + 0.5);
  ctx.lineTo(x + 0.75, y + 1);
  ctx.stroke();
  if (chance(x, y, 6) < 0.18) {
    tufts(ctx, x, y, 3);
  }
}

function puddles(ctx: Ctx, x: number, y: number): void {
  if (chance(x, y, 7) < 0.4) {
    const cx = x + 0.2 + chance(x, y, 110) * 0.6;
    const cy = y + 0.2 + chance(x, y, 111) * 0.6;
    const size = 0.14 + chance(x, y, 112) * 0.2;
    ctx.fillStyle = "rgba(58, 92, 84, .75)";
    ctx.beginPath();
    ctx.ellipse(cx, cy, size, size * 0.6, 0, 0, Math.PI * 2);
    ctx.fill();
    ctx.strokeStyle = "rgba(190, 220, 190, .3)";
    ctx.lineWidth = 0.03;
    ctx.beginPath();
    ctx.ellipse(cx, cy, size * 0.8, size * 0.4, 0, Math.PI * 1.1, Math.PI * 1.6);
    ctx.stroke();
  }
  tufts(ctx, x, y, 3);
}

function dot(ctx: Ctx, x: number, y: number, radius: number): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.fill();
}
