// Walls, ruins, fences and whole houses. Coordinates in units, 48 to a tile.
import { type Ctx, INK, LINE, chance, limb, oval, polygon, shape } from "./pen.ts";

const T = 48;

/** Depth of a wall's top. */
const DEEP = 15;
/** Corners of a broken edge, from the left; whole at both ends, so that neighbours meet. */
const BROKEN = [0, 7, -2, 5, 0];

/** A piece of wall one tile wide, its base at y = 0, with no seam to neighbours (bits 1 up, 2 right, 8 left); of one that goes on `below` only the top is seen. */
export function wall(ctx: Ctx, seed: number, ruined: boolean, mask: number, below: boolean): void {
  const high = ruined ? 16 + Math.floor(seed * 3) * 7 : 44;
  const jag = (i: number): number => (ruined ? (BROKEN[seed > 0.5 ? i : 4 - i] as number) : 0);
  const x = (i: number): number => -T / 2 + (i * T) / 4;
  const front = (i: number): number => (below ? T - high - DEEP : -high - jag(i));
  const back = (i: number): number => -high - DEEP - jag(4 - i) * 0.7;
  const rim = [0, 1, 2, 3, 4];
  if (!below) {
    outline(ctx, ruined ? "#8a857f" : "#958b7f", [-T / 2, 0, ...rim.flatMap((i) => [x(i), front(i)]), T / 2, 0]);
    ctx.save();
    ctx.clip();
    stones(ctx, -T / 2, -high - 8, T, high + 8, ruined, seed);
    ctx.restore();
  }
  outline(ctx, ruined ? "#bdb7ac" : "#d2cabb", [...rim.flatMap((i) => [x(i), back(i)]), ...rim.flatMap((i) => [x(4 - i), front(4 - i)])]);
  ctx.strokeStyle = INK;
  ctx.lineWidth = LINE;
  ctx.lineJoin = "round";
  ctx.beginPath();
  edge(ctx, (mask & 1) === 0, rim.flatMap((i) => [x(i), back(i)]));
  edge(ctx, (mask & 8) === 0, [x(0), back(0), x(0), below ? front(0) : 0]);
  edge(ctx, (mask & 2) === 0, [x(4), back(4), x(4), below ? front(4) : 0]);
  edge(ctx, !below, [x(0), 0, x(4), 0]);
  ctx.stroke();
  ctx.lineWidth = 1.3;
  ctx.beginPath();
  edge(ctx, !below, rim.flatMap((i) => [x(i), front(i)]));
  ctx.stroke();
  if (ruined) {
    rubble(ctx, seed, high);
  }
}

function outline(ctx: Ctx, fill: string, points: number[]): void {
  shape(ctx, fill, polygon(...points), 0);
}

function edge(ctx: Ctx, drawn: boolean, points: readonly number[]): void {
  for (let i = 0; drawn && i < points.length; i += 2) {
    ctx[i === 0 ? "moveTo" : "lineTo"](points[i] as number, points[i + 1] as number);
  }
}

/** Hewn stones in courses, no two alike. */
function stones(ctx: Ctx, left: number, top: number, width: number, height: number, ruined: boolean, seed: number): void {
  const tints = ruined ? ["#9d978e", "#a9a399", "#928c85"] : ["#aaa094", "#b8ae9f", "#9e9488"];
  for (let row = 0; row * 12 < height; row++) {
    const y = top + height - (row + 1) * 12;
    for (let column = -1; column < 4; column++) {
      const x = left + column * 17 + (row % 2) * 8 + chance(column, row, 5) * 3;
      const wide = 14.5 + chance(column, row, 7) * 2;
      ctx.fillStyle = tints[Math.floor(chance(column + 9, row, Math.floor(seed * 97)) * 3)] as string;
      ctx.beginPath();
      ctx.roundRect(x, y + 1, wide, 10, 3);
      ctx.fill();
      ctx.fillStyle = "rgba(255, 250, 235, .16)";
      ctx.fillRect(x + 2, y + 2, wide - 4, 1.6);
    }
  }
  const foot = ctx.createLinearGradient(0, -16, 0, 0);
  foot.addColorStop(0, "rgba(40, 30, 52, 0)");
  foot.addColorStop(1, "rgba(40, 30, 52, .32)");
  ctx.fillStyle = foot;
  ctx.fillRect(left, -16, width, 16);
}

