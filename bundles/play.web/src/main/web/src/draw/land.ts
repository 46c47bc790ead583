// The whole land as a small painted picture: for the map and the minimap.
import type { Zone } from "../game/zone.ts";
import { type Ctx, chance } from "./pen.ts";

const GROUND: Record<string, string> = {
  grass: "#86b25c", grass2: "#79a654", flower: "#93bb62", path: "#dcbf8d", sand: "#e8d6a0", water: "#5aa3c8", bridge: "#b0804a", marsh: "#6f8a58",
  floor: "#c2b9ad",
};
const MEADOW = "#86b25c";
/** Pixels a side that a picture may have at most. */
const MOST = 1280;

/** What a tile's thing looks like from high above, in tiles; `size` is its width. */
type Sign = (ctx: Ctx, x: number, y: number, seed: number) => void;

const SIGNS: Record<string, Sign> = {
  tree: (ctx, x, y, seed) => crown(ctx, x, y, 0.62 + seed * 0.16, "#3c6f3a", "#5c9a4c"),
  pine: (ctx, x, y, seed) => spike(ctx, x, y, 0.66 + seed * 0.16),
  bush: (ctx, x, y) => crown(ctx, x, y, 0.4, "#4c7d3c", "#6a9c4c"),
  rock: (ctx, x, y) => crown(ctx, x, y, 0.45, "#6e707a", "#a2a4ae"),
  reed: (ctx, x, y) => crown(ctx, x, y, 0.28, "#7d9a4a", "#9ab65c"),
  roof: (ctx, x, y) => block(ctx, x, y, "#a84d38", "#c76c4e"),
  door: (ctx, x, y) => block(ctx, x, y, "#5f4028", "#7d5636"),
  wall: (ctx, x, y) => block(ctx, x, y, "#8f877a", "#cfc6b6"),
  ruin: (ctx, x, y) => block(ctx, x, y, "#6f6a64", "#a19a90"),
  fence: (ctx, x, y) => dot(ctx, x + 0.5, y + 0.5, 0.24, "#7a5430"),
  grave: (ctx, x, y) => cross(ctx, x, y),
  tent: (ctx, x, y) => peak(ctx, x, y),
  campfire: (ctx, x, y) => crown(ctx, x, y, 0.42, "#b0431c", "#ffb04a"),
  shrine: (ctx, x, y) => crown(ctx, x, y, 0.9, "#2f7f9a", "#a4f0ff"),
  well: (ctx, x, y) => crown(ctx, x, y, 0.5, "#5f5f6a", "#9fb7c8"),
};

/** Pixels a tile of the picture of such a zone. */
export function landScale(zone: Zone): number {
  return Math.max(2, Math.min(8, Math.floor(MOST / Math.max(zone.width, zone.height))));
}

/** Paints it once, `scale` pixels a tile. */
export function paintLand(zone: Zone, scale: number): HTMLCanvasElement {
  const soft = document.createElement("canvas");
  soft.width = zone.width;
  soft.height = zone.height;
  const ground = soft.getContext("2d") as Ctx;
  const land = document.createElement("canvas");
  land.width = zone.width * scale;
  land.height = zone.height * scale;
  const ctx = land.getContext("2d") as Ctx;
  for (let y = 0; y < zone.height; y++) {
    for (let x = 0; x < zone.width; x++) {
      ground.fillStyle = GROUND[zone.groundAt(x, y)] ?? MEADOW;
      ground.fillRect(x, y, 1, 1);
    }
  }
  ctx.imageSmoothingQuality = "high";
  ctx.drawImage(soft, 0, 0, land.width, land.height);
  ctx.scale(scale, scale);
  shade(ctx, zone);
  for (let y = 0; y < zone.height; y++) {
    for (let x = 0; x < zone.width; x++) {
      const name = zone.objectAt(x, y);
      if (name !== "") {
        (SIGNS[name] ?? SIGNS["rock"])?.(ctx, x, y, chance(x, y, 2));
      }
    }
  }
  return land;
}

