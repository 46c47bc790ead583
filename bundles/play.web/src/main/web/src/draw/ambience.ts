// Small life that means nothing and makes the place alive: butterflies, fireflies, drifting leaves, mist.
import type { Zone } from "../game/zone.ts";
import type { Camera } from "./camera.ts";
import { type Ctx, chance } from "./pen.ts";
import type { Bounds } from "./water.ts";

const STEP = 3;

/** Draws what drifts over the ground in view. Everything follows from place and time, so nothing is kept. */
export function drawAmbience(ctx: Ctx, zone: Zone, bounds: Bounds, camera: Camera, now: number, dark: number): void {
  for (let y = Math.floor(bounds.top / STEP); y <= bounds.bottom / STEP; y++) {
    for (let x = Math.floor(bounds.left / STEP); x <= bounds.right / STEP; x++) {
      const roll = chance(x, y, 61);
      const tx = x * STEP + chance(x, y, 62) * STEP;
      const ty = y * STEP + chance(x, y, 63) * STEP;
      const ground = zone.groundAt(Math.floor(tx), Math.floor(ty));
      const thing = zone.objectAt(Math.floor(tx), Math.floor(ty));
      const seed = roll * 100;
      if (dark > 0.25 || ground === "marsh") {
        if (roll < 0.3) {
          firefly(ctx, tx, ty, seed, camera.tile, now, ground === "marsh" ? 0.9 : dark * 1.6);
        }
      } else if (ground === "flower" && roll < 0.65) {
        butterfly(ctx, tx, ty, seed, camera.tile, now);
      } else if ((thing === "tree" || thing === "pine") && roll < 0.5) {
        leaf(ctx, tx, ty, seed, camera.tile, now, thing === "pine");
      }
    }
  }
}

function butterfly(ctx: Ctx, x: number, y: number, seed: number, tile: number, now: number): void {
  const t = now / 1000 + seed;
  const px = (x + Math.sin(t * 0.7) * 1.2 + Math.sin(t * 1.9) * 0.3) * tile;
  const py = (y - 0.5 + Math.cos(t * 0.9) * 0.7 + Math.sin(t * 3.1) * 0.12) * tile;
  const flap = Math.abs(Math.sin(t * 11)) * 0.8 + 0.2;
  const size = tile * 0.075;
  ctx.fillStyle = ["#fff3c0", "#ffc86a", "#bfe0ff", "#ffb8d8"][Math.floor(seed) % 4] as string;
  ctx.beginPath();
  ctx.ellipse(px - size * flap, py, size * flap, size * 1.1, 0.5, 0, Math.PI * 2);
  ctx.ellipse(px + size * flap, py, size * flap, size * 1.1, -0.5, 0, Math.PI * 2);
  ctx.fill();
  ctx.fillStyle = "#3a2c40";
  ctx.fillRect(px - size * 0.14, py - size * 0.8, size * 0.28, size * 1.6);
}

function firefly(ctx: Ctx, x: number, y: number, seed: number, tile: number, now: number, strength: number): void {
  const t = now / 1000 + seed;
  const blink = Math.max(0, Math.sin(t * 1.6)) * Math.min(1, strength);
  if (blink < 0.05) {
    return;
  }
  const px = (x + Math.sin(t * 0.5) * 0.9) * tile;
  const py = (y - 0.4 + Math.cos(t * 0.7) * 0.6) * tile;
  ctx.globalCompositeOperation = "lighter";
  ctx.fillStyle = "#d8ff7a";
  for (const [size, alpha] of [[0.16, 0.22], [0.08, 0.4], [0.035, 1]] as const) {
    ctx.globalAlpha = alpha * blink;
    ctx.beginPath();
    ctx.arc(px, py, size * tile, 0, Math.PI * 2);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
  ctx.globalCompositeOperation = "source-over";
}

function leaf(ctx: Ctx, x: number, y: number, seed: number, tile: number, now: number, needle: boolean): void {
  const fall = ((now / 5200 + seed) % 1 + 1) % 1;
  const px = (x + 0.5 + Math.sin(fall * 9 + seed) * 0.3 + fall * 0.8) * tile;
  const py = (y - 1 + fall * 1.9) * tile;
  ctx.globalAlpha = Math.min(1, (1 - fall) * 3, fall * 6);
  ctx.fillStyle = needle ? "#6d8f5a" : (["#d9b04a", "#8fbf4f", "#c98a3e"][Math.floor(seed) % 3] as string);
  ctx.beginPath();
  ctx.ellipse(px, py, tile * 0.06, tile * 0.028, fall * 12 + seed, 0, Math.PI * 2);
  ctx.fill();
  ctx.globalAlpha = 1;
}
