// Painted pieces of the ground, kept while they are near.
import type { Zone } from "../game/zone.ts";
import type { Camera } from "./camera.ts";
import { CHUNK, paintGround } from "./ground.ts";
import type { Ctx } from "./pen.ts";
import type { Scenery } from "./scenery.ts";

const KEPT = 72;
/** So much of a frame may go into what will be needed later. */
const AHEAD_MILLIS = 2;

/** A piece that is being painted. */
interface Ahead {
  id: number;
  canvas: HTMLCanvasElement;
  work: Generator<void>;
}

export class Chunks {
  private readonly painted = new Map<number, HTMLCanvasElement>();
  private ahead: Ahead | undefined;

  constructor(
    private readonly zone: Zone,
    private readonly scenery: Scenery,
  ) {}

  clear(): void {
    this.ahead = undefined;
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
    this.prepare(firstX - 1, firstY - 1, lastX + 1, lastY + 1, camera.tile);
  }

  /** Paints one piece beyond the view ahead of need, a little each frame, so that no frame is long. */
  private prepare(firstX: number, firstY: number, lastX: number, lastY: number, tile: number): void {
    for (let y = firstY; y <= lastY; y++) {
      for (let x = firstX; x <= lastX; x++) {
        if (!this.painted.has(key(x, y))) {
          const ahead = this.work(x, y, tile);
          const until = performance.now() + AHEAD_MILLIS;
          while (performance.now() < until) {
            if (ahead.work.next().done === true) {
              this.keep(ahead.id, ahead.canvas);
              return;
            }
          }
          return;
        }
      }
    }
  }

  private piece(x: number, y: number, tile: number): HTMLCanvasElement {
    const id = key(x, y);
    let canvas = this.painted.get(id);
    if (canvas === undefined) {
      const { work, canvas: made } = this.work(x, y, tile);
      while (work.next().done !== true) {
        // It is needed now: whatever it takes.
      }
      canvas = made;
    } else {
      this.painted.delete(id);
    }
    this.keep(id, canvas);
    return canvas;
  }

  /** What was begun of a piece, or a new beginning. */
  private work(x: number, y: number, tile: number): Ahead {
    const id = key(x, y);
    if (this.ahead?.id !== id) {
      const canvas = document.createElement("canvas");
      canvas.width = CHUNK * tile;
      canvas.height = CHUNK * tile;
      this.ahead = { id, canvas, work: this.paint(canvas.getContext("2d", { alpha: false }) as Ctx, x, y, tile) };
    }
    return this.ahead;
  }

  private *paint(ctx: Ctx, x: number, y: number, tile: number): Generator<void> {
    yield* paintGround(ctx, this.zone, x * CHUNK, y * CHUNK, tile);
    yield;
    this.scenery.shade(ctx, x * CHUNK, y * CHUNK, CHUNK, tile);
  }

  private keep(id: number, canvas: HTMLCanvasElement): void {
    if (this.ahead?.id === id) {
      this.ahead = undefined;
    }
    this.painted.set(id, canvas);
    if (this.painted.size > KEPT) {
      this.painted.delete(this.painted.keys().next().value as number);
    }
  }
}

function key(x: number, y: number): number {
  return (y + 512) * 4096 + x + 512;
}
