import { type Ctx, INK, limb, oval, polygon, pulse, shape } from "./pen.ts";
import type { Pose } from "./pose.ts";

const COATS = [["#8b8f9c", "#6d717e", "#c9ccd4"], ["#7b7478", "#5e585e", "#beb6b4"], ["#9a8c7c", "#77695c", "#d4c8b6"]] as const;

/** Paws at the origin, looking right, 48 units to a tile. */
export function drawWolf(ctx: Ctx, pose: Pose): void {
  const [coat, dark, light] = COATS[Math.floor(pose.tint * COATS.length)] as (typeof COATS)[number];
  const gait = pose.step * 0.9;
  const reach = pose.stride * 8;
  const y = -Math.abs(Math.sin(gait)) * pose.stride * 3.5 - Math.sin(pose.time * 2.2) * 0.5;
  const lunge = pulse(pose.swing) * 9;
  ctx.save();
  ctx.translate(lunge, -lunge * 0.3);
  for (const [x, phase] of [[-11, 0.5], [9, 2.2]] as const) {
    leg(ctx, dark, x, y, Math.sin(gait + phase) * reach);
  }
  tail(ctx, pose, coat, light, y);
  shape(ctx, coat, (c) => {
    c.moveTo(-17, -17 + y);
    c.quadraticCurveTo(-16, -26 + y, -4, -25 + y);
    c.quadraticCurveTo(8, -28 + y, 14, -24 + y);
    c.quadraticCurveTo(18, -16 + y, 12, -11 + y);
    c.quadraticCurveTo(0, -8 + y, -10, -11 + y);
    c.quadraticCurveTo(-17, -11 + y, -17, -17 + y);
    c.closePath();
  });
  shape(ctx, light, (c) => {
    c.moveTo(13, -22 + y);
    c.quadraticCurveTo(16, -14 + y, 10, -11.5 + y);
    c.quadraticCurveTo(5, -13 + y, 6, -20 + y);
    c.closePath();
  }, 0);
  for (const [x, phase] of [[-13, 3.6], [11, 5.3]] as const) {
    leg(ctx, coat, x, y, Math.sin(gait + phase) * reach);
  }
  head(ctx, pose, coat, dark, light, y);
  ctx.restore();
}

function leg(ctx: Ctx, fill: string, x: number, y: number, reach: number): void {
  limb(ctx, fill, [x, -13 + y, x + reach * 0.4 - 1, -7 + y * 0.5, x + reach, -2 - Math.max(0, reach) * 0.35], 4);
}

function tail(ctx: Ctx, pose: Pose, coat: string, light: string, y: number): void {
  const wag = Math.sin(pose.time * 5) * 0.15 - pose.stride * 0.3;
  ctx.save();
  ctx.translate(-16, -20 + y);
  ctx.rotate(wag);
  shape(ctx, coat, (c) => {
    c.moveTo(2, -3);
    c.quadraticCurveTo(-10, -6, -15, 2);
    c.quadraticCurveTo(-14, 6, -9, 5);
    c.quadraticCurveTo(-3, 5, 2, 3);
    c.closePath();
  });
  oval(ctx, light, -12.4, 2.6, 2, 1.6, -0.6, 0);
  ctx.restore();
}

function head(ctx: Ctx, pose: Pose, coat: string, dark: string, light: string, y: number): void {
  const low = pose.stride * 3;
  const bite = pulse(pose.swing) * 0.5;
  ctx.save();
  ctx.translate(16, -26 + y + low);
  ctx.rotate(pose.hurt * -0.3 + Math.sin(pose.time * 1.7) * 0.03);
  for (const x of [-5, 2]) {
    shape(ctx, dark, polygon(x - 3, -5, x - 1, -15, x + 4, -6));
  }
  shape(ctx, coat, (c) => {
    c.moveTo(-9, 2);
    c.quadraticCurveTo(-9, -9, 1, -9);
    c.quadraticCurveTo(7, -8, 9, -3);
    c.lineTo(18, 0);
    c.quadraticCurveTo(20, 4, 16, 5);
    c.lineTo(6, 7);
    c.quadraticCurveTo(-6, 10, -9, 2);
    c.closePath();
  });
  shape(ctx, light, (c) => {
    c.moveTo(8, 2);
    c.lineTo(17, 3.5);
    c.quadraticCurveTo(12, 7 + bite * 8, 4, 6 + bite * 6);
    c.closePath();
  }, 1.2);
  oval(ctx, INK, 18, 1, 2.2, 1.8, 0, 0);
  oval(ctx, "#ffd45c", 4.5, -3, 2.4, pose.time % 3.3 < 0.1 ? 0.4 : 1.8, 0.3, 1.2);
  ctx.fillStyle = INK;
  ctx.fillRect(4.4, -4, 1.3, 2.2);
  ctx.fillStyle = "#fff";
  ctx.fillRect(12, 4.6, 1.4, 2.2 + bite * 3);
  ctx.restore();
}
