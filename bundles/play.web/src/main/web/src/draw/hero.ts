// Heroes: a body in the look of their name, with what their class and their things add.
import { drawArm, drawShield } from "./arms.ts";
import type { Dress } from "./dress.ts";
import { drawHat, drawHelmet } from "./headgear.ts";
import { type Ctx, INK, clamp01, limb, oval, pulse, shape } from "./pen.ts";
import type { Pose } from "./pose.ts";

/** Feet at the origin, looking right, 48 units to a tile. */
export function drawHero(ctx: Ctx, pose: Pose, dress: Dress): void {
  const swing = Math.sin(pose.step) * pose.stride;
  const y = -Math.abs(Math.cos(pose.step)) * pose.stride * 2.5 - Math.sin(pose.time * 2.4) * 0.7;
  ctx.save();
  ctx.rotate(pose.swing > 0 ? pulse(pose.swing) * 0.2 : pose.stride * 0.06 - pose.hurt * 0.12);
  if (!pose.back) {
    cape(ctx, pose, dress, y);
  }
  if (dress.role === "warrior") {
    held(ctx, dress, pose, y, swing);
  }
  legs(ctx, swing, y);
  if (pose.back) {
    arm(ctx, pose, dress, y, swing);
  }
  torso(ctx, dress, y, swing, pose);
  if (pose.back) {
    cape(ctx, pose, dress, y);
  }
  head(ctx, pose, dress, y);
  if (!pose.back) {
    arm(ctx, pose, dress, y, swing);
  }
  ctx.restore();
}

function legs(ctx: Ctx, swing: number, y: number): void {
  limb(ctx, "#463732", [-4, -12 + y, -4 - swing * 6, -3 - Math.max(0, swing) * 4], 5.5);
  limb(ctx, "#56443c", [4, -12 + y, 4 + swing * 6, -3 - Math.max(0, -swing) * 4], 5.5);
}

/** The shield on the far arm. */
function held(ctx: Ctx, dress: Dress, pose: Pose, y: number, walk: number): void {
  ctx.save();
  ctx.translate(pose.back ? 9 : -9, -19 + y + walk * 1.5);
  drawShield(ctx, dress);
  ctx.restore();
}

function cape(ctx: Ctx, pose: Pose, dress: Dress, y: number): void {
  const flow = pose.stride * 9 + Math.sin(pose.time * 3 + pose.step) * (1 + pose.stride * 2.5);
  shape(ctx, dress.cape, (c) => {
    c.moveTo(7, -29 + y);
    c.quadraticCurveTo(0, -33 + y, -7, -29 + y);
    c.quadraticCurveTo(-13 - flow * 0.4, -18 + y, -11 - flow, -7 + y);
    c.quadraticCurveTo(-3 - flow * 0.5, -3 + y, pose.back ? 10 - flow * 0.5 : 4, -8 + y);
    c.closePath();
  });
}

function torso(ctx: Ctx, dress: Dress, y: number, swing: number, pose: Pose): void {
  const robe = dress.role === "mage";
  const hem = robe ? -1.5 : -11;
  shape(ctx, dress.tunic, (c) => {
    c.moveTo(-7, -29 + y);
    c.quadraticCurveTo(0, -32 + y, 7, -29 + y);
    c.lineTo(robe ? 11 + swing * 2 : 9, hem + (robe ? 0 : y));
    c.quadraticCurveTo(0, hem + (robe ? 3 : 3 + y), robe ? -11 + swing * 2 : -9, hem + (robe ? 0 : y));
    c.closePath();
  });
  if (robe) {
    limb(ctx, "#e8c25a", [-9 + swing * 2, -3, 9 + swing * 2, -3], 0.6);
  }
  if (dress.mail !== "" || dress.role === "warrior") {
    plate(ctx, dress, y);
  }
  ctx.fillStyle = "rgba(255,255,255,.18)";
  ctx.beginPath();
  ctx.ellipse(-2, -24 + y, 3, 6, 0.2, 0, Math.PI * 2);
  ctx.fill();
  limb(ctx, "#6b4a2c", [-7, -15 + y, 7, -15 + y], 1.6);
  ctx.fillStyle = "#e8c25a";
  ctx.fillRect(-1.8, -16.8 + y, 3.6, 3.6);
  if (dress.charm !== "" && !pose.back) {
    oval(ctx, dress.charm, 3, -25 + y, 2.4, 2.6, 0, 1.4);
  }
}

