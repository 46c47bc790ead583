import { type Ctx, INK, clamp01, limb, oval, polygon, pulse, shape } from "./pen.ts";
import type { Pose } from "./pose.ts";

const VESTS = ["#8a5a34", "#7a4a5a", "#5f5a3a"] as const;

/** Feet at the origin, looking right, 48 units to a tile. */
export function drawGoblin(ctx: Ctx, pose: Pose): void {
  const swing = Math.sin(pose.step * 1.25) * pose.stride;
  const y = -Math.abs(Math.cos(pose.step * 1.25)) * pose.stride * 3.5 - Math.sin(pose.time * 3) * 0.6;
  const skin = pose.tint < 0.5 ? "#7fb04a" : "#6fa552";
  ctx.save();
  ctx.rotate(0.05 + pulse(pose.swing) * 0.2);
  limb(ctx, skin, [-4, -9 + y, -4 - swing * 6, -2.5 - Math.max(0, swing) * 4], 4.6);
  limb(ctx, skin, [4, -9 + y, 4 + swing * 6, -2.5 - Math.max(0, -swing) * 4], 4.6);
  shape(ctx, VESTS[Math.floor(pose.tint * VESTS.length)] as string, (c) => {
    c.moveTo(-7, -21 + y);
    c.quadraticCurveTo(0, -24 + y, 7, -21 + y);
    c.quadraticCurveTo(11, -13 + y, 8, -8 + y);
    c.lineTo(4, -5 + y);
    c.lineTo(1, -8 + y);
    c.lineTo(-3, -5 + y);
    c.lineTo(-8, -8 + y);
    c.quadraticCurveTo(-11, -13 + y, -7, -21 + y);
    c.closePath();
  });
  limb(ctx, "#4a3022", [-8, -12 + y, 8, -12 + y], 1.4);
  face(ctx, pose, y, skin);
  dagger(ctx, pose, y, swing, skin);
  ctx.restore();
}

function face(ctx: Ctx, pose: Pose, y: number, skin: string): void {
  const wiggle = Math.sin(pose.time * 5) * 0.06 + pose.hurt * 0.5;
  for (const side of [-1, 1]) {
    ctx.save();
    ctx.translate(side * 9, -28 + y);
    ctx.rotate(side * (0.15 + wiggle));
    shape(ctx, skin, (c) => {
      c.moveTo(0, -4);
      c.quadraticCurveTo(side * 9, -7, side * 15, -9);
      c.quadraticCurveTo(side * 11, 1, 0, 4);
      c.closePath();
    });
    shape(ctx, "#c98a78", polygon(side * 3, -2, side * 11, -6.4, side * 4, 1.4), 0);
    ctx.restore();
  }
  oval(ctx, skin, 0, -28 + y, 11.5, 10);
  if (pose.back) {
    return;
  }
  const squint = pose.hurt > 0.3 || pose.time % 4.1 < 0.12 ? 0.5 : 3;
  for (const x of [-1.5, 6.5]) {
    oval(ctx, "#ffe27a", x, -29 + y, 3, squint, 0, 1.4);
    ctx.fillStyle = INK;
    ctx.fillRect(x + 0.4, -29 - squint * 0.7 + y, 1.4, squint * 1.4);
  }
  shape(ctx, "#8fc05a", polygon(2, -27 + y, 7.5, -24.5 + y, 2.5, -23.5 + y), 1.4);
  ctx.strokeStyle = INK;
  ctx.lineWidth = 1.6;
  ctx.beginPath();
  ctx.arc(2, -22.5 + y, 4, 0.15, 2.6);
  ctx.stroke();
  shape(ctx, "#fff7e0", polygon(4, -20 + y, 5.4, -23 + y, 6.4, -20.6 + y), 0.8);
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(-5, -34 + y);
  ctx.lineTo(0.5, -32 + y);
  ctx.moveTo(9.5, -34 + y);
  ctx.lineTo(5, -32 + y);
  ctx.stroke();
}

function dagger(ctx: Ctx, pose: Pose, y: number, walk: number, skin: string): void {
  const angle = pose.swing > 0 ? -1.9 + clamp01(pose.swing * 1.8) * 2.5 : 0.2 - walk * 0.5;
  ctx.save();
  ctx.translate(6, -18 + y);
  ctx.rotate(angle);
  ctx.save();
  ctx.translate(8, 4);
  ctx.rotate(-0.6);
  shape(ctx, "#b9b4a4", polygon(1, -2.4, 11, -3, 14, 0, 11, 1.6, 1, 1.8), 1.7);
  ctx.restore();
  limb(ctx, skin, [0, 0, 7, 4], 4.2);
  ctx.restore();
}
