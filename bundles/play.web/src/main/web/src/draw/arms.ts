// Weapons and shields in hands, the grip at the origin, pointing right.
import type { Dress } from "./dress.ts";
import { type Ctx, INK, limb, oval, polygon, shape } from "./pen.ts";

export function drawArm(ctx: Ctx, dress: Dress, time: number, casting: number): void {
  ctx.save();
  switch (dress.arm) {
    case "staff":
      staff(ctx, dress, time, casting);
      break;
    case "bow":
      bow(ctx);
      break;
    case "dagger":
      shape(ctx, "#dfe6ee", polygon(2, -2, 12, -1.8, 15, 0, 12, 1.8, 2, 2), 1.8);
      hilt(ctx, "#8a5f38", 3.6);
      break;
    case "cleaver":
      shape(ctx, "#c9c4b6", polygon(2, -2, 5, -3, 20, -7, 23, -2, 20, 2, 2, 2), 1.8);
      hilt(ctx, "#7a4f30", 3);
      break;
    case "axe":
      limb(ctx, "#8a5f38", [-4, 0, 18, 0], 2.6);
      shape(ctx, "#cfd6de", polygon(12, -2, 15, -10, 23, -8, 24, 0, 22, 7, 14, 6, 12, 2), 1.8);
      break;
    case "sword":
      sword(ctx, dress.glow);
      break;
    default:
      break;
  }
  if (dress.glow !== "" && dress.arm !== "staff") {
    shine(ctx, dress.glow, time);
  }
  ctx.restore();
}

function sword(ctx: Ctx, glow: string): void {
  shape(ctx, glow === "" ? "#e4ebf2" : mixWhite(glow), polygon(2, -2.3, 21, -1.9, 26, 0, 21, 1.9, 2, 2.3), 1.8);
  ctx.fillStyle = "rgba(90, 110, 150, .5)";
  ctx.fillRect(4, 0, 17, 1.4);
  hilt(ctx, "#e0b041", 5);
}

function hilt(ctx: Ctx, colour: string, half: number): void {
  shape(ctx, colour, polygon(0.3, -half, 3, -half, 3, half, 0.3, half), 1.6);
}

function shine(ctx: Ctx, colour: string, time: number): void {
  ctx.globalCompositeOperation = "lighter";
  ctx.globalAlpha *= 0.35 + Math.sin(time * 4) * 0.1;
  oval(ctx, colour, 13, 0, 15, 5, 0, 0);
  ctx.globalCompositeOperation = "source-over";
}

function staff(ctx: Ctx, dress: Dress, time: number, casting: number): void {
  const gem = dress.glow === "" ? "#7fd8ff" : dress.glow;
  limb(ctx, "#8a5f38", [-14, 0, 20, 0], 2.8);
  limb(ctx, "#a97a48", [20, 0, 23, -4.5, 27, -4], 2);
  limb(ctx, "#a97a48", [20, 0, 23, 4.5, 27, 4], 2);
  const beat = 1 + Math.sin(time * 3) * 0.06 + casting * 0.3;
  oval(ctx, gem, 25.5, 0, 4.2 * beat, 4.2 * beat, 0, 1.6);
  oval(ctx, "rgba(255, 255, 255, .8)", 24.4, -1.4, 1.3, 1.3, 0, 0);
}

function bow(ctx: Ctx): void {
  ctx.lineCap = "round";
  ctx.translate(3, 0);
  for (const [style, width] of [[INK, 5], ["#cdb894", 2.6]] as const) {
    ctx.strokeStyle = style;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(-3, -14);
    ctx.quadraticCurveTo(9, 0, -3, 14);
    ctx.stroke();
  }
  ctx.strokeStyle = "#f4efe2";
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(-3, -14);
  ctx.lineTo(-3, 14);
  ctx.stroke();
}

/** A round shield, its middle at the origin. */
export function drawShield(ctx: Ctx, dress: Dress): void {
  oval(ctx, "#c7cdd6", 0, 0, 8.6, 9.6);
  oval(ctx, dress.cape, 0, 0, 6, 7, 0, 0);
  shape(ctx, "#f0d27a", polygon(-1.3, -6.6, 1.3, -6.6, 1.3, 6.6, -1.3, 6.6), 0);
  oval(ctx, "#f0d27a", 0, 0, 2.6, 2.8, 0, 1.4);
}

function mixWhite(colour: string): string {
  return `color-mix(in srgb, ${colour} 45%, #f4f8ff)`;
}
