import { type Ctx, INK, oval, pulse, shape } from "./pen.ts";
import type { Pose } from "./pose.ts";

const JELLIES = [["#8fe36a", "#3f9e4a"], ["#7fd8c8", "#2f8f8f"], ["#b8e05a", "#6f9a2a"], ["#9ac8ff", "#4a7fc0"]] as const;

/** Base at the origin, looking right, 48 units to a tile. */
export function drawSlime(ctx: Ctx, pose: Pose): void {
  const [light, dark] = JELLIES[Math.floor(pose.tint * JELLIES.length)] as (typeof JELLIES)[number];
  const hop = Math.max(0, Math.sin(pose.step * 1.7)) * Math.min(1, pose.stride * 2.5);
  const wobble = Math.sin(pose.time * 3.1) * 0.05;
  const stretch = 1 + hop * 0.2 - (1 - hop) * pose.stride * 0.12 + wobble + pulse(pose.swing) * 0.28 - pose.hurt * 0.3;
  const melt = pose.fallen;
  ctx.save();
  ctx.translate(pulse(pose.swing) * 7, -hop * 9);
  ctx.scale((1 / Math.sqrt(Math.max(0.4, stretch))) * (1 + melt * 0.7), stretch * (1 - melt * 0.68));
  const jelly = ctx.createLinearGradient(0, -27, 0, 2);
  jelly.addColorStop(0, light);
  jelly.addColorStop(1, dark);
  ctx.globalAlpha *= 0.93;
  shape(ctx, jelly, (c) => {
    c.moveTo(-16, -1);
    c.bezierCurveTo(-20, -14, -11, -27, 0, -27);
    c.bezierCurveTo(11, -27, 20, -14, 16, -1);
    c.quadraticCurveTo(8, 3, 0, 2);
    c.quadraticCurveTo(-8, 3, -16, -1);
    c.closePath();
  });
  inside(ctx, pose);
  ctx.fillStyle = "rgba(255,255,255,.55)";
  ctx.beginPath();
  ctx.ellipse(-6.5, -20, 4, 2.4, -0.6, 0, Math.PI * 2);
  ctx.ellipse(-11, -14, 1.6, 1.2, -0.6, 0, Math.PI * 2);
  ctx.fill();
  if (!pose.back) {
    face(ctx, pose);
  }
  ctx.restore();
}

function inside(ctx: Ctx, pose: Pose): void {
  ctx.fillStyle = "rgba(255,255,255,.2)";
  for (let i = 0; i < 3; i++) {
    const rise = (pose.time * 0.25 + i * 0.37) % 1;
    ctx.beginPath();
    ctx.arc(-7 + i * 6 + Math.sin(pose.time + i) * 1.5, -4 - rise * 16, 1.4 + i * 0.4, 0, Math.PI * 2);
    ctx.fill();
  }
}

function face(ctx: Ctx, pose: Pose): void {
  const blink = pose.time % 3.9 < 0.14 || pose.hurt > 0.3;
  for (const x of [0, 8]) {
    oval(ctx, INK, x, -13, 2.1, blink ? 0.5 : 3, 0, 0);
    if (!blink) {
      oval(ctx, "#fff", x + 0.6, -14.2, 0.8, 0.9, 0, 0);
    }
  }
  ctx.strokeStyle = INK;
  ctx.lineWidth = 1.7;
  ctx.lineCap = "round";
  ctx.beginPath();
  if (pose.swing > 0 || pose.hurt > 0) {
    ctx.ellipse(4, -7.5, 2, 2.4, 0, 0, Math.PI * 2);
  } else {
    ctx.arc(4, -9.5, 2.6, 0.3, Math.PI - 0.3);
  }
  ctx.stroke();
}
