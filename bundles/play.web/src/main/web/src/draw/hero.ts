import { type Ctx, INK, chance, clamp01, limb, oval, polygon, pulse, shape } from "./pen.ts";
import type { Pose } from "./pose.ts";

export interface Look {
  tunic: string;
  cape: string;
  hair: string;
  skin: string;
}

const SKINS = ["#f2c9a1", "#e3ad80", "#b87a50", "#8a5638"] as const;
const HAIRS = ["#6b3f24", "#2f2530", "#c98b3a", "#a6412c", "#d9c8a0"] as const;
const TUNICS = [
  ["#3c6fb4", "#b8433a"], ["#3f8f64", "#5b4a8a"], ["#a8503c", "#2f5f7a"], ["#7a4f9a", "#c08a34"], ["#c08a34", "#3d6b4a"], ["#2f7f8a", "#8a3f5a"],
] as const;

/** The look a hero has by its name, on every screen the same. */
export function lookOf(nameHash: number): Look {
  const seed = Math.floor(nameHash * 1e6);
  const pick = <T>(from: readonly T[], salt: number): T => from[Math.floor(chance(seed, salt) * from.length)] as T;
  const [tunic, cape] = pick(TUNICS, 1);
  return { tunic, cape, hair: pick(HAIRS, 2), skin: pick(SKINS, 3) };
}

/** Feet at the origin, looking right, 48 units to a tile. */
export function drawHero(ctx: Ctx, pose: Pose, look: Look): void {
  const swing = Math.sin(pose.step) * pose.stride;
  const bob = Math.abs(Math.cos(pose.step)) * pose.stride * 2.5 + Math.sin(pose.time * 2.4) * 0.7;
  const lean = pose.swing > 0 ? pulse(pose.swing) * 0.18 : pose.stride * 0.06;
  ctx.save();
  ctx.rotate(lean);
  const y = -bob;
  if (!pose.back) {
    cape(ctx, pose, look, y);
  }
  limb(ctx, "#4a3a34", [-4, -12 + y, -4 - swing * 6, -3 - Math.max(0, swing) * 4], 5.5);
  limb(ctx, "#56443c", [4, -12 + y, 4 + swing * 6, -3 - Math.max(0, -swing) * 4], 5.5);
  if (pose.back) {
    arm(ctx, pose, look, y, swing);
  }
  torso(ctx, look, y);
  if (pose.back) {
    cape(ctx, pose, look, y);
  }
  head(ctx, pose, look, y);
  if (!pose.back) {
    arm(ctx, pose, look, y, swing);
  }
  ctx.restore();
}

function cape(ctx: Ctx, pose: Pose, look: Look, y: number): void {
  const flow = pose.stride * 9 + Math.sin(pose.time * 3 + pose.step) * (1 + pose.stride * 2.5);
  shape(ctx, look.cape, (c) => {
    c.moveTo(7, -29 + y);
    c.quadraticCurveTo(0, -33 + y, -7, -29 + y);
    c.quadraticCurveTo(-13 - flow * 0.4, -18 + y, -11 - flow, -7 + y);
    c.quadraticCurveTo(-3 - flow * 0.5, -3 + y, pose.back ? 10 - flow * 0.5 : 4, -8 + y);
    c.closePath();
  });
}

function torso(ctx: Ctx, look: Look, y: number): void {
  shape(ctx, look.tunic, (c) => {
    c.moveTo(-7, -29 + y);
    c.quadraticCurveTo(0, -32 + y, 7, -29 + y);
    c.lineTo(9, -11 + y);
    c.quadraticCurveTo(0, -8 + y, -9, -11 + y);
    c.closePath();
  });
  ctx.fillStyle = "rgba(255,255,255,.16)";
  ctx.beginPath();
  ctx.ellipse(-2, -24 + y, 3, 6, 0.2, 0, Math.PI * 2);
  ctx.fill();
  limb(ctx, "#6b4a2c", [-7, -15 + y, 7, -15 + y], 1.6);
  ctx.fillStyle = "#e8c25a";
  ctx.fillRect(-1.8, -16.8 + y, 3.6, 3.6);
}

function head(ctx: Ctx, pose: Pose, look: Look, y: number): void {
  oval(ctx, look.skin, 1, -38 + y, 10, 9.6);
  if (pose.back) {
    oval(ctx, look.hair, 0, -40 + y, 10.8, 9.8);
    return;
  }
  const blink = pose.time % 3.7 < 0.12 || pose.hurt > 0.3;
  ctx.fillStyle = INK;
  for (const x of [3.2, 8]) {
    ctx.beginPath();
    ctx.ellipse(x, -37.5 + y, 1.4, blink ? 0.4 : 2.1, 0, 0, Math.PI * 2);
    ctx.fill();
  }
  ctx.fillStyle = "rgba(214, 96, 80, .35)";
  ctx.beginPath();
  ctx.ellipse(1.2, -34 + y, 2, 1.2, 0, 0, Math.PI * 2);
  ctx.fill();
  shape(ctx, look.hair, (c) => {
    c.moveTo(10, -42 + y);
    c.quadraticCurveTo(9, -51 + y, -1, -50 + y);
    c.quadraticCurveTo(-12, -49 + y, -10.5, -37 + y);
    c.quadraticCurveTo(-10, -33 + y, -6, -31 + y);
    c.quadraticCurveTo(-7, -38 + y, -2, -43 + y);
    c.quadraticCurveTo(4, -45 + y, 10, -42 + y);
    c.closePath();
  });
}

function arm(ctx: Ctx, pose: Pose, look: Look, y: number, walk: number): void {
  const casting = pose.cast > 0;
  const angle = pose.swing > 0 ? -2.2 + clamp01(pose.swing * 1.7) * 3.1 : casting ? -1.5 : 0.35 - walk * 0.35;
  ctx.save();
  ctx.translate(6, -25 + y);
  ctx.rotate(angle);
  sword(ctx);
  limb(ctx, look.tunic, [0, 0, 6, 5], 5);
  oval(ctx, look.skin, 8, 6.5, 2.8, 2.8);
  ctx.restore();
  if (casting) {
    const glow = 5 + pose.cast * 6 + Math.sin(pose.time * 20);
    const light = ctx.createRadialGradient(10, -40 + y, 1, 10, -40 + y, glow * 1.8);
    light.addColorStop(0, "rgba(255, 240, 190, .95)");
    light.addColorStop(0.4, "rgba(255, 170, 70, .6)");
    light.addColorStop(1, "rgba(255, 120, 40, 0)");
    ctx.fillStyle = light;
    ctx.fillRect(10 - glow * 2, -40 + y - glow * 2, glow * 4, glow * 4);
  }
}

function sword(ctx: Ctx): void {
  ctx.save();
  ctx.translate(8, 6);
  ctx.rotate(-0.5);
  shape(ctx, "#dfe6ee", polygon(2, -2, 21, -1.6, 25, 0, 21, 1.6, 2, 2), 1.8);
  ctx.fillStyle = "rgba(120, 140, 170, .6)";
  ctx.fillRect(4, 0, 17, 1.2);
  shape(ctx, "#d8a93f", polygon(0.5, -4.5, 3, -4.5, 3, 4.5, 0.5, 4.5), 1.6);
  ctx.restore();
}
