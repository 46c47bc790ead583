// What works on somebody, seen on the body: stars of a stun, roots, frost of a slow, a shield, fire, growth.
import type { Actor } from "../game/actors.ts";
import { StatusKind } from "../game/status.ts";
import { heightOf } from "./creature.ts";
import { type Ctx, limb, oval } from "./pen.ts";

/** Draws at the feet; units are 48 to a tile. */
export function drawAura(ctx: Ctx, actor: Actor, now: number): void {
  if (actor.dead || (actor.statuses.length === 0 && actor.shield === 0)) {
    return;
  }
  const high = heightOf(actor);
  const t = now / 1000 + actor.id;
  if (actor.shield > 0) {
    bubble(ctx, high, t);
  }
  for (const { kind } of actor.statuses) {
    if (kind === StatusKind.Stun) {
      stars(ctx, high, t);
    } else if (kind === StatusKind.Root) {
      roots(ctx);
    } else if (kind === StatusKind.Slow) {
      motes(ctx, "#a8dcff", 10, t, -1);
    } else if (kind === StatusKind.Harm) {
      motes(ctx, "#ff6a4a", high * 0.7, t, 1);
    } else if (kind === StatusKind.Heal) {
      motes(ctx, "#9cf59a", high * 0.8, t, 1);
    } else if (kind === StatusKind.Buff) {
      motes(ctx, "#ffdf7a", high * 0.9, t, 1);
    } else if (kind === StatusKind.Debuff) {
      motes(ctx, "#b98af0", high * 0.6, t, -1);
    }
  }
}

function bubble(ctx: Ctx, high: number, t: number): void {
  const wide = high * 0.52 + Math.sin(t * 3) * 0.8;
  ctx.strokeStyle = "rgba(190, 238, 255, .85)";
  ctx.fillStyle = "rgba(130, 205, 255, .18)";
  ctx.lineWidth = 1.8;
  ctx.beginPath();
  ctx.ellipse(0, -high * 0.46, wide, high * 0.62, 0, 0, Math.PI * 2);
  ctx.fill();
  ctx.stroke();
  ctx.beginPath();
  ctx.ellipse(-wide * 0.3, -high * 0.66, wide * 0.34, high * 0.2, -0.5, Math.PI, Math.PI * 1.7);
  ctx.stroke();
}

function stars(ctx: Ctx, high: number, t: number): void {
  for (let i = 0; i < 3; i++) {
    const angle = t * 4 + (i * Math.PI * 2) / 3;
    oval(ctx, "#ffe27a", Math.cos(angle) * 11, -high - 4 + Math.sin(angle) * 3.5, 2.6, 2.6, 0, 1.2);
  }
}

function roots(ctx: Ctx): void {
  for (const [x, bend] of [[-10, -4], [-3, 3], [5, -3], [11, 4]] as const) {
    limb(ctx, "#9fd7ee", [x, 2, x + bend, -6, x + bend * 0.2, -12], 2);
  }
}

function motes(ctx: Ctx, colour: string, high: number, t: number, way: number): void {
  ctx.fillStyle = colour;
  const alpha = ctx.globalAlpha;
  for (let i = 0; i < 4; i++) {
    const rise = (((t * 0.7 + i * 0.27) % 1) + 1) % 1;
    ctx.globalAlpha = alpha * Math.sin(rise * Math.PI);
    ctx.beginPath();
    ctx.arc(Math.sin(t * 1.7 + i * 2.1) * 11, -(way > 0 ? rise : 1 - rise) * high, 1.7, 0, Math.PI * 2);
    ctx.fill();
  }
  ctx.globalAlpha = alpha;
}
