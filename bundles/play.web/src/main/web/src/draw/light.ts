// Fires and what shines.
import type { Lamp } from "./lighting.ts";
import { type Ctx, INK } from "./pen.ts";
import type { Standing } from "./scenery.ts";

const GLOWS: Record<string, { colour: string; radius: number; rise: number; flicker: number }> = {
  campfire: { colour: "255, 150, 60", radius: 2.6, rise: 0.3, flicker: 0.12 },
  shrine: { colour: "90, 200, 255", radius: 2.3, rise: 0.8, flicker: 0.05 },
};

/** Adds the light of a thing by name; nothing for what does not shine. */
export function drawGlow(ctx: Ctx, name: string, x: number, y: number, tile: number, now: number): void {
  const glow = GLOWS[name];
  if (glow === undefined) {
    return;
  }
  const strength = 0.3 + Math.sin(now / 130 + x) * glow.flicker * 0.5 + Math.sin(now / 310) * glow.flicker * 0.5;
  const radius = glow.radius * tile;
  const cy = y - glow.rise * tile;
  const light = ctx.createRadialGradient(x, cy, 0, x, cy, radius);
  light.addColorStop(0, `rgba(${glow.colour}, ${strength})`);
  light.addColorStop(1, `rgba(${glow.colour}, 0)`);
  ctx.fillStyle = light;
  ctx.fillRect(x - radius, cy - radius, radius * 2, radius * 2);
}

export function drawFlames(ctx: Ctx, x: number, y: number, unit: number, now: number): void {
  ctx.save();
  ctx.translate(x, y - 4 * unit);
  ctx.scale(unit, unit);
  for (const [size, colour, speed] of [[1, "#f0642f", 90], [0.66, "#ffa93d", 75], [0.36, "#fff0a8", 60]] as const) {
    const tip = -27 * size + Math.sin(now / speed) * 3;
    const lean = Math.sin(now / (speed * 1.7)) * 3;
    ctx.beginPath();
    ctx.moveTo(-10 * size, 0);
    ctx.quadraticCurveTo(-11 * size, -12 * size, lean, tip);
    ctx.quadraticCurveTo(11 * size, -12 * size, 10 * size, 0);
    ctx.quadraticCurveTo(0, 5 * size, -10 * size, 0);
    ctx.fillStyle = colour;
    ctx.fill();
    if (size === 1) {
      ctx.strokeStyle = INK;
      ctx.lineWidth = 1.6;
      ctx.stroke();
    }
  }
  ctx.restore();
}

/** Adds the lamps of a thing; windows are lit when it is dark. */
export function lampOf(standing: Standing, dark: number, now: number, into: Lamp[]): void {
  if (standing.name === "campfire") {
    into.push({ x: standing.x, y: standing.y - 0.3, radius: 6 + Math.sin(now / 110 + standing.x) * 0.3, colour: "255 170 90", strength: 1.3 });
  } else if (standing.name === "shrine") {
    into.push({ x: standing.x, y: standing.y - 0.7, radius: 6, colour: "140 220 255", strength: 1.1 });
  } else if (standing.name === "house" && dark > 0.1) {
    into.push({ x: standing.x + 2, y: standing.y - 0.4, radius: 4.5, colour: "255 200 120", strength: dark * 1.8 });
  }
}
