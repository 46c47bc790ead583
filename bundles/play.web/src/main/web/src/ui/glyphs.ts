// The pictures themselves, in units of -20..20.
import { type Ctx, INK, limb, oval, polygon, shape } from "../draw/pen.ts";

export function blade(ctx: Ctx): void {
  ctx.rotate(-Math.PI / 4);
  ctx.strokeStyle = "rgba(255, 240, 190, .6)";
  ctx.lineWidth = 3;
  ctx.beginPath();
  ctx.arc(-4, 2, 17, -0.9, 0.7);
  ctx.stroke();
  shape(ctx, "#e8eef5", polygon(-4, -3.4, 12, -3.4, 18, 0, 12, 3.4, -4, 3.4), 1.8);
  shape(ctx, "#b9c6d6", polygon(-4, 0, 17, 0, 12, 3, -4, 3), 0);
  shape(ctx, "#e2b243", polygon(-7, -7.4, -4, -7.4, -4, 7.4, -7, 7.4), 1.8);
  limb(ctx, "#7a4f30", [-8, 0, -14, 0], 3.8);
}

export function flame(ctx: Ctx): void {
  for (const [size, colour] of [[1, "#f0642f"], [0.66, "#ffa93d"], [0.34, "#fff0a8"]] as const) {
    shape(ctx, colour, (c) => {
      c.moveTo(0, 15 * size + (1 - size) * 11);
      c.bezierCurveTo(-15 * size, 13, -12 * size, -2, -4 * size, -8 * size);
      c.bezierCurveTo(-3 * size, -3, 1, -8 * size, 1, -17 * size);
      c.bezierCurveTo(13 * size, -6, 16 * size, 12, 0, 15 * size + (1 - size) * 11);
    }, size === 1 ? 2 : 0);
  }
}

export function fan(ctx: Ctx): void {
  ctx.translate(-14, 10);
  ctx.rotate(-0.5);
  for (const [reach, colour] of [[33, "#d9482a"], [25, "#ff8f35"], [16, "#ffe08a"]] as const) {
    shape(ctx, colour, (c) => {
      c.moveTo(0, 0);
      c.lineTo(reach * 0.9, -reach * 0.45);
      c.quadraticCurveTo(reach * 1.2, 0, reach * 0.9, reach * 0.45);
      c.closePath();
    }, reach === 33 ? 2 : 0);
  }
}

export function snow(ctx: Ctx): void {
  oval(ctx, "rgba(120, 210, 255, .3)", 0, 0, 18, 18, 0, 0);
  for (let i = 0; i < 6; i++) {
    ctx.rotate(Math.PI / 3);
    limb(ctx, "#d8f4ff", [0, 0, 0, -15], 2.4);
    limb(ctx, "#d8f4ff", [-4, -13, 0, -9, 4, -13], 1.8);
  }
}

export function dash(ctx: Ctx): void {
  ctx.rotate(-0.4);
  for (const [y, length] of [[-8, 9], [0, 14], [8, 9]] as const) {
    limb(ctx, "#9fd8ff", [-16, y, -16 + length, y], 2);
  }
  shape(ctx, "#eaf7ff", polygon(-1, -13, 17, 0, -1, 13, 4, 0));
}

export function shield(ctx: Ctx): void {
  const outline = (size: number) => (c: Ctx): void => {
    c.moveTo(0, -16 * size);
    c.quadraticCurveTo(8 * size, -11 * size, 14 * size, -12 * size);
    c.quadraticCurveTo(15 * size, 8 * size, 0, 17 * size);
    c.quadraticCurveTo(-15 * size, 8 * size, -14 * size, -12 * size);
    c.quadraticCurveTo(-8 * size, -11 * size, 0, -16 * size);
  };
  shape(ctx, "#dfe8f2", outline(1));
  shape(ctx, "#4d8ed6", outline(0.74), 0);
  shape(ctx, "#8fc4f5", polygon(0, -11, 9, -8, 9, 0, 0, 0), 0);
  shape(ctx, "#8fc4f5", polygon(0, 0, 0, 11, -8, 5, -9, 0), 0);
}

export function horn(ctx: Ctx): void {
  for (const radius of [12, 17]) {
    ctx.strokeStyle = "#ffd98a";
    ctx.lineWidth = 2.6;
    ctx.lineCap = "round";
    ctx.beginPath();
    ctx.arc(4, -2, radius, -0.7, 0.6);
    ctx.stroke();
  }
  shape(ctx, "#e2b26a", (c) => {
    c.moveTo(-17, 8);
    c.quadraticCurveTo(-4, 8, 7, -13);
    c.lineTo(11, 9);
    c.quadraticCurveTo(0, 16, -15, 13);
    c.closePath();
  });
  oval(ctx, "#6b3f22", 9, -2, 3.4, 11, -0.15);
}