/** Moss on what is broken, and two stones that fell from it. */
function rubble(ctx: Ctx, seed: number, high: number): void {
  if (seed > 0.3) {
    shape(ctx, "#6f9a52", (c) => c.ellipse(-8 + seed * 16, -high - DEEP * 0.5, 10, 4.2, 0.1, 0, Math.PI * 2), 0);
    shape(ctx, "#86b562", (c) => c.ellipse(-11 + seed * 16, -high - DEEP * 0.6, 5, 2, 0.1, 0, Math.PI * 2), 0);
  }
  const side = seed > 0.5 ? 1 : -1;
  for (const [x, y, w, h] of [[15, 4, 7, 6], [8, 5, 4, 3.4]] as const) {
    shape(ctx, "#aba59b", polygon(x * side - w, y, x * side - w * 0.7, y - h, x * side + w * 0.2, y - h * 1.25, x * side + w, y - h * 0.4, x * side + w * 0.8, y), 1.4);
  }
}

/** A post with rails towards the neighbours that are fences too: bits 1 up, 2 right, 4 down, 8 left. */
export function fence(ctx: Ctx, mask: number): void {
  if (mask & 1) {
    // Seen along its length: two rails beside each other, and the post behind above them.
    for (const [x, tint] of [[2.6, "#7f5833"], [-2.6, "#a3764a"]] as const) {
      shape(ctx, tint, polygon(x - 1.8, -16, x + 1.8, -16, x + 1.8, -16 - T, x - 1.8, -16 - T), 1.4);
    }
  }
  for (const [bit, x] of [[2, T / 2], [8, -T / 2]] as const) {
    if (mask & bit) {
      limb(ctx, "#94683f", [0, -10, x, -10], 3.2);
      limb(ctx, "#94683f", [0, -20, x, -20], 3.2);
    }
  }
  shape(ctx, "#a87748", polygon(-4, 2, -4, -25, 0, -30, 4, -25, 4, 2));
  ctx.fillStyle = "rgba(255, 226, 170, .3)";
  ctx.fillRect(-2.6, -24, 2, 24);
}

export interface House {
  x: number;
  y: number;
  width: number;
  /** Rows of roof. */
  roof: number;
  /** Columns with a door, from the left. */
  doors: number[];
  /** Rows of wall below the roof: 0 or 1. */
  walls: number;
}

const ROOFS = [["#b8533f", "#d0705a", "#8f3d31"], ["#3f7f8f", "#5a9fae", "#2f616e"], ["#a87a3a", "#c79a55", "#825c2a"], ["#7d5a94", "#9c78b2", "#5f4372"]] as const;

/** A house, the lower left corner of its tiles at the origin. */
export function house(ctx: Ctx, about: House): void {
  const [roof, light, dark] = ROOFS[Math.floor(chance(about.x, about.y, 3) * ROOFS.length)] as (typeof ROOFS)[number];
  const width = about.width * T;
  const front = about.walls * T + 22;
  ctx.fillStyle = "rgba(20, 16, 30, .25)";
  ctx.fillRect(4, -6, width + 10, 14);
  shape(ctx, "#e6d6b4", (c) => c.rect(2, -front, width - 4, front));
  ctx.fillStyle = "rgba(120, 90, 60, .18)";
  ctx.fillRect(3, -front, width - 6, 14);
  shape(ctx, "#8f8a86", (c) => c.rect(2, -9, width - 4, 9), 1.6);
  timber(ctx, width, front);
  for (let column = 0; column < about.width; column++) {
    if (about.doors.includes(column)) {
      door(ctx, column * T + T / 2);
    } else if (!about.doors.includes(column - 1) || about.width < 5) {
      pane(ctx, column * T + T / 2, front);
    }
  }
  gable(ctx, width, front, about.roof * T, roof, light, dark);
}