/** A drawn shore, and hatching that makes meadows less even. */
function shade(ctx: Ctx, zone: Zone): void {
  for (let y = 0; y < zone.height; y++) {
    for (let x = 0; x < zone.width; x++) {
      const here = zone.groundAt(x, y);
      if (here === "water") {
        ctx.fillStyle = "rgba(255, 250, 230, .75)";
        for (const [dx, dy, left, top, wide, high] of [[0, -1, 0, 0, 1, 0.14], [0, 1, 0, 0.86, 1, 0.14], [-1, 0, 0, 0, 0.14, 1], [1, 0, 0.86, 0, 0.14, 1]] as const) {
          const next = zone.groundAt(x + dx, y + dy);
          if (next !== "water" && next !== "bridge") {
            ctx.fillRect(x + left, y + top, wide, high);
          }
        }
      } else if ((here === "grass" || here === "grass2") && chance(x, y, 71) < 0.12) {
        ctx.strokeStyle = "rgba(58, 92, 40, .35)";
        ctx.lineWidth = 0.12;
        ctx.beginPath();
        ctx.moveTo(x + 0.2, y + 0.7);
        ctx.lineTo(x + 0.4, y + 0.35);
        ctx.moveTo(x + 0.55, y + 0.75);
        ctx.lineTo(x + 0.7, y + 0.4);
        ctx.stroke();
      }
    }
  }
}

function dot(ctx: Ctx, x: number, y: number, radius: number, colour: string): void {
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.fill();
}

function crown(ctx: Ctx, x: number, y: number, radius: number, dark: string, light: string): void {
  dot(ctx, x + 0.62, y + 0.66, radius, "rgba(30, 34, 30, .25)");
  dot(ctx, x + 0.5, y + 0.45, radius, dark);
  dot(ctx, x + 0.42, y + 0.34, radius * 0.6, light);
}

function spike(ctx: Ctx, x: number, y: number, half: number): void {
  dot(ctx, x + 0.66, y + 0.8, half * 0.7, "rgba(30, 34, 30, .25)");
  for (const [wide, colour] of [[1, "#28564a"], [0.45, "#46806a"]] as const) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.moveTo(x + 0.5, y - 0.5);
    ctx.lineTo(x + 0.5 + (wide === 1 ? half : 0), y + 0.95);
    ctx.lineTo(x + 0.5 - half * (wide === 1 ? 1 : 0.8), y + 0.95);
    ctx.fill();
  }
}

function block(ctx: Ctx, x: number, y: number, dark: string, light: string): void {
  ctx.fillStyle = "rgba(30, 34, 30, .25)";
  ctx.fillRect(x + 0.15, y + 0.2, 1.05, 1.05);
  ctx.fillStyle = dark;
  ctx.fillRect(x, y, 1, 1);
  ctx.fillStyle = light;
  ctx.fillRect(x, y, 1, 0.55);
}

function cross(ctx: Ctx, x: number, y: number): void {
  ctx.fillStyle = "#5c5a66";
  ctx.fillRect(x + 0.36, y, 0.28, 1);
  ctx.fillRect(x + 0.12, y + 0.2, 0.76, 0.26);
}

function peak(ctx: Ctx, x: number, y: number): void {
  ctx.fillStyle = "#7a4526";
  ctx.beginPath();
  ctx.moveTo(x + 0.5, y - 0.4);
  ctx.lineTo(x + 1.3, y + 1);
  ctx.lineTo(x - 0.3, y + 1);
  ctx.fill();
  ctx.fillStyle = "#d08a4c";
  ctx.beginPath();
  ctx.moveTo(x + 0.5, y - 0.4);
  ctx.lineTo(x + 0.5, y + 1);
  ctx.lineTo(x - 0.3, y + 1);
  ctx.fill();
}
