// What floats over a head: name, level, health, cast, what works on it, its state of mind, what it says.
import { type Actor, Hero, Monster } from "../game/actors.ts";
import { secondsLeft, shortTime, wordOf } from "../game/status.ts";
import { Mind } from "../net/protocol.ts";
import { type Ctx, INK, clamp01 } from "./pen.ts";
import { bubble, text } from "./words.ts";

const MARKS: Partial<Record<Mind, readonly [string, string]>> = {
  [Mind.Idle]: ["zzz", "#bcd4ff"],
  [Mind.Chase]: ["!", "#ffb03a"],
  [Mind.Flee]: ["≫", "#8fe9ff"],
  [Mind.Return]: ["↩", "#a6f0a0"],
};
const SAID_MILLIS = 5000;
const WIDTH = 42;

export interface About {
  mine: boolean;
  selected: boolean;
  /** Level of the one who looks. */
  level: number;
  tick: number;
  tickMillis: number;
}

/** A part of the picture that words already stand on. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Draws above a head whose top is at (x, y) in canvas pixels, `unit` being pixels a unit; tells where it ends above. */
export function drawOverlay(ctx: Ctx, actor: Actor, about: About, x: number, y: number, unit: number, now: number, taken: Box[]): number {
  let top = y - 5 * unit;
  if (actor.hp < actor.maxHp || about.selected || about.mine || actor.shield > 0) {
    health(ctx, actor, about, x, top, unit);
    top -= 9 * unit;
  }
  if (actor.cast !== undefined && actor.castTicks > 0) {
    const share = clamp01((now - actor.castAt) / (actor.castTicks * about.tickMillis));
    bar(ctx, x, top, WIDTH * unit, 5 * unit, share, "#ffb84a");
    top -= 8.5 * unit;
  }
  if (actor.statuses.length > 0) {
    statuses(ctx, actor, about, x, top, unit);
    top -= 15 * unit;
  }
  if (!about.mine && !busy(actor, about) && label(ctx, actor, about, x, top - 2 * unit, unit, taken)) {
    top -= 15 * unit;
  }
  if (actor instanceof Monster) {
    mark(ctx, actor, x, top, unit, now);
  } else if (actor instanceof Hero && actor.away) {
    text(ctx, "away", x, top, 10 * unit, "#d0d4dc");
  }
  return top;
}

/** What somebody says, above what else stands over its head. */
export function drawSaid(ctx: Ctx, actor: Actor, x: number, top: number, unit: number, now: number): void {
  if (now - actor.saidAt < SAID_MILLIS) {
    bubble(ctx, actor.said, x, top - 6 * unit, unit, Math.min(1, (SAID_MILLIS - (now - actor.saidAt)) / 400));
  }
}

/** In a fight bars say enough: only the chosen one keeps its name. */
function busy(actor: Actor, about: About): boolean {
  return actor instanceof Monster && !about.selected && actor.hp < actor.maxHp;
}

function health(ctx: Ctx, actor: Actor, about: About, x: number, y: number, unit: number): void {
  const full = Math.max(actor.maxHp, actor.hp + actor.shield);
  const colour = actor instanceof Monster ? "#e2524a" : about.mine ? "#5fd068" : "#58b4e8";
  const width = WIDTH * unit;
  bar(ctx, x, y, width, 6 * unit, actor.hp / full, colour);
  if (actor.shield > 0) {
    ctx.fillStyle = "#bfeaff";
    ctx.fillRect(x - width / 2 + width * (actor.hp / full), y, width * (actor.shield / full), 6 * unit);
  }
}

/** Small signs of what works on somebody, with the seconds left. */
function statuses(ctx: Ctx, actor: Actor, about: About, x: number, y: number, unit: number): void {
  const shown = actor.statuses.slice(0, 5);
  const step = 15 * unit;
  shown.forEach((status, index) => {
    const cx = x + (index - (shown.length - 1) / 2) * step;
    const word = wordOf(status.kind);
    ctx.beginPath();
    if (word.good) {
      ctx.arc(cx, y, 6 * unit, 0, Math.PI * 2);
    } else {
      ctx.roundRect(cx - 6 * unit, y - 6 * unit, 12 * unit, 12 * unit, 2.5 * unit);
    }
    ctx.fillStyle = word.colour;
    ctx.fill();
    ctx.lineWidth = 1.8 * unit;
    ctx.strokeStyle = INK;
    ctx.stroke();
    text(ctx, shortTime(secondsLeft(status, about.tick, about.tickMillis)), cx, y + unit, 9 * unit, "#fffdf4");
  });
}

function bar(ctx: Ctx, x: number, y: number, width: number, height: number, share: number, colour: string): void {
  ctx.fillStyle = INK;
  ctx.beginPath();
  ctx.roundRect(x - width / 2 - 2, y - 2, width + 4, height + 4, height * 0.6);
  ctx.fill();
  ctx.fillStyle = "#4b4152";
  ctx.fillRect(x - width / 2, y, width, height);
  if (share > 0) {
    ctx.fillStyle = colour;
    ctx.fillRect(x - width / 2, y, Math.max(1, width * clamp01(share)), height);
    ctx.fillStyle = "rgba(255,255,255,.3)";
    ctx.fillRect(x - width / 2, y, width * clamp01(share), height * 0.35);
  }
}

/** Writes the name unless it would lie on another that matters more; tells whether it did. */
function label(ctx: Ctx, actor: Actor, about: About, x: number, y: number, unit: number, taken: Box[]): boolean {
  const words = `${actor.name} ${actor.level}`;
  const size = (about.selected ? 13 : 11) * unit;
  const half = words.length * size * 0.29;
  const box = { left: x - half, right: x + half, top: y - size * 0.6, bottom: y + size * 0.6 };
  if (!about.selected && taken.some((each) => each.left < box.right && each.right > box.left && each.top < box.bottom && each.bottom > box.top)) {
    return false;
  }
  taken.push(box);
  const danger = actor.level - about.level;
  const colour = actor instanceof Monster ? (danger >= 3 ? "#ff9a8c" : danger >= 1 ? "#ffd98a" : "#fff4e2") : "#bfe6ff";
  const quiet = actor instanceof Monster && !about.selected && actor.mind <= Mind.Patrol && actor.hp === actor.maxHp;
  ctx.globalAlpha = quiet ? 0.75 : 1;
  text(ctx, words, x, y, size, colour);
  ctx.globalAlpha = 1;
  return true;
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
  const size = (quiet ? 9 : monster.mind === Mind.Chase ? 19 : 15) * unit * pop;
  // An alarm is news for a moment only.
  ctx.globalAlpha = quiet ? 0.75 : monster.mind === Mind.Chase ? clamp01(2.4 - age) : 1;
  if (ctx.globalAlpha > 0.02) {
    text(ctx, known[0], x + (quiet ? 10 * unit : 0), y + float - (quiet ? 0 : 3 * unit), size, known[1]);
  }
  ctx.globalAlpha = 1;
}
