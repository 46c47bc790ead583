// What lies on the ground for the player's eyes: who is chosen, where one walks, what a monster has in mind.
import { type Actor, Hero } from "../game/actors.ts";
import type { Ctx } from "./pen.ts";

export interface Point {
  x: number;
  y: number;
}

/** Where the chosen monster goes, if it was asked. */
export interface Route {
  path: readonly Point[];
  goal?: Point;
}

export function markTarget(ctx: Ctx, target: Actor, tile: number, now: number, calm: boolean): void {
  const own = target instanceof Hero;
  const wide = (0.46 + Math.sin(now / 180) * 0.02) * tile;
  ctx.strokeStyle = own ? "#7fd0ff" : "#ff5a4d";
  ctx.fillStyle = own ? "rgba(100, 190, 255, .2)" : "rgba(255, 80, 60, .22)";
  ctx.lineWidth = tile * 0.06;
  ctx.setLineDash([tile * 0.2, tile * 0.1]);
  ctx.lineDashOffset = calm ? 0 : -now / 40;
  ctx.beginPath();
  ctx.ellipse(target.x * tile, target.y * tile, wide, wide * 0.55, 0, 0, Math.PI * 2);
  ctx.fill();
  ctx.stroke();
  ctx.setLineDash([]);
}

export function markGoal(ctx: Ctx, goal: Point, tile: number, now: number): void {
  const size = (0.16 + ((now / 700) % 1) * 0.14) * tile;
  ctx.strokeStyle = "rgba(255, 246, 210, .85)";
  ctx.lineWidth = tile * 0.045;
  ctx.beginPath();
  ctx.ellipse(goal.x * tile, goal.y * tile, size, size * 0.6, 0, 0, Math.PI * 2);
  ctx.stroke();
}

export function markRoute(ctx: Ctx, from: Actor, route: Route, tile: number): void {
  const points = route.goal === undefined ? route.path : [...route.path, route.goal];
  ctx.strokeStyle = "rgba(255, 236, 150, .85)";
  ctx.lineWidth = tile * 0.05;
  ctx.setLineDash([tile * 0.08, tile * 0.12]);
  ctx.beginPath();
  ctx.moveTo(from.x * tile, from.y * tile);
  points.forEach((each) => ctx.lineTo(each.x * tile, each.y * tile));
  ctx.stroke();
  ctx.setLineDash([]);
}

/** A soft ring under the own hero, so that one finds oneself in a crowd. */
export function markSelf(ctx: Ctx, me: Actor, tile: number): void {
  ctx.strokeStyle = "rgba(150, 235, 255, .55)";
  ctx.lineWidth = tile * 0.04;
  ctx.beginPath();
  ctx.ellipse(me.x * tile, me.y * tile, 0.36 * tile, 0.2 * tile, 0, 0, Math.PI * 2);
  ctx.stroke();
}

/** Chevrons around the own hero that lead somewhere. */
export function markWay(ctx: Ctx, me: Actor, to: Point, tile: number, now: number): void {
  const angle = Math.atan2(to.y - me.y, to.x - me.x);
  ctx.save();
  ctx.translate(me.x * tile, me.y * tile);
  ctx.scale(1, 0.72);
  ctx.rotate(angle);
  ctx.lineJoin = "round";
  for (let i = 0; i < 3; i++) {
    const beat = 0.5 + 0.5 * Math.sin(now / 260 - i * 1.1);
    const at = (1.05 + i * 0.3) * tile;
    const half = (0.2 - i * 0.035) * tile;
    ctx.globalAlpha = 0.35 + beat * 0.5;
    ctx.beginPath();
    ctx.moveTo(at + half, 0);
    ctx.lineTo(at - half * 0.5, -half);
    ctx.lineTo(at, 0);
    ctx.lineTo(at - half * 0.5, half);
    ctx.closePath();
    ctx.strokeStyle = "rgba(58, 36, 16, .8)";
    ctx.lineWidth = tile * 0.06;
    ctx.stroke();
    ctx.fillStyle = "#ffd65c";
    ctx.fill();
  }
  ctx.restore();
}
