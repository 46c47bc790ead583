// Time of day, the mood of a region, drifting clouds and lamps: one coarse picture of light laid over the whole.
import type { World } from "../game/world.ts";
import type { Zone } from "../game/zone.ts";
import type { Camera } from "./camera.ts";
import { type Mood, Moods } from "./moods.ts";
import { type Ctx, chance } from "./pen.ts";

/** Pixels of the canvas to one of the light. */
const COARSE = 8;
/** Ticks of a day. */
const DAY = 24_000;
const HOURS: readonly (readonly [number, Mood])[] = [
  [0, [1, 0.95, 0.86]], [0.08, [1, 1, 0.98]], [0.5, [1, 1, 0.98]], [0.6, [1, 0.86, 0.7]], [0.68, [0.62, 0.58, 0.86]], [0.74, [0.46, 0.5, 0.82]],
  [0.88, [0.46, 0.5, 0.82]], [0.96, [0.9, 0.76, 0.74]], [1, [1, 0.95, 0.86]],
];
/** Frames slower than this on average are too slow for light; faster than that it comes back. */
const SLOW_MILLIS = 42;
const FAST_MILLIS = 22;

export interface Lamp {
  x: number;
  y: number;
  radius: number;
  /** As in `rgb()`. */
  colour: string;
  strength: number;
}

export class Lighting {
  private readonly coarse = new OffscreenCanvas(1, 1);
  private readonly glows = new Map<string, OffscreenCanvas>();
  private moods: Moods | undefined;
  private mood: [number, number, number] = [1, 1, 1];
  private on = true;
  private pace = 16;
  private last = 0;
  private judgedAt = 0;
  private drawnAt = 0;

  /** @param fixed hour that is shown whatever the room's clock says, 0 to 1 */
  constructor(private readonly fixed: number | undefined) {}

  enter(zone: Zone): void {
    this.moods = new Moods(zone);
  }

  /** 0 in the day to 1 at night. */
  darkness(world: World, now: number): number {
    return 1 - this.sky(world, now)[0];
  }

  /** Leaves light out where frames come too slowly for it, unless told otherwise. */
  choose(wish: "auto" | "high" | "low", now: number): void {
    this.pace += (Math.min(200, now - this.last) - this.pace) * 0.02;
    this.last = now;
    if (wish !== "auto") {
      this.on = wish === "high";
    } else if (now - this.judgedAt > 5000) {
      this.judgedAt = now;
      this.on = this.on ? this.pace < SLOW_MILLIS : this.pace < FAST_MILLIS;
    }
  }

  get lit(): boolean {
    return this.on;
  }

  draw(ctx: Ctx, camera: Camera, left: number, top: number, world: World, lamps: readonly Lamp[], now: number, calm: boolean): void {
    if (!this.on) {
      return;
    }
    const { coarse } = this;
    const width = Math.ceil(camera.width / COARSE) + 1;
    const height = Math.ceil(camera.height / COARSE) + 1;
    if (coarse.width !== width || coarse.height !== height) {
      coarse.width = width;
      coarse.height = height;
    }
    const light = coarse.getContext("2d") as OffscreenCanvasRenderingContext2D;
    const sky = this.sky(world, now);
    const around = this.moods?.at(camera.x, camera.y) ?? [1, 1, 1];
    // Regions flow into one another over a second; the first picture has its light at once.
    const share = this.drawnAt === 0 ? 1 : 1 - Math.exp((this.drawnAt - now) / 330);
    this.drawnAt = now;
    for (let c = 0; c < 3; c++) {
      this.mood[c] = (this.mood[c] as number) + ((sky[c] as number) * (around[c] as number) - (this.mood[c] as number)) * share;
    }
    light.globalCompositeOperation = "source-over";
    light.fillStyle = `rgb(${this.mood.map((each) => Math.round(each * 255)).join(" ")})`;
    light.fillRect(0, 0, width, height);
    this.clouds(light, camera, left, top, calm ? 0 : now);
    light.globalCompositeOperation = "lighter";
    for (const lamp of lamps) {
      light.globalAlpha = Math.min(1, lamp.strength * (1.15 - this.mood[0]));
      const size = (lamp.radius * 2 * camera.tile) / COARSE;
      light.drawImage(this.glow(lamp.colour), (lamp.x * camera.tile - left) / COARSE - size / 2, (lamp.y * camera.tile - top) / COARSE - size / 2, size, size);
    }
    light.globalAlpha = 1;
    ctx.globalCompositeOperation = "multiply";
    ctx.imageSmoothingEnabled = true;
    ctx.drawImage(coarse, 0, 0, width * COARSE, height * COARSE);
    ctx.globalCompositeOperation = "source-over";
  }

  private sky(world: World, now: number): Mood {
    return hour(this.fixed ?? world.tick(now) / DAY);
  }

  private clouds(light: OffscreenCanvasRenderingContext2D, camera: Camera, left: number, top: number, now: number): void {
    const size = camera.tile;
    const spacing = 15;
    const driftX = now / 2600;
    const driftY = now / 5200;
    const firstX = Math.floor((left / size - driftX) / spacing) - 1;
    const firstY = Math.floor((top / size - driftY) / spacing) - 1;
    light.globalCompositeOperation = "multiply";
    light.globalAlpha = 0.3;
    for (let j = firstY; j * spacing < (top + camera.height) / size - driftY + spacing; j++) {
      for (let i = firstX; i * spacing < (left + camera.width) / size - driftX + spacing; i++) {
        if (chance(i, j, 51) < 0.5) {
          const x = (i + chance(i, j, 52)) * spacing + driftX;
          const y = (j + chance(i, j, 53)) * spacing + driftY;
          const wide = (6 + chance(i, j, 54) * 7) * size;
          light.drawImage(this.glow("90 96 150"), (x * size - left - wide) / COARSE, (y * size - top - wide * 0.6) / COARSE, (wide * 2) / COARSE, (wide * 1.2) / COARSE);
        }
      }
    }
    light.globalAlpha = 1;
  }

  private glow(colour: string): OffscreenCanvas {
    let canvas = this.glows.get(colour);
    if (canvas === undefined) {
      canvas = new OffscreenCanvas(64, 64);
      const ctx = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
      const fall = ctx.createRadialGradient(32, 32, 0, 32, 32, 32);
      fall.addColorStop(0, `rgb(${colour} / 1)`);
      fall.addColorStop(0.45, `rgb(${colour} / .5)`);
      fall.addColorStop(1, `rgb(${colour} / 0)`);
      ctx.fillStyle = fall;
      ctx.fillRect(0, 0, 64, 64);
      this.glows.set(colour, canvas);
    }
    return canvas;
  }
}

/** The light of the sky after so many days: red, green, blue as shares. */
function hour(days: number): Mood {
  const at = ((days % 1) + 1) % 1;
  const next = HOURS.findIndex(([from]) => from > at);
  const [fromAt, from] = HOURS[Math.max(0, next - 1)] as (typeof HOURS)[number];
  const [toAt, to] = HOURS[next < 0 ? HOURS.length - 1 : next] as (typeof HOURS)[number];
  const t = toAt === fromAt ? 0 : (at - fromAt) / (toAt - fromAt);
  return [0, 1, 2].map((c) => (from[c] as number) + ((to[c] as number) - (from[c] as number)) * t) as unknown as Mood;
}

/** The page's address may ask for an hour, for pictures: `/?hour=0.8`. */
export function askedHour(): number | undefined {
  const asked = Number.parseFloat(new URLSearchParams(location.search).get("hour") ?? "");
  return Number.isFinite(asked) ? asked : undefined;
}
