// What heroes wear on their heads.
import type { Dress } from "./dress.ts";
import { type Ctx, limb, oval, shape } from "./pen.ts";
import type { Pose } from "./pose.ts";

export function drawHelmet(ctx: Ctx, dress: Dress, pose: Pose, y: number): void {
  const sway = Math.sin(pose.time * 2 + pose.step) * (1 + pose.stride * 2);
  shape(ctx, dress.cape, (c) => {
    c.moveTo(1, -52 + y);
    c.quadraticCurveTo(-8, -60 + y, -17 - sway, -49 + y);
    c.quadraticCurveTo(-13 - sway, -46 + y, -9, -46 + y);
    c.quadraticCurveTo(-6, -50 + y, 1, -50 + y);
    c.closePath();
  });
  shape(ctx, "#c3cad5", (c) => {
    c.moveTo(12, -41 + y);
    c.quadraticCurveTo(12, -53 + y, 0, -53 + y);
    c.quadraticCurveTo(-12, -52 + y, -11.5, -36 + y);
    c.lineTo(-6, -33.5 + y);
    c.lineTo(pose.back ? 9 : -3, pose.back ? -33 + y : -41 + y);
    c.closePath();
  });
  shape(ctx, "#eef2f7", (c) => c.ellipse(-3, -48 + y, 3.6, 2, -0.5, 0, Math.PI * 2), 0);
  if (!pose.back) {
    limb(ctx, "#e0b041", [-3, -41.5 + y, 12, -41.5 + y], 1.3);
  }
}

export function drawHat(ctx: Ctx, dress: Dress, pose: Pose, y: number): void {
  const tip = Math.sin(pose.time * 1.8 + pose.step * 0.5) * 2 - pose.stride * 4;
  shape(ctx, dress.tunic, (c) => {
    c.moveTo(-10, -44 + y);
    c.quadraticCurveTo(-6, -58 + y, -9 + tip, -68 + y);
    c.quadraticCurveTo(4 + tip * 0.4, -60 + y, 10, -45 + y);
    c.closePath();
  });
  shape(ctx, dress.cape, (c) => {
    c.moveTo(-10, -45 + y);
    c.lineTo(-8.6, -49.5 + y);
    c.quadraticCurveTo(1, -52 + y, 8, -49 + y);
    c.lineTo(10, -45 + y);
    c.closePath();
  }, 1.6);
  oval(ctx, dress.tunic, 0.5, -44.5 + y, 17, 4, 0.05);
  oval(ctx, "rgba(255, 255, 255, .16)", -3, -45.5 + y, 10, 1.5, 0.05, 0);
  if (!pose.back) {
    oval(ctx, "#f4d774", 4, -48 + y, 1.9, 1.9, 0, 1.2);
  }
}
