// Where an aimed skill would go: circle, cone or line on the ground.
import type { Hero } from "../game/actors.ts";
import { reachOf } from "../game/aim.ts";
import type { Point } from "../game/path.ts";
import type { Skill } from "../game/skills.ts";
import type { Ctx } from "./pen.ts";

export interface Aimed {
  skill: Skill;
  at: Point;
}

/** Half a line's width in tiles. */
const LINE_HALF = 0.4;
const WIDE = 60;

export function drawPreview(ctx: Ctx, me: Hero, { skill, at }: Aimed, tile: number, now: number): void {
  const angle = Math.atan2(at.y - me.y, at.x - me.x);
  const depth = Math.max(skill.radius, skill.aim === "circle" ? 0 : reachOf(skill));
  const helps = skill.effects?.every((each) => /^(heal.*|shield|buff|dash)$/i.test(each.type)) === true;
  const tone = helps ? "130, 230, 255" : "255, 214, 110";
  ctx.save();
  ctx.fillStyle = `rgba(${tone}, ${0.2 + Math.sin(now / 160) * 0.04})`;
  ctx.strokeStyle = `rgba(${tone}, .9)`;
  ctx.lineWidth = tile * 0.05;
  ctx.beginPath();
  if (skill.aim === "cone") {
    const half = (((skill.angle ?? 0) > 0 ? (skill.angle as number) : WIDE) * Math.PI) / 360;
    ctx.moveTo(me.x * tile, me.y * tile);
    ctx.arc(me.x * tile, me.y * tile, depth * tile, angle - half, angle + half);
    ctx.closePath();
  } else if (skill.aim === "line") {
    ctx.translate(me.x * tile, me.y * tile);
    ctx.rotate(angle);
    ctx.rect(0, -LINE_HALF * tile, depth * tile, LINE_HALF * 2 * tile);
  } else {
    ring(ctx, me, reachOf(skill), tile, tone);
    ctx.arc(at.x * tile, at.y * tile, Math.max(0.45, skill.radius) * tile, 0, Math.PI * 2);
  }
  ctx.fill();
  ctx.stroke();
  ctx.restore();
}

/** How far it may go. */
function ring(ctx: Ctx, me: Hero, reach: number, tile: number, tone: string): void {
  ctx.save();
  ctx.strokeStyle = `rgba(${tone}, .4)`;
  ctx.setLineDash([tile * 0.14, tile * 0.14]);
  ctx.beginPath();
  ctx.arc(me.x * tile, me.y * tile, reach * tile, 0, Math.PI * 2);
  ctx.stroke();
  ctx.restore();
  ctx.beginPath();
}
