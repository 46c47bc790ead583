// Hens that scratch about where it is safe: no part of the game, seen by each page for itself.
import type { Zone } from "../game/zone.ts";
import { type Ctx, INK, chance, limb, oval, polygon, shadow, shape } from "./pen.ts";
import type { Bounds } from "./water.ts";

/** A home's share of the free ground in a safe area. */
const DENSITY = 0.022;
/** A hen goes a few steps, and then pecks until this time is over. */
const TURN_MILLIS = 5200;
const WALK = 0.3;
/** How far from home, in tiles. */
const RANGE = 1.2;
const SIZE = 1.2;
/** In the dark they roost. */
const DUSK = 0.3;

export interface Hen {
  x: number;
  y: number;
  seed: number;
  left: boolean;
  /** 0 where it stands, else how far the stride is. */
  step: number;
  pecks: boolean;
}

export class Hens {
  private readonly homes: { x: number; y: number }[] = [];

  constructor(zone: Zone) {
    for (const safe of zone.safe) {
      for (let y = Math.ceil(safe.y) + 1; y < safe.y + safe.height - 1; y++) {
        for (let x = Math.ceil(safe.x) + 1; x < safe.x + safe.width - 1; x++) {
          if (chance(x, y, 71) < DENSITY && roomy(zone, x, y)) {
            this.homes.push({ x: x + 0.5, y: y + 0.5 });
          }
        }
      }
    }
  }

  /** Those in view, where they are by now. Everything follows from place and time. */
  within(bounds: Bounds, now: number, dark: number, visit: (hen: Hen) => void): void {
    if (dark > DUSK) {
      return;
    }
    this.homes.forEach((home, index) => {
      if (home.x > bounds.left - 2 && home.x < bounds.right + 2 && home.y > bounds.top - 2 && home.y < bounds.bottom + 2) {
        visit(henAt(home, index, now));
      }
    });
  }
}

function henAt(home: { x: number; y: number }, seed: number, now: number): Hen {
  const time = now / TURN_MILLIS + seed * 0.37;
  const turn = Math.floor(time);
  const part = time - turn;
  const at = (index: number, salt: number): number => (chance(index, seed, salt) * 2 - 1) * RANGE;
  const share = Math.min(1, part / WALK);
  const fromX = at(turn, 72);
  const toX = at(turn + 1, 72);
  const fromY = at(turn, 73);
  return {
    x: home.x + fromX + (toX - fromX) * share, y: home.y + fromY + (at(turn + 1, 73) - fromY) * share, seed, left: toX < fromX,
    step: share < 1 ? part * 60 : 0, pecks: share === 1 && Math.sin(part * 40) > 0.2,
  };
}

/** Whether a hen finds grass or a path all around. */
function roomy(zone: Zone, x: number, y: number): boolean {
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if (zone.blocked(x + dx, y + dy) || zone.groundAt(x + dx, y + dy) === "floor" || zone.objectAt(x + dx, y + dy) !== "") {
        return false;
      }
    }
  }
  return true;
}

/** Feet at (x, y) in pixels; `unit` is pixels a unit. */
export function drawHen(ctx: Ctx, hen: Hen, x: number, y: number, unit: number): void {
  const coat = (["#fbf6ea", "#c9733f", "#fbf6ea", "#efe0b8"] as const)[hen.seed % 4] as string;
  const nod = hen.pecks ? 1 : 0;
  const sway = Math.sin(hen.step) * (hen.step > 0 ? 2 : 0);
  ctx.save();
  ctx.translate(x, y);
  ctx.scale((hen.left ? -SIZE : SIZE) * unit, SIZE * unit);
  shadow(ctx, 8, 3, 0.24);
  limb(ctx, "#e2973a", [-2 + sway, -5, -2 + sway, 0], 1);
  limb(ctx, "#e2973a", [2 - sway, -5, 2 - sway, 0], 1);
  shape(ctx, coat, polygon(-6, -9, -12, -16, -9, -7), 1.6);
  oval(ctx, coat, 0, -9, 8, 6, -0.15, 1.8);
  oval(ctx, "rgba(60, 30, 20, .22)", -1.5, -9, 4.4, 3, -0.3, 0);
  ctx.translate(7, -15 + nod * 9);
  shape(ctx, "#d8433a", polygon(-2, -3, -1, -6.5, 0.6, -4, 2, -6, 3, -2.5), 1.2);
  oval(ctx, coat, 0, 0, 3.8, 3.8, 0, 1.6);
  shape(ctx, "#f0a63c", polygon(3, -1, 7, 0.6 + nod, 3, 2), 1.2);
  oval(ctx, INK, 1.2, -0.8, 0.8, 0.9, 0, 0);
  ctx.restore();
}
