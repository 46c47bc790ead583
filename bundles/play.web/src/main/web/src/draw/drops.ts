// Loot on the ground, and the beam that tells its rarity from afar.
import type { Drop } from "../game/world.ts";
import { drawItem } from "./items.ts";
import { type Ctx, shadow } from "./pen.ts";
import { rarity } from "./rarity.ts";

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

export function drawBeam(ctx: Ctx, drop: Drop, tile: number, now: number, calm: boolean): void {
  if (drop.rarity <= 0) {
    return;
  }
  const { colour } = rarity(drop.rarity);
  const x = drop.x * tile;
  const y = drop.y * tile;
  const high = tile * (0.9 + drop.rarity * 0.55);
  const wide = tile * (0.1 + drop.rarity * 0.035);
  const light = ctx.createLinearGradient(0, y, 0, y - high);
  light.addColorStop(0, colour);
  light.addColorStop(0.35, `${colour}b0`);
  light.addColorStop(1, `${colour}00`);
  ctx.globalAlpha = 0.72 + (calm ? 0 : Math.sin(now / 260 + drop.id) * 0.14);
  ctx.fillStyle = light;
  ctx.beginPath();
  ctx.moveTo(x - wide, y);
  ctx.lineTo(x - wide * 0.5, y - high);
  ctx.lineTo(x + wide * 0.5, y - high);
  ctx.lineTo(x + wide, y);
  ctx.ellipse(x, y, wide, wide * 0.5, 0, 0, Math.PI);
  ctx.fill();
  ctx.globalAlpha = 1;
}