function timber(ctx: Ctx, width: number, front: number): void {
  for (const x of [5, width - 5]) {
    limb(ctx, "#7d5836", [x, -2, x, -front + 4], 4);
  }
  limb(ctx, "#7d5836", [5, -front + 10, width - 5, -front + 10], 3);
}

function door(ctx: Ctx, x: number): void {
  shape(ctx, "#6a4526", (c) => {
    c.moveTo(x - 12, 0);
    c.lineTo(x - 12, -26);
    c.quadraticCurveTo(x, -42, x + 12, -26);
    c.lineTo(x + 12, 0);
    c.closePath();
  });
  ctx.strokeStyle = "rgba(30, 20, 16, .5)";
  ctx.lineWidth = 1.3;
  ctx.beginPath();
  for (const at of [-4, 4]) {
    ctx.moveTo(x + at, -1);
    ctx.lineTo(x + at, -31);
  }
  ctx.stroke();
  oval(ctx, "#e8c25a", x + 7, -14, 1.8, 1.8, 0, 1);
  shape(ctx, "#a09a94", (c) => c.rect(x - 15, -2, 30, 6), 1.6);
}

function pane(ctx: Ctx, x: number, front: number): void {
  const y = -front / 2 - 4;
  shape(ctx, "#ffe3a0", (c) => c.roundRect(x - 10, y - 11, 20, 21, 2), 2.4);
  ctx.fillStyle = "rgba(255, 250, 220, .7)";
  ctx.fillRect(x - 8, y - 9, 6, 8);
  ctx.strokeStyle = "#6a4526";
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(x, y - 11);
  ctx.lineTo(x, y + 10);
  ctx.moveTo(x - 10, y - 1);
  ctx.lineTo(x + 10, y - 1);
  ctx.stroke();
  shape(ctx, "#8a5f3a", (c) => c.rect(x - 13, y + 10, 26, 4), 1.6);
  for (const [dx, colour] of [[-8, "#e0587a"], [-1, "#f6d65a"], [6, "#e0587a"]] as const) {
    oval(ctx, "#5a9a4a", x + dx + 1, y + 9, 4, 3, 0, 0);
    oval(ctx, colour, x + dx + 1, y + 7, 2.3, 2.3, 0, 0);
  }
}

function gable(ctx: Ctx, width: number, front: number, deep: number, roof: string, light: string, dark: string): void {
  const bottom = -front + 6;
  const top = bottom - deep - 4;
  shape(ctx, roof, polygon(-9, bottom, 8, top, width - 8, top, width + 9, bottom));
  ctx.save();
  ctx.beginPath();
  polygon(-8, bottom - 1, 8, top + 1, width - 8, top + 1, width + 8, bottom - 1)(ctx);
  ctx.clip();
  const rows = Math.round(deep / 13);
  for (let row = 0; row <= rows; row++) {
    const y = top + (row * (bottom - top)) / rows;
    for (let x = -20 + (row % 2) * 9; x < width + 20; x += 18) {
      const tone = chance(Math.floor(x), row, 4);
      ctx.fillStyle = tone < 0.25 ? light : tone > 0.8 ? dark : roof;
      ctx.beginPath();
      ctx.roundRect(x, y - 4, 17, 17, [0, 0, 7, 7]);
      ctx.fill();
      ctx.strokeStyle = "rgba(50, 24, 24, .35)";
      ctx.lineWidth = 1.3;
      ctx.stroke();
    }
  }
  ctx.fillStyle = "rgba(255, 240, 210, .16)";
  ctx.fillRect(-10, top, width + 20, deep * 0.3);
  ctx.restore();
  limb(ctx, light, [8, top, width - 8, top], 4);
  const x = width * 0.74;
  shape(ctx, "#9a8f88", (c) => c.rect(x - 8, top - 18, 16, 30));
  shape(ctx, "#b5aaa2", (c) => c.rect(x - 10, top - 22, 20, 7));
  ctx.strokeStyle = INK;
}