export function claw(ctx: Ctx): void {
  for (const x of [-8, 0, 8]) {
    shape(ctx, "#ff6a55", (c) => {
      c.moveTo(x + 5, -15);
      c.quadraticCurveTo(x + 3, 2, x - 6, 15);
      c.quadraticCurveTo(x - 3, 0, x + 5, -15);
    }, 1.8);
  }
}

export function cross(ctx: Ctx): void {
  oval(ctx, "rgba(140, 255, 160, .25)", 0, 0, 18, 18, 0, 0);
  shape(ctx, "#7de88a", polygon(-5, -14, 5, -14, 5, -5, 14, -5, 14, 5, 5, 5, 5, 14, -5, 14, -5, 5, -14, 5, -14, -5, -5, -5));
  shape(ctx, "#d2ffda", polygon(-3, -12, 0, -12, 0, -3, -12, -3, -12, -1, -3, -1), 0);
}

export function beam(ctx: Ctx): void {
  ctx.rotate(-Math.PI / 4);
  shape(ctx, "#7a4fd8", polygon(-19, -6, 17, -6, 20, 0, 17, 6, -19, 6));
  shape(ctx, "#c9a6ff", polygon(-18, -3, 18, -3, 18, 3, -18, 3), 0);
  shape(ctx, "#ffffff", polygon(-18, -1, 18, -1, 18, 1, -18, 1), 0);
}

export function whirl(ctx: Ctx): void {
  for (let i = 0; i < 3; i++) {
    ctx.rotate((Math.PI * 2) / 3);
    shape(ctx, i === 0 ? "#fff2c8" : "#f2d68a", (c) => {
      c.arc(0, 0, 16, -0.2, 1.5);
      c.quadraticCurveTo(9, 6, 15.6, -3.2);
      c.closePath();
    }, 1.8);
  }
  oval(ctx, "#c98a4a", 0, 0, 4, 4, 0, 1.6);
}

export function star(ctx: Ctx, colour: string): void {
  const points = Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? 16 : 7;
    const angle = (i / 10) * Math.PI * 2 - Math.PI / 2;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  }).flat();
  shape(ctx, colour, polygon(...points));
}

export function stars(ctx: Ctx): void {
  for (const [x, y, size] of [[-8, 4, 0.5], [8, 6, 0.42], [1, -7, 0.6]] as const) {
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(size, size);
    star(ctx, "#ffe27a");
    ctx.restore();
  }
}

export function up(ctx: Ctx, tone = "#ffd86a"): void {
  shape(ctx, tone, polygon(0, -15, 13, 0, 6, 0, 6, 14, -6, 14, -6, 0, -13, 0));
}

export function down(ctx: Ctx, tone = "#c79af0"): void {
  shape(ctx, tone, polygon(0, 15, 13, 0, 6, 0, 6, -14, -6, -14, -6, 0, -13, 0));
}

export function drop(ctx: Ctx): void {
  shape(ctx, "#e8443a", (c) => {
    c.moveTo(0, -16);
    c.bezierCurveTo(4, -8, 12, -2, 12, 5);
    c.arc(0, 5, 12, 0, Math.PI);
    c.bezierCurveTo(-12, -2, -4, -8, 0, -16);
  });
  oval(ctx, "rgba(255, 255, 255, .6)", -4, 4, 2.4, 4, 0.4, 0);
}

export function roots(ctx: Ctx): void {
  for (const [bend, x] of [[-7, -10], [5, 0], [8, 10]] as const) {
    ctx.lineCap = "round";
    for (const [style, width] of [[INK, 7], ["#8fbf5a", 3.4]] as const) {
      ctx.strokeStyle = style;
      ctx.lineWidth = width;
      ctx.beginPath();
      ctx.moveTo(x, 15);
      ctx.bezierCurveTo(x + bend, 6, x - bend, -4, x + bend * 0.6, -13);
      ctx.stroke();
    }
  }
}

export function snail(ctx: Ctx): void {
  shape(ctx, "#9fc0ff", (c) => c.roundRect(-16, 5, 31, 9, 4.5));
  oval(ctx, "#5f86d8", -2, 0, 11, 11);
  ctx.strokeStyle = "#dbe8ff";
  ctx.lineWidth = 2.4;
  ctx.beginPath();
  ctx.arc(-2, 0, 5.5, 0.4, 5.4);
  ctx.stroke();
  limb(ctx, "#9fc0ff", [13, 6, 16, -6], 2);
}
