// The land around, small.
import type { Ctx } from "../draw/pen.ts";
import type { Point } from "../game/path.ts";
import type { World } from "../game/world.ts";
import { by } from "./dom.ts";

/** Tiles from the middle to an edge. */
const RADIUS = 24;
const SIZE = 148;

export class Minimap {
  private readonly canvas = by<HTMLCanvasElement>("minimap");

  constructor(
    private readonly land: HTMLCanvasElement,
    /** Pixels a tile of `land`. */
    private readonly scale: number,
  ) {
    const ratio = Math.min(2, devicePixelRatio || 1);
    this.canvas.width = this.canvas.height = SIZE * ratio;
  }

  /** `way` is where the arrow points. */
  draw(world: World, target: number, way: Point | undefined): void {
    const me = world.me;
    const ctx = this.canvas.getContext("2d");
    if (me === undefined || ctx === null) {
      return;
    }
    const size = this.canvas.width;
    const tile = size / (RADIUS * 2);
    const unit = size / SIZE;
    const across = RADIUS * 2 * this.scale;
    ctx.imageSmoothingQuality = "high";
    ctx.fillStyle = "#3f6a3c";
    ctx.fillRect(0, 0, size, size);
    ctx.drawImage(this.land, (me.x - RADIUS) * this.scale, (me.y - RADIUS) * this.scale, across, across, 0, 0, size, size);
    const dot = (x: number, y: number, radius: number, colour: string): void => {
      ctx.beginPath();
      ctx.arc((x - me.x + RADIUS) * tile, (y - me.y + RADIUS) * tile, radius * unit, 0, Math.PI * 2);
      ctx.fillStyle = colour;
      ctx.fill();
      ctx.lineWidth = unit;
      ctx.strokeStyle = "rgba(20, 14, 24, .85)";
      ctx.stroke();
    };
    world.drops.forEach((drop) => dot(drop.x, drop.y, 1.8, "#ffe27a"));
    world.monsters.forEach((each) => {
      if (!each.dead) {
        dot(each.x, each.y, each.id === target ? 3.8 : 2.5, "#f0574a");
      }
    });
    world.heroes.forEach((each) => {
      if (each !== me) {
        dot(each.x, each.y, 3, "#74c9ff");
      }
    });
    if (way !== undefined) {
      this.lead(ctx, me, way, tile, unit);
    }
    arrow(ctx, size / 2, size / 2, unit, me.facing);
  }

  /** The way's end, or a chevron at the edge in its direction. */
  private lead(ctx: Ctx, me: Point, way: Point, tile: number, unit: number): void {
    const dx = way.x - me.x;
    const dy = way.y - me.y;
    const far = Math.max(Math.abs(dx), Math.abs(dy));
    const share = Math.min(1, (RADIUS - 3) / Math.max(0.01, far));
    ctx.save();
    ctx.translate((RADIUS + dx * share) * tile, (RADIUS + dy * share) * tile);
    ctx.rotate(Math.atan2(dy, dx));
    ctx.scale(unit, unit);
    ctx.beginPath();
    ctx.moveTo(6, 0);
    ctx.lineTo(-4, -6);
    ctx.lineTo(-1, 0);
    ctx.lineTo(-4, 6);
    ctx.closePath();
    ctx.fillStyle = "#ffcf4a";
    ctx.strokeStyle = "#2a2030";
    ctx.lineWidth = 1.6;
    ctx.fill();
    ctx.stroke();
    ctx.restore();
  }
}

/** Where one is and looks. */
export function arrow(ctx: Ctx, x: number, y: number, unit: number, facing: number): void {
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(facing);
  ctx.scale(unit, unit);
  ctx.beginPath();
  ctx.moveTo(7, 0);
  ctx.lineTo(-5, -5);
  ctx.lineTo(-2.5, 0);
  ctx.lineTo(-5, 5);
  ctx.closePath();
  ctx.fillStyle = "#fff8e0";
  ctx.strokeStyle = "#2a2030";
  ctx.lineWidth = 1.8;
  ctx.stroke();
  ctx.fill();
  ctx.restore();
}
