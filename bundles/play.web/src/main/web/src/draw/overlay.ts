// What floats over heads: names, levels, health, casts, states of mind.
import { type Actor, Hero, Monster } from "../game/world.ts";
import { Mind } from "../net/protocol.ts";
import { type Ctx, INK, clamp01 } from "./pen.ts";

const FONT = '"Trebuchet MS", "Segoe UI", sans-serif';
const MARKS: Partial<Record<Mind, readonly [string, string]>> = {
  [Mind.Idle]: ["zzz", "#bcd4ff"],
  [Mind.Chase]: ["!", "#ffb03a"],
  [Mind.Attack]: ["⚔", "#ff6a5a"],
  [Mind.Flee]: ["≫", "#8fe9ff"],
  [Mind.Return]: ["↩", "#a6f0a0"],
};

const SAID_MILLIS = 5000;

export interface About {
  mine: boolean;
  selected: boolean;
  /** Level of the one who looks. */
  level: number;
}

/** Draws above a head whose top is at (x, y) in canvas pixels; `unit` is pixels a unit. */
export function drawOverlay(ctx: Ctx, actor: Actor, about: About, x: number, y: number, unit: number, now: number, tickMillis: number): void {
  if (actor.dead) {
    return;
  }
  const wounded = actor.hp < actor.maxHp;
  let top = y - 4 * unit;
  if (wounded || about.selected || about.mine) {
    bar(ctx, x, top, 40 * unit, 5.5 * unit, actor.hp / actor.maxHp, healthColour(actor, about));
    top -= 9 * unit;
  }
  if (actor.cast !== undefined && actor.castTicks > 0) {
    const share = clamp01((now - actor.castAt) / (actor.castTicks * tickMillis));
    bar(ctx, x, top, 40 * unit, 4.5 * unit, share, "#ffc95a");
    top -= 8 * unit;
  }
  if (!about.mine) {
    label(ctx, actor, about, x, top, unit);
    top -= 13 * unit;
  }
  if (actor instanceof Monster) {
    mark(ctx, actor, x, top, unit, now);
  } else if (actor instanceof Hero && actor.away) {
    text(ctx, "away", x, top, 10 * unit, "#d0d4dc");
  }
  if (now - actor.saidAt < SAID_MILLIS) {
    bubble(ctx, actor.said, x, top - 6 * unit, unit, Math.min(1, (SAID_MILLIS - (now - actor.saidAt)) / 400));
  }
}

function bubble(ctx: Ctx, words: string, x: number, y: number, unit: number, alpha: number): void {
  ctx.font = `600 ${Math.round(12 * unit)}px ${FONT}`;
  const width = ctx.measureText(words).width + 18 * unit;
  const height = 21 * unit;
  ctx.globalAlpha = alpha;
  ctx.beginPath();
  ctx.roundRect(x - width / 2, y - height, width, height, 9 * unit);
  ctx.moveTo(x - 5 * unit, y - 1);
  ctx.lineTo(x, y + 6 * unit);
  ctx.lineTo(x + 5 * unit, y - 1);
  ctx.fillStyle = "rgba(255, 250, 238, .95)";
  ctx.strokeStyle = INK;
  ctx.lineWidth = 2 * unit;
  ctx.stroke();
  ctx.fill();
  ctx.fillStyle = INK;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(words, x, y - height / 2 + unit);
  ctx.globalAlpha = 1;
}

function healthColour(actor: Actor, about: About): string {
  if (actor instanceof Monster) {
    return "#e2524a";
  }
  return about.mine ? "#5fd068" : "#58b4e8";
}

function bar(ctx: Ctx, x: number, y: number, width: number, height: number, share: number, colour: string): void {
  ctx.fillStyle = INK;
  ctx.beginPath();
  ctx.roundRect(x - width / 2 - 1.5, y - 1.5, width + 3, height + 3, height * 0.6);
  ctx.fill();
  ctx.fillStyle = "#4b4152";
  ctx.beginPath();
  ctx.roundRect(x - width / 2, y, width, height, height * 0.45);
  ctx.fill();
  if (share > 0) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.roundRect(x - width / 2, y, Math.max(height * 0.5, width * clamp01(share)), height, height * 0.45);
    ctx.fill();
    ctx.fillStyle = "rgba(255,255,255,.28)";
    ctx.fillRect(x - width / 2 + 1, y + 1, Math.max(0, width * clamp01(share) - 2), height * 0.3);
  }
}

function label(ctx: Ctx, actor: Actor, about: About, x: number, y: number, unit: number): void {
  const monster = actor instanceof Monster;
  if (monster && !about.selected && actor.mind === Mind.Patrol && actor.hp === actor.maxHp) {
    text(ctx, `${actor.name} ${actor.level}`, x, y, 10 * unit, "rgba(255, 244, 226, .72)");
    return;
  }
  const danger = actor.level - about.level;
  const colour = monster ? (danger >= 3 ? "#ff8a7a" : danger >= 1 ? "#ffd27a" : "#fff4e2") : "#bfe6ff";
  text(ctx, `${actor.name} ${actor.level}`, x, y, 11.5 * unit, colour);
}

function mark(ctx: Ctx, monster: Monster, x: number, y: number, unit: number, now: number): void {
  const known = MARKS[monster.mind];
  if (known === undefined) {
    return;
  }
  const age = (now - monster.mindAt) / 1000;
  const pop = age < 0.25 ? 1 + Math.sin((age / 0.25) * Math.PI) * 0.7 : 1;
  const float = Math.sin(now / 300 + monster.id) * 1.5 * unit;
  const quiet = monster.mind === Mind.Idle;
  const size = (quiet ? 9 : monster.mind === Mind.Chase ? 20 : 15) * unit * pop;
  ctx.globalAlpha = quiet ? 0.75 : 1;
  text(ctx, known[0], x + (quiet ? 10 * unit : 0), y + float - (quiet ? 0 : 3 * unit), size, known[1]);
  ctx.globalAlpha = 1;
}

export function text(ctx: Ctx, words: string, x: number, y: number, size: number, colour: string): void {
  ctx.font = `700 ${Math.round(size)}px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineWidth = Math.max(2, size * 0.26);
  ctx.lineJoin = "round";
  ctx.strokeStyle = "rgba(32, 24, 38, .85)";
  ctx.strokeText(words, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(words, x, y);
}
