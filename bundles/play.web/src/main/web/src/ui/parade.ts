// Who lives in the realm, at the foot of the first screen: heroes at their fire, and who comes for them.
import { drawCreature } from "../draw/creature.ts";
import { plainDress } from "../draw/dress.ts";
import { drawFlames } from "../draw/light.ts";
import type { Ctx } from "../draw/pen.ts";
import { type Pose, STILL } from "../draw/pose.ts";
import { PROPS } from "../draw/props.ts";
import { by } from "./dom.ts";

interface Guest {
  kind: string;
  /** Share of the width, and how far up from the lower edge. */
  at: number;
  up: number;
  name?: string;
  heroClass?: string;
  /** How far it paces to and fro, in units. */
  paces?: number;
}

const GUESTS: readonly Guest[] = [
  { kind: "skeleton", at: 0.93, up: 78, paces: 26 },
  { kind: "hero", at: 0.1, up: 60, name: "Mira", heroClass: "mage" },
  { kind: "wolf", at: 0.84, up: 52, paces: 40 },
  { kind: "goblin", at: 0.76, up: 34, paces: 18 },
  { kind: "hero", at: 0.24, up: 34, name: "Bran", heroClass: "warrior" },
  { kind: "slime", at: 0.66, up: 20, paces: 12 },
  { kind: "goblin", at: 0.9, up: 18, paces: 22 },
];
const FIRE = { at: 0.17, up: 40 };
/** Width for which everybody has room. */
const ROOMY = 900;

export class Parade {
  private readonly canvas = by<HTMLCanvasElement>("parade");

  draw(now: number, calm: boolean): void {
    const { canvas } = this;
    const ratio = Math.min(2, devicePixelRatio || 1);
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const ctx = canvas.getContext("2d") as Ctx;
    ctx.scale(ratio, ratio);
    const unit = Math.min(1.5, Math.max(0.9, width / ROOMY));
    const time = calm ? 0 : now;
    this.fire(ctx, width * FIRE.at, height - FIRE.up * unit, unit, time);
    GUESTS.forEach((guest, index) => {
      if (width < ROOMY / 2 && index % 2 === 0) {
        return;
      }
      this.guest(ctx, guest, index, width, height, unit, calm ? 500 : now);
    });
  }

  private guest(ctx: Ctx, guest: Guest, index: number, width: number, height: number, unit: number, now: number): void {
    const t = now / 1000 + index * 1.7;
    const walk = Math.sin(t * 0.5);
    const speed = Math.cos(t * 0.5);
    const paces = guest.paces ?? 0;
    const moving = paces > 0 && Math.abs(speed) > 0.3;
    const facing = guest.kind === "hero" ? 0 : moving && speed > 0 ? 0 : Math.PI;
    const beat = t % 5;
    const pose: Pose = {
      ...STILL, time: t, tint: (index * 0.31) % 1, stride: moving ? Math.min(0.6, Math.abs(speed)) : 0, step: (walk * paces) / 8,
      swing: !moving && beat < 0.32 ? beat / 0.32 : 0, cast: guest.heroClass === "mage" && beat > 3 ? (beat - 3) / 2 : 0,
    };
    ctx.save();
    ctx.translate(width * guest.at + walk * paces * unit, height - guest.up * unit);
    ctx.scale(unit, unit);
    drawCreature(ctx, guest.kind, pose, facing, plainDress(guest.name ?? "", guest.heroClass ?? ""));
    ctx.restore();
  }

  private fire(ctx: Ctx, x: number, y: number, unit: number, now: number): void {
    const glow = ctx.createRadialGradient(x, y, 0, x, y, 150 * unit);
    glow.addColorStop(0, `rgba(255, 180, 90, ${0.5 + Math.sin(now / 130) * 0.04})`);
    glow.addColorStop(1, "rgba(255, 150, 60, 0)");
    ctx.fillStyle = glow;
    ctx.fillRect(x - 150 * unit, y - 150 * unit, 300 * unit, 300 * unit);
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(unit, unit);
    PROPS["campfire"]?.draw(ctx, 0);
    ctx.restore();
    drawFlames(ctx, x, y, unit, now);
  }
}
