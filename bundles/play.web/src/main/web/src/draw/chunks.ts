// Painted pieces of the ground, kept while they are near.
import type { Zone } from "../game/zone.ts";
import type { Camera } from "./camera.ts";
import { CHUNK, paintGround } from "./ground.ts";
import type { Ctx } from "./pen.ts";
import type { Scenery } from "./scenery.ts";

const KEPT = 72;

export class Chunks {
  private readonly painted = new Map<number, HTMLCanvasElement>();

  constructor(
    private readonly zone: Zone,
    private readonly scenery: Scenery,
  ) {}

  clear(): void {
    this.painted.clear();
  }

  /** Draws what is in view, and paints one piece beyond it ahead of need. */
  draw(ctx: Ctx, camera: Camera, left: number, top: number): void {
    const size = CHUNK * camera.tile;
    const firstX = Math.floor(left / size);
    const firstY = Math.floor(top / size);
    const lastX = Math.floor((left + camera.width) / size);
    const lastY = Math.floor((top + camera.height) / size);
    for (let y = firstY; y <= lastY; y++) {
      for (let x = firstX; x <= lastX; x++) {
        ctx.drawImage(this.piece(x, y, camera.tile), x * size - left, y * size - top);
      }
    }
    for (let y = firstY - 1; y <= lastY + 1; y++) {
      for (let x = firstX - 1; x <= lastX + 1; x++) {
        if (!this.painted.has(key(x, y))) {
          this.piece(x, y, camera.tile);
          return;
        }
      }
    }
  }

  private piece(x: number, y: number, tile: number): HTMLCanvasElement {
    const id = key(x, y);
    let canvas = this.painted.get(id);
    if (canvas === undefined) {
      canvas = document.createElement("canvas");
      canvas.width = CHUNK * tile;
      canvas.height = CHUNK * tile;
      const ctx = canvas.getContext("2d", { alpha: false }) as Ctx;
      paintGround(ctx, this.zone, x * CHUNK, y * CHUNK, tile);
      this.scenery.shade(ctx, x * CHUNK, y * CHUNK, CHUNK, tile);
    } else {
      this.painted.delete(id);
    }
    this.painted.set(id, canvas);
    if (this.painted.size > KEPT) {
      this.painted.delete(this.painted.keys().next().value as number);
    }
    return canvas;
  }
}

function key(x: number, y: number): number {
  return (y + 512) * 4096 + x + 512;
}