/** Shoulders of steel for warriors; a coat of what is worn, in its colour. */
function plate(ctx: Ctx, dress: Dress, y: number): void {
  if (dress.mail !== "") {
    shape(ctx, "#aeb6c2", (c) => {
      c.moveTo(-7, -28 + y);
      c.quadraticCurveTo(0, -31 + y, 7, -28 + y);
      c.lineTo(6, -18 + y);
      c.quadraticCurveTo(0, -14 + y, -6, -18 + y);
      c.closePath();
    }, 1.6);
    limb(ctx, dress.mail, [-4.5, -26 + y, 4.5, -26 + y], 1.2);
  }
  if (dress.role === "warrior") {
    for (const x of [-8, 8]) {
      oval(ctx, "#c7ced8", x, -27.5 + y, 5, 4.2, 0, 1.8);
      oval(ctx, "rgba(255, 255, 255, .5)", x - 1.4, -29 + y, 1.8, 1.1, 0, 0);
    }
  }
}

function head(ctx: Ctx, pose: Pose, dress: Dress, y: number): void {
  oval(ctx, dress.skin, 1, -38 + y, 10, 9.6);
  if (pose.back) {
    oval(ctx, dress.hair, 0, -40 + y, 10.8, 9.8);
  } else {
    face(ctx, pose, y);
    shape(ctx, dress.hair, (c) => {
      c.moveTo(10, -42 + y);
      c.quadraticCurveTo(9, -51 + y, -1, -50 + y);
      c.quadraticCurveTo(-12, -49 + y, -10.5, -37 + y);
      c.quadraticCurveTo(-10, -33 + y, -6, -31 + y);
      c.quadraticCurveTo(-7, -38 + y, -2, -43 + y);
      c.quadraticCurveTo(4, -45 + y, 10, -42 + y);
      c.closePath();
    });
  }
  if (dress.role === "warrior") {
    drawHelmet(ctx, dress, pose, y);
  } else if (dress.role === "mage") {
    drawHat(ctx, dress, pose, y);
  }
}

function face(ctx: Ctx, pose: Pose, y: number): void {
  const closed = pose.time % 3.7 < 0.12 || pose.hurt > 0.3 || pose.fallen > 0;
  ctx.fillStyle = INK;
  for (const x of [3.2, 8]) {
    ctx.beginPath();
    ctx.ellipse(x, -37.5 + y, 1.4, closed ? 0.4 : 2.1, 0, 0, Math.PI * 2);
    ctx.fill();
  }
  ctx.fillStyle = "rgba(214, 96, 80, .4)";
  ctx.beginPath();
  ctx.ellipse(1.2, -34 + y, 2, 1.2, 0, 0, Math.PI * 2);
  ctx.fill();
  if (pose.hurt > 0.2 || pose.swing > 0) {
    ctx.fillStyle = "#7a2f2a";
    ctx.beginPath();
    ctx.ellipse(6, -32.6 + y, 1.5, 1.1, 0, 0, Math.PI * 2);
    ctx.fill();
  }
}

function arm(ctx: Ctx, pose: Pose, dress: Dress, y: number, walk: number): void {
  const casting = pose.cast > 0;
  const angle = pose.swing > 0 ? -2.2 + clamp01(pose.swing * 1.7) * 3.1 : casting ? -1.5 : 0.35 - walk * 0.35;
  const upright = dress.arm === "staff" && pose.swing === 0;
  ctx.save();
  ctx.translate(6, -25 + y);
  ctx.rotate(upright ? (casting ? -0.7 : 0.1) : angle);
  ctx.save();
  ctx.translate(8, 6);
  ctx.rotate(upright ? -1.45 : -0.5);
  drawArm(ctx, dress, pose.time, pose.cast);
  ctx.restore();
  limb(ctx, dress.tunic, [0, 0, 6, 5], 5);
  oval(ctx, dress.skin, 8, 6.5, 2.8, 2.8);
  ctx.restore();
  if (casting) {
    glow(ctx, pose, y, dress.role === "warrior" ? "255, 190, 90" : "130, 200, 255");
  }
}

function glow(ctx: Ctx, pose: Pose, y: number, colour: string): void {
  const size = 5 + pose.cast * 6 + Math.sin(pose.time * 20);
  const light = ctx.createRadialGradient(12, -42 + y, 1, 12, -42 + y, size * 1.8);
  light.addColorStop(0, "rgba(255, 255, 255, .95)");
  light.addColorStop(0.35, `rgba(${colour}, .75)`);
  light.addColorStop(1, `rgba(${colour}, 0)`);
  ctx.fillStyle = light;
  ctx.fillRect(12 - size * 2, -42 + y - size * 2, size * 4, size * 4);
}
