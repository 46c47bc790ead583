// The evening behind the first screen: stars, a low sun, hills with the realm on them.
import { house } from "../draw/masonry.ts";
import { type Ctx, chance } from "../draw/pen.ts";
import { PROPS } from "../draw/props.ts";
import { by } from "./dom.ts";

interface Hill {
  /** Crest as a share of the height, and how much it rises and falls. */
  crest: number;
  swing: number;
  phase: number;
  colour: string;
  shade: string;
  scale: number;
  things: readonly string[];
  every: number;
}

const HILLS: readonly Hill[] = [
  { crest: 0.66, swing: 0.05, phase: 0.4, colour: "#5d6f8c", shade: "#4b5a7a", scale: 0.45, things: ["pine", "pine", "pine"], every: 34 },
  { crest: 0.74, swing: 0.045, phase: 2.1, colour: "#4a7d63", shade: "#3b6655", scale: 0.7, things: ["pine", "tree", "pine", "rock"], every: 74 },
  { crest: 0.84, swing: 0.05, phase: 4.2, colour: "#5f9a55", shade: "#4a8048", scale: 1.05, things: ["tree", "bush", "rock", "tree", "bush", "reed"], every: 118 },
];

export class Backdrop {
  private readonly canvas = by<HTMLCanvasElement>("backdrop");
  private readonly paint = (): void => this.draw();

  constructor() {
    addEventListener("resize", this.paint);
    this.draw();
  }

  close(): void {
    removeEventListener("resize", this.paint);
  }

  private draw(): void {
    const ratio = Math.min(2, devicePixelRatio || 1);
    const width = innerWidth;
    const height = innerHeight;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    const ctx = this.canvas.getContext("2d") as Ctx;
    ctx.scale(ratio, ratio);
    sky(ctx, width, height);
    HILLS.forEach((hill, index) => {
      drawHill(ctx, hill, width, height);
      if (index === 1) {
        village(ctx, hill, width, height);
      }
    });
  }
}

function crest(hill: Hill, x: number, width: number, height: number): number {
  const t = x / Math.max(width, 700);
  return height * (hill.crest + Math.sin(t * 5 + hill.phase) * hill.swing + Math.sin(t * 11 + hill.phase * 2) * hill.swing * 0.3);
}

function sky(ctx: Ctx, width: number, height: number): void {
  const light = ctx.createLinearGradient(0, 0, 0, height * 0.8);
  for (const [at, colour] of [[0, "#1d2f55"], [0.4, "#5c6297"], [0.68, "#d98f83"], [0.85, "#f6c98d"], [1, "#fbe3b0"]] as const) {
    light.addColorStop(at, colour);
  }
  ctx.fillStyle = light;
  ctx.fillRect(0, 0, width, height);
  for (let i = 0; i < 90; i++) {
    const y = chance(i, 2, 31) * height * 0.45;
    ctx.fillStyle = `rgba(255, 246, 220, ${(0.25 + chance(i, 3, 31) * 0.6) * (1 - y / (height * 0.5))})`;
    ctx.beginPath();
    ctx.arc(chance(i, 1, 31) * width, y, 0.6 + chance(i, 4, 31) * 1.1, 0, Math.PI * 2);
    ctx.fill();
  }
  const sun = ctx.createRadialGradient(width * 0.78, height * 0.6, 10, width * 0.78, height * 0.6, height * 0.45);
  sun.addColorStop(0, "rgba(255, 244, 206, 1)");
  sun.addColorStop(0.13, "rgba(255, 226, 160, .95)");
  sun.addColorStop(0.16, "rgba(255, 205, 140, .5)");
  sun.addColorStop(1, "rgba(255, 180, 120, 0)");
  ctx.fillStyle = sun;
  ctx.fillRect(0, 0, width, height);
}

function drawHill(ctx: Ctx, hill: Hill, width: number, height: number): void {
  ctx.beginPath();
  ctx.moveTo(0, height);
  for (let x = 0; x <= width + 8; x += 8) {
    ctx.lineTo(x, crest(hill, x, width, height));
  }
  ctx.lineTo(width, height);
  ctx.closePath();
  const fill = ctx.createLinearGradient(0, height * (hill.crest - hill.swing), 0, height);
  fill.addColorStop(0, hill.colour);
  fill.addColorStop(1, hill.shade);
  ctx.fillStyle = fill;
  ctx.fill();
  for (let i = 0; i * hill.every < width + hill.every; i++) {
    const roll = chance(i, Math.round(hill.crest * 100), 32);
    const name = hill.things[Math.floor(roll * hill.things.length)] as string;
    const x = (i + chance(i, Math.round(hill.crest * 100), 33) * 0.8) * hill.every;
    const y = crest(hill, x, width, height) + (4 + chance(i, 5, 34) * 16) * hill.scale;
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(hill.scale, hill.scale);
    PROPS[name]?.draw(ctx, chance(i, 6, 35));
    ctx.restore();
  }
  const haze = ctx.createLinearGradient(0, height * (hill.crest - 0.2), 0, height);
  haze.addColorStop(0, "rgba(190, 140, 150, 0)");
  haze.addColorStop(0.5, hill.crest < 0.7 ? "rgba(170, 130, 160, .42)" : "rgba(60, 50, 100, .12)");
  haze.addColorStop(1, "rgba(60, 50, 100, .16)");
  ctx.fillStyle = haze;
  ctx.fillRect(0, height * (hill.crest - 0.2), width, height);
}

function village(ctx: Ctx, hill: Hill, width: number, height: number): void {
  [0.07, 0.17, 0.9].forEach((at, index) => {
    const x = width * at;
    ctx.save();
    ctx.translate(x - 60, crest(hill, x, width, height) + 26);
    ctx.scale(0.62, 0.62);
    house(ctx, { x: index * 3, y: 5, width: 4, roof: 2, walls: 1, doors: [1] });
    ctx.restore();
  });
}
