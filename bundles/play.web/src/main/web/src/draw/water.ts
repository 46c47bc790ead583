// Light on moving water.
import type { Zone } from "../game/zone.ts";
import { type Ctx, chance } from "./pen.ts";

/** The part of the world in view, in tiles. */
export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function drawRipples(ctx: Ctx, zone: Zone, bounds: Bounds, tile: number, now: number): void {
  ctx.strokeStyle = "#d9f2fa";
  ctx.lineWidth = tile * 0.035;
  ctx.lineCap = "round";
  for (let y = Math.floor(bounds.top); y <= bounds.bottom; y++) {
    for (let x = Math.floor(bounds.left); x <= bounds.right; x++) {
      if (zone.groundAt(x, y) !== "water") {
        continue;
      }
      const phase = now / 1400 + chance(x, y, 12) * 6.3;
      const strength = Math.sin(phase);
      if (strength > 0.1) {
        const cx = (x + 0.25 + chance(x, y, 13) * 0.5 + Math.sin(phase * 0.5) * 0.1) * tile;
        const cy = (y + 0.25 + chance(x, y, 14) * 0.5) * tile;
        ctx.globalAlpha = strength * 0.45;
        ctx.beginPath();
        ctx.moveTo(cx - tile * 0.13, cy);
        ctx.quadraticCurveTo(cx, cy - tile * 0.06, cx + tile * 0.13, cy);
        ctx.stroke();
      }
    }
  }
  ctx.globalAlpha = 1;
}
