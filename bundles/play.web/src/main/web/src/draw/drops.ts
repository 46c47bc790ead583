// Loot on the ground, and the beam that tells its rarity from afar.
import type { Drop } from "../game/world.ts";
import { drawItem } from "./items.ts";
import { type Ctx, shadow } from "./pen.ts";
import type { Box } from "./overlay.ts";
import { rarity } from "./rarity.ts";
import { text } from "./words.ts";

export function drawDrop(ctx: Ctx, drop: Drop, kind: string, tile: number, now: number): void {
  const age = Math.min(1, (now - drop.bornAt) / 420);
  const leap = Math.sin(age * Math.PI) * 0.7;
  const bob = Math.sin(now / 380 + drop.id) * 0.04;
  const unit = (tile / 48) * 0.72;
  ctx.save();
  ctx.translate(drop.x * tile, drop.y * tile);
  ctx.save();
  ctx.scale(unit, unit);
  shadow(ctx, 12, 5, 0.3);
  ctx.restore();
  ctx.translate(0, -(0.2 + leap + bob) * tile);
  ctx.scale(unit * (0.5 + age * 0.5), unit * (0.5 + age * 0.5));
  drawItem(ctx, drop.item, kind, drop.rarity);
  ctx.restore();
}

/** The pillar of light on what is rare, behind whoever stands before it. */
export function drawBeam(ctx: Ctx, drop: Drop, tile: number, now: number, calm: boolean): void {
  if (drop.rarity <= 0) {
    return;
  }
  const { colour } = rarity(drop.rarity);
  const x = drop.x * tile;
  const y = drop.y * tile;
  const strength = pulse(drop, now, calm);
  pillar(ctx, x, y, tile, drop.rarity, strength, [[1.9, 0.34, colour], [1, 0.72, colour], [0.34, 0.85, "#fffaf0"]]);
  ring(ctx, x, y, tile, drop.rarity, colour, strength);
  if (!calm) {
    sparks(ctx, x, y, tile, drop, colour, now);
  }
}

/** What a beam gives back after dark has fallen on the picture. */
export function drawBeamGlow(ctx: Ctx, drop: Drop, tile: number, now: number, calm: boolean, dark: number): void {
  if (drop.rarity > 0 && dark > 0.02) {
    const { colour } = rarity(drop.rarity);
    ctx.globalCompositeOperation = "lighter";
    pillar(ctx, drop.x * tile, drop.y * tile, tile, drop.rarity, pulse(drop, now, calm) * dark, [[1.9, 0.3, colour], [0.8, 0.5, colour]]);
    ctx.globalCompositeOperation = "source-over";
  }
}

function pulse(drop: Drop, now: number, calm: boolean): number {
  return 0.85 + (calm ? 0 : Math.sin(now / 260 + drop.id) * 0.12);
}

/** Its name, of what is rare from afar; after all beams, which would outshine it. */
export function drawName(ctx: Ctx, drop: Drop, tile: number, name: string, near: boolean, taken: Box[]): void {
  if (!near && drop.rarity <= 0) {
    return;
  }
  const words = drop.quantity > 1 ? `${drop.quantity} ${name}` : name;
  label(ctx, words, drop.x * tile, (drop.y + 0.26) * tile, tile * (drop.rarity > 0 ? 0.24 : 0.2), rarity(drop.rarity).colour, taken);
}

/** Names of a heap lie below one another, not on one another. */
function label(ctx: Ctx, words: string, x: number, top: number, size: number, colour: string, taken: Box[]): void {
  const half = words.length * size * 0.29;
  const lies = (y: number) => (each: Box): boolean => each.left < x + half && each.right > x - half && each.top < y + size * 0.6 && each.bottom > y - size * 0.6;
  let y = top;
  for (let tries = 0; tries < 6 && taken.some(lies(y)); tries++) {
    y += size * 1.15;
  }
  taken.push({ left: x - half, right: x + half, top: y - size * 0.55, bottom: y + size * 0.55 });
  ctx.globalAlpha = 0.95;
  text(ctx, words, x, y, size, colour);
  ctx.globalAlpha = 1;
}

/** Beams one within the other, each so wide, so strong and of such a colour. */
function pillar(ctx: Ctx, x: number, y: number, tile: number, rare: number, strength: number, beams: readonly (readonly [number, number, string])[]): void {
  const high = tile * (1.2 + rare * 0.8);
  const wide = tile * (0.1 + rare * 0.05);
  for (const [share, alpha, colour] of beams) {
    const light = ctx.createLinearGradient(0, y, 0, y - high);
    light.addColorStop(0, colour);
    light.addColorStop(0.35, `${colour}b0`);
    light.addColorStop(1, `${colour}00`);
    ctx.globalAlpha = strength * alpha;
    ctx.fillStyle = light;
    ctx.beginPath();
    ctx.moveTo(x - wide * share, y);
    ctx.lineTo(x - wide * share * 0.5, y - high);
    ctx.lineTo(x + wide * share * 0.5, y - high);
    ctx.lineTo(x + wide * share, y);
    ctx.ellipse(x, y, wide * share, wide * share * 0.5, 0, 0, Math.PI);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

function ring(ctx: Ctx, x: number, y: number, tile: number, rare: number, colour: string, strength: number): void {
  const wide = tile * (0.1 + rare * 0.05);
  ctx.globalAlpha = strength * 0.8;
  ctx.strokeStyle = colour;
  ctx.lineWidth = tile * 0.04;
  ctx.beginPath();
  ctx.ellipse(x, y, wide * 2.2, wide * 1.2, 0, 0, Math.PI * 2);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function sparks(ctx: Ctx, x: number, y: number, tile: number, drop: Drop, colour: string, now: number): void {
  ctx.fillStyle = colour;
  for (let i = 0; i < 2 + drop.rarity * 2; i++) {
    const rise = ((now / 1500 + i * 0.37 + drop.id * 0.13) % 1 + 1) % 1;
    ctx.globalAlpha = Math.sin(rise * Math.PI);
    ctx.beginPath();
    ctx.arc(x + Math.sin(i * 2.4 + rise * 5) * tile * 0.26, y - rise * tile * (0.9 + drop.rarity * 0.4), tile * 0.03, 0, Math.PI * 2);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}
