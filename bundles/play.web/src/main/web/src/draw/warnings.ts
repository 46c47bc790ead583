// Circles on the ground that fill while somebody casts: where it will fall, and when.
import type { Ctx } from "./pen.ts";
import { prune } from "./prune.ts";

export interface Warning {
  /** Who casts. */
  id: number;
  x: number;
  y: number;
  radius: number;
  born: number;
  /** Until it falls, in milliseconds. */
  life: number;
  /** As in `rgb()`. */
  tone: string;
}

/** How long one stays after its time, as news of the end may come late. */
const LATE_MILLIS = 300;

export class Warnings {
  private readonly all: Warning[] = [];

  /** One a caster. */
  add(warning: Warning): void {
    this.over(warning.id);
    this.all.push(warning);
  }

  /** It fell, or was broken off. */
  over(id: number): void {
    prune(this.all, (each) => each.id !== id);
  }

  draw(ctx: Ctx, tile: number, now: number): void {
    prune(this.all, (each) => now - each.born <= each.life + LATE_MILLIS);
    for (const each of this.all) {
      const share = Math.min(1, (now - each.born) / Math.max(1, each.life));
      const x = each.x * tile;
      const y = each.y * tile;
      ctx.beginPath();
      ctx.arc(x, y, each.radius * tile, 0, Math.PI * 2);
      ctx.fillStyle = `rgb(${each.tone} / .16)`;
      ctx.fill();
      ctx.lineWidth = tile * 0.06;
      ctx.strokeStyle = `rgb(${each.tone} / .9)`;
      ctx.stroke();
      ctx.beginPath();
      ctx.arc(x, y, each.radius * tile * share, 0, Math.PI * 2);
      ctx.fillStyle = `rgb(${each.tone} / .3)`;
      ctx.fill();
    }
  }
}
