// Walls, ruins, fences and whole houses. Coordinates in units, 48 to a tile.
import { type Ctx, INK, chance, limb, oval, polygon, shape } from "./pen.ts";

const T = 48;

/** A block of wall one tile wide, its base at y = 0. */
export function wall(ctx: Ctx, seed: number, ruined: boolean): void {
  const high = ruined ? 26 + seed * 16 : 50;
  const jag = ruined ? [0, -6, -2, -11, -4] : [0, 0, 0, 0, 0];
  const tone = ruined ? ["#98938c", "#b3ada4"] : ["#a39a8e", "#beb5a7"];
  shape(ctx, tone[0] as string, (c) => {
    c.moveTo(-T / 2, 0);
    jag.forEach((each, i) => c.lineTo(-T / 2 + (i * T) / 4, -high - each * (seed > 0.5 ? 1 : -0.7)));
    c.lineTo(T / 2, 0);
    c.closePath();
  });
  ctx.save();
  ctx.beginPath();
  ctx.rect(-T / 2 + 1, -high + (ruined ? 10 : 1), T - 2, high - (ruined ? 11 : 2));
  ctx.clip();
  bricks(ctx, -T / 2, -high - 12, T, high + 12, tone[1] as string, seed);
  ctx.restore();
  if (!ruined) {
    shape(ctx, "#cfc7b9", (c) => c.rect(-T / 2, -high - 16, T, 18));
  } else if (seed > 0.4) {
    shape(ctx, "#6f9a52", (c) => c.ellipse(-6 + seed * 14, -high + 2, 11, 4.5, 0.1, 0, Math.PI * 2), 0);
    shape(ctx, "#7fae5c", (c) => c.ellipse(-10 + seed * 14, -3, 12, 4, 0, 0, Math.PI * 2), 0);
  }
}

function bricks(ctx: Ctx, x: number, y: number, width: number, height: number, light: string, seed: number): void {
  ctx.lineWidth = 1.2;
  ctx.strokeStyle = "rgba(70, 62, 62, .45)";
  for (let row = 0; row * 11 < height; row++) {
    for (let col = -1; col * 17 < width; col++) {
      const left = x + col * 17 + (row % 2) * 8.5;
      if (chance(col, row, Math.floor(seed * 99)) < 0.35) {
        ctx.fillStyle = light;
        ctx.fillRect(left, y + row * 11, 17, 11);
      }
      ctx.strokeRect(left, y + row * 11, 17, 11);
    }
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
