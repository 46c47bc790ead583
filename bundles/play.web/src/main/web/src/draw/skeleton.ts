import { type Ctx, INK, clamp01, limb, oval, pulse, shape } from "./pen.ts";
import type { Pose } from "./pose.ts";

const BONE = "#ece4d0";
const SHADE = "#cfc4aa";

/** Feet at the origin, looking right, 48 units to a tile. */
export function drawSkeleton(ctx: Ctx, pose: Pose): void {
  const swing = Math.sin(pose.step) * pose.stride;
  const y = -Math.abs(Math.cos(pose.step)) * pose.stride * 2 - Math.sin(pose.time * 2) * 0.5;
  ctx.save();
  ctx.rotate(Math.sin(pose.time * 1.3) * 0.02 - pulse(pose.swing) * 0.1);
  limb(ctx, SHADE, [-3, -14 + y, -4 - swing * 4, -8, -4 - swing * 7, -1.5 - Math.max(0, swing) * 3], 2.6);
  limb(ctx, BONE, [3, -14 + y, 4 + swing * 4, -8, 4 + swing * 7, -1.5 - Math.max(0, -swing) * 3], 2.6);
  quiver(ctx, pose, y);
  limb(ctx, SHADE, [0, -31 + y, 0, -15 + y], 2.6);
  oval(ctx, BONE, 0, -15 + y, 5.5, 3);
  for (let i = 0; i < 3; i++) {
    limb(ctx, BONE, [-6 + i * 0.8, -27 + i * 3.6 + y, 0, -25.6 + i * 3.6 + y, 6 - i * 0.8, -27 + i * 3.6 + y], 1.5);
  }
  skull(ctx, pose, y);
  bow(ctx, pose, y);
  ctx.restore();
}

function quiver(ctx: Ctx, pose: Pose, y: number): void {
  ctx.save();
  ctx.translate(pose.back ? 3 : -6, -24 + y);
  ctx.rotate(-0.4);
  for (const x of [-2, 0.5, 3]) {
    shape(ctx, "#b8433a", (c) => c.rect(x - 1, -13, 2, 5), 1);
  }
  shape(ctx, "#6b4a32", (c) => c.roundRect(-4, -9, 8, 18, 2));
  ctx.restore();
}

function skull(ctx: Ctx, pose: Pose, y: number): void {
  const chatter = Math.max(0, Math.sin(pose.time * 9)) * (pose.stride > 0.3 || pose.swing > 0 ? 1.6 : 0.3);
  shape(ctx, SHADE, (c) => c.roundRect(-3.5, -35 + y + chatter, 11, 6, 2.5));
  oval(ctx, BONE, 1, -40 + y, 10, 9.4);
  if (pose.back) {
    return;
  }
  for (const x of [-0.4, 6.2]) {
    oval(ctx, INK, x, -39.5 + y, 2.9, 3.3, 0, 0);
    oval(ctx, pose.hurt > 0.2 ? "#ff6a5a" : "#7ee6ff", x + 0.6, -39.3 + y, 1.2 + Math.sin(pose.time * 4) * 0.25, 1.3, 0, 0);
  }
  shape(ctx, INK, (c) => {
    c.moveTo(2.6, -36 + y);
    c.lineTo(4.4, -33.6 + y);
    c.lineTo(1.4, -33.8 + y);
    c.closePath();
  }, 0);
  ctx.strokeStyle = INK;
  ctx.lineWidth = 1.1;
  ctx.beginPath();
  for (const x of [-0.6, 1.8, 4.2]) {
    ctx.moveTo(x, -32.6 + y + chatter);
    ctx.lineTo(x, -30 + y + chatter);
  }
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(-6, -46 + y);
  ctx.lineTo(-3, -43.5 + y);
  ctx.lineTo(-4.5, -41.5 + y);
  ctx.stroke();
}

function bow(ctx: Ctx, pose: Pose, y: number): void {
  const draw = pose.cast > 0 ? clamp01(pose.cast * 1.4) : pose.swing > 0 ? 1 - clamp01(pose.swing * 4) : 0;
  ctx.save();
  ctx.translate(11, -23 + y);
  ctx.lineCap = "round";
  for (const [style, width] of [[INK, 4.6], ["#8a5f38", 2.4]] as const) {
    ctx.strokeStyle = style;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(-4, -13);
    ctx.quadraticCurveTo(7, 0, -4, 13);
    ctx.stroke();
  }
  ctx.strokeStyle = "#f4efe2";
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(-4, -13);
  ctx.lineTo(-4 - draw * 9, 0);
  ctx.lineTo(-4, 13);
  ctx.stroke();
  if (draw > 0.05) {
    limb(ctx, "#d9cfb4", [-4 - draw * 9, 0, 9 - draw * 4, 0], 0.8);
  }
  ctx.restore();
  limb(ctx, SHADE, [5, -27 + y, 8, -23 + y, 11, -23 + y], 2.2);
  limb(ctx, BONE, [-5, -27 + y, -4, -20 + y, 7 - draw * 9, -23 + y], 2.2);
}
