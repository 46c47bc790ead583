// Any creature in any pose: which drawing, which way it looks, how it falls.
import { drawGoblin } from "./goblin.ts";
import type { Actor } from "../game/actors.ts";
import type { Dress } from "./dress.ts";
import { drawHero } from "./hero.ts";
import { type Ctx, INK, oval, shadow } from "./pen.ts";
import type { Pose } from "./pose.ts";
import { drawSkeleton } from "./skeleton.ts";
import { drawSlime } from "./slime.ts";
import { drawWolf } from "./wolf.ts";

interface Kind {
  draw(ctx: Ctx, pose: Pose): void;
  /** Height above the feet in units, for bars and numbers. */
  height: number;
  width: number;
  /** How it dies: over sideways unless told otherwise. */
  dies?: "melts" | "rolls";
}

const KINDS: Record<string, Kind> = {
  goblin: { draw: drawGoblin, height: 42, width: 14 },
  wolf: { draw: drawWolf, height: 42, width: 20, dies: "rolls" },
  skeleton: { draw: drawSkeleton, height: 52, width: 12 },
  slime: { draw: drawSlime, height: 30, width: 16, dies: "melts" },
  slimeling: { draw: small(drawSlime, 0.62), height: 19, width: 10, dies: "melts" },
};

function small(draw: Kind["draw"], size: number): Kind["draw"] {
  return (ctx, pose) => {
    ctx.save();
    ctx.scale(size, size);
    draw(ctx, pose);
    ctx.restore();
  };
}

const STRANGER: Kind = { draw: drawStranger, height: 42, width: 14 };
const HERO_HEIGHT = 54;
const HATTED_HEIGHT = 68;

/** Height above the feet, in units. */
export function heightOf(actor: Pick<Actor, "kind"> & { heroClass?: string }): number {
  return actor.kind === "hero" ? (/mage|wizard/.test(actor.heroClass ?? "") ? HATTED_HEIGHT : HERO_HEIGHT) : (KINDS[actor.kind] ?? STRANGER).height;
}

/** Draws at the origin; units are 48 to a tile. */
export function drawCreature(ctx: Ctx, kind: string, pose: Pose, facing: number, dress?: Dress): void {
  const each = KINDS[kind] ?? STRANGER;
  const left = Math.cos(facing) < 0;
  ctx.save();
  const width = kind === "hero" ? 13 : each.width;
  shadow(ctx, width * (1 + pose.fallen * 0.5), width * 0.42, 0.28 * (1 - pose.fallen * 0.4));
  ctx.scale(left ? -1 : 1, 1);
  if (pose.fallen > 0) {
    fall(ctx, each.dies, pose.fallen);
  }
  if (pose.hurt > 0 && pose.fallen === 0) {
    ctx.translate(-Math.sin(pose.hurt * 9) * 3 * pose.hurt, 0);
  }
  const draw = kind === "hero" && dress !== undefined ? () => drawHero(ctx, pose, dress) : () => each.draw(ctx, pose);
  draw();
  if (pose.hurt > 0.45 && pose.fallen === 0) {
    // A blow lights the whole body up for a moment.
    ctx.globalCompositeOperation = "lighter";
    ctx.globalAlpha *= (pose.hurt - 0.45) * (kind === "hero" ? 0.7 : 1.2);
    draw();
    ctx.globalCompositeOperation = "source-over";
  }
  ctx.restore();
}

function fall(ctx: Ctx, way: Kind["dies"], fallen: number): void {
  if (way === undefined) {
    ctx.translate(-fallen * 6, -fallen * 5);
    ctx.rotate(-fallen * fallen * 1.5);
  } else if (way === "rolls") {
    ctx.translate(0, -24 * fallen);
    ctx.scale(1, 1 - fallen * 1.8);
  }
}

/** A kind that somebody added: an imp of its own colour. */
function drawStranger(ctx: Ctx, pose: Pose): void {
  const y = -6 - Math.sin(pose.time * 3) * 2 - Math.abs(Math.sin(pose.step)) * 3 * pose.stride;
  const hue = Math.floor(pose.tint * 360);
  oval(ctx, `hsl(${hue} 35% 45%)`, 0, -14 + y, 13, 15);
  for (const x of [-1, 6]) {
    oval(ctx, "#fff", x, -18 + y, 3.2, 4, 0, 1.4);
    oval(ctx, INK, x + 1, -17.5 + y, 1.4, 1.8, 0, 0);
  }
}
