// What stands in the world: trees, stones, tents, shrine. Feet at the origin, 48 units to a tile.
import { type Ctx, INK, chance, limb, oval, polygon, shadow, shape } from "./pen.ts";

export type PropDrawing = (ctx: Ctx, seed: number) => void;

/** Size of the picture a prop needs around its feet: half width, above, below, in units. */
export interface Prop {
  draw: PropDrawing;
  half: number;
  above: number;
  below: number;
  variants: number;
}

function prop(draw: PropDrawing, half: number, above: number, variants = 1, below = 14): Prop {
  return { draw, half, above, below, variants };
}

export const PROPS: Record<string, Prop> = {
  tree: prop(tree, 48, 92, 5),
  pine: prop(pine, 40, 100, 4),
  bush: prop(bush, 30, 40, 4),
  rock: prop(rock, 30, 36, 4),
  grave: prop(grave, 22, 40, 3),
  tent: prop(tent, 46, 62, 2),
  campfire: prop(campfire, 28, 24),
  shrine: prop(shrine, 40, 84),
  well: prop(well, 34, 66),
  reed: prop(reed, 26, 40, 8),
  unknown: prop(rock, 30, 36, 4),
};

function tree(ctx: Ctx, seed: number): void {
  shadow(ctx, 24, 9);
  limb(ctx, "#77502f", [0, 0, -1, -26], 9);
  limb(ctx, "#77502f", [-1, -18, 10, -34], 4);
  const greens = [["#3f8a45", "#5fae52", "#86c95f"], ["#4a8f3c", "#6db14a", "#97cd60"], ["#2f7f52", "#4fa566", "#7cc47e"]][Math.floor(seed * 3)] as string[];
  const lean = (seed - 0.5) * 8;
  const blobs = [[-17, -36, 17], [17, -36, 16], [0, -30, 16], [-10 + lean, -56, 18], [11 + lean, -55, 17], [lean, -68, 14]] as const;
  for (const [x, y, r] of blobs) {
    oval(ctx, INK, x, y, r + 2.2, r + 1.2, 0, 0);
  }
  for (const [x, y, r] of blobs) {
    oval(ctx, greens[0] as string, x, y, r, r - 1, 0, 0);
  }
  for (const [x, y, r] of blobs) {
    oval(ctx, greens[1] as string, x - 3, y - 3, r * 0.78, r * 0.74, 0, 0);
  }
  for (const [x, y, r] of blobs.slice(3)) {
    oval(ctx, greens[2] as string, x - 5, y - 6, r * 0.45, r * 0.4, 0, 0);
  }
  if (seed > 0.78) {
    for (const [x, y] of [[-14, -40], [10, -58], [14, -36], [-4, -62], [2, -40]] as const) {
      oval(ctx, "#d8483e", x, y, 2.8, 2.8, 0, 1.2);
    }
  }
}

function pine(ctx: Ctx, seed: number): void {
  shadow(ctx, 20, 8);
  limb(ctx, "#6b4830", [0, 0, 0, -16], 7);
  const tall = 1 + seed * 0.18;
  for (const [y, half, height, fill, light] of [
    [-8, 25, 30, "#2c6b52", "#3f8663"], [-28, 20, 28, "#317358", "#489069"], [-48, 14, 30, "#387c5f", "#559c72"],
  ] as const) {
    const base = y * tall;
    const top = base - height * tall;
    shape(ctx, fill, (c) => {
      c.moveTo(0, top);
      c.quadraticCurveTo(half * 0.4, base - 8, half, base);
      c.quadraticCurveTo(half * 0.5, base + 4, 0, base + 3);
      c.quadraticCurveTo(-half * 0.5, base + 4, -half, base);
      c.quadraticCurveTo(-half * 0.4, base - 8, 0, top);
    });
    shape(ctx, light, (c) => {
      c.moveTo(-1, top + 4);
      c.quadraticCurveTo(-half * 0.35, base - 8, -half * 0.8, base - 1.5);
      c.quadraticCurveTo(-half * 0.3, base - 2, -half * 0.1, base - 6);
      c.closePath();
    }, 0);
  }
}

function bush(ctx: Ctx, seed: number): void {
  shadow(ctx, 21, 8);
  const green = seed < 0.5 ? ["#4a8b42", "#69ab50"] : ["#3d8150", "#5aa163"];
  const blobs = [[-11, -9, 11], [11, -9, 11], [0, -15, 13], [0, -7, 12]] as const;
  for (const [x, y, r] of blobs) {
    oval(ctx, INK, x, y, r + 2.2, r + 1, 0, 0);
  }
  for (const [x, y, r] of blobs) {
    oval(ctx, green[0] as string, x, y, r, r - 1, 0, 0);
  }
  for (const [x, y, r] of blobs.slice(0, 3)) {
    oval(ctx, green[1] as string, x - 2, y - 3, r * 0.7, r * 0.6, 0, 0);
  }
  if (seed > 0.45) {
    for (const [x, y] of [[-10, -8], [3, -16], [11, -7], [-2, -6]] as const) {
      oval(ctx, seed > 0.75 ? "#e0587a" : "#7a5ac8", x, y, 2.2, 2.2, 0, 0);
    }
  }
}

function rock(ctx: Ctx, seed: number): void {
  shadow(ctx, 20, 7);
  const s = 0.85 + seed * 0.3;
  shape(ctx, "#8e8f98", polygon(-18 * s, 2, -16 * s, -12 * s, -6 * s, -22 * s, 8 * s, -20 * s, 17 * s, -8 * s, 18 * s, 2));
  shape(ctx, "#b3b5bd", polygon(-15 * s, -11 * s, -6 * s, -20.5 * s, 7 * s, -18.5 * s, 1 * s, -10 * s), 0);
  shape(ctx, "#74757f", polygon(1 * s, -10 * s, 8 * s, -18 * s, 16 * s, -7 * s, 16 * s, 1, 3, 1), 0);
  if (seed > 0.5) {
    shape(ctx, "#6f9a52", (c) => c.ellipse(-9 * s, -14 * s, 6, 3.4, -0.7, 0, Math.PI * 2), 0);
  }
}

function grave(ctx: Ctx, seed: number): void {
  ctx.fillStyle = "rgba(84, 66, 48, .5)";
  ctx.beginPath();
  ctx.ellipse(0, 4, 15, 8, 0, 0, Math.PI * 2);
  ctx.fill();
  ctx.save();
  ctx.rotate((seed - 0.5) * 0.22);
  if (seed > 0.66) {
    shape(ctx, "#9a9aa4", polygon(-4, 2, -4, -16, -12, -16, -12, -23, -4, -23, -4, -31, 4, -31, 4, -23, 12, -23, 12, -16, 4, -16, 4, 2));
  } else {
    shape(ctx, "#9a9aa4", (c) => {
      c.moveTo(-11, 2);
      c.lineTo(-11, -18);
      c.quadraticCurveTo(-10, -30, 0, -30);
      c.quadraticCurveTo(10, -30, 11, -18);
      c.lineTo(11, 2);
      c.closePath();
    });
    shape(ctx, "#b6b6c0", (c) => c.ellipse(-4, -19, 3, 8, 0.15, 0, Math.PI * 2), 0);
    ctx.strokeStyle = "rgba(60, 56, 70, .7)";
    ctx.lineWidth = 1.6;
    ctx.beginPath();
    ctx.moveTo(-5, -16);
    ctx.lineTo(6, -16);
    ctx.moveTo(-4, -11);
    ctx.lineTo(5, -11);
    ctx.stroke();
  }
  ctx.restore();
  shape(ctx, "#6f9a52", (c) => c.ellipse(-7, 1, 6, 3, 0, 0, Math.PI * 2), 0);
}

function tent(ctx: Ctx, seed: number): void {
  shadow(ctx, 36, 12);
  const [cloth, dark] = seed < 0.5 ? ["#b8743f", "#8f5330"] : ["#9c5a48", "#773f36"];
  limb(ctx, "#6b4a2c", [-4, -52, 5, -60], 3);
  limb(ctx, "#6b4a2c", [4, -52, -5, -60], 3);
  shape(ctx, cloth as string, polygon(0, -54, 34, 4, -34, 4));
  shape(ctx, dark as string, polygon(0, -54, 34, 4, 12, 4), 0);
  shape(ctx, "#3a2628", polygon(-1, -32, 9, 4, -11, 4), 1.8);
  shape(ctx, "#d9b07a", polygon(-20, -18, -13, -30, -9, -22, -16, -10), 1.4);
  ctx.strokeStyle = INK;
  ctx.lineWidth = 1.2;
  ctx.beginPath();
  ctx.moveTo(-17, -24);
  ctx.lineTo(-12, -16);
  ctx.stroke();
}

function campfire(ctx: Ctx): void {
  ctx.fillStyle = "rgba(50, 36, 30, .45)";
  ctx.beginPath();
  ctx.ellipse(0, 0, 22, 11, 0, 0, Math.PI * 2);
  ctx.fill();
  for (let i = 0; i < 9; i++) {
    const angle = (i / 9) * Math.PI * 2;
    oval(ctx, i % 2 ? "#85858f" : "#9b9ba4", Math.cos(angle) * 18, Math.sin(angle) * 8, 5, 4);
  }
  limb(ctx, "#6b4429", [-10, 2, 9, -6], 5);
  limb(ctx, "#7d5233", [10, 2, -9, -6], 5);
}

function shrine(ctx: Ctx): void {
  shadow(ctx, 32, 12);
  shape(ctx, "#8d8aa0", (c) => c.ellipse(0, 0, 30, 11, 0, 0, Math.PI * 2));
  shape(ctx, "#a9a6ba", (c) => c.ellipse(0, -5, 25, 8.5, 0, 0, Math.PI * 2));
  shape(ctx, "#8b8ba6", polygon(-12, -7, -9, -58, 0, -72, 9, -58, 12, -7));
  shape(ctx, "#a7a8c2", polygon(-10, -8, -7.5, -57, 0, -69, -1, -8), 0);
  ctx.strokeStyle = "#bff4ff";
  ctx.lineWidth = 2.6;
  ctx.lineCap = "round";
  ctx.shadowColor = "#6fe0ff";
  ctx.shadowBlur = 10;
  ctx.beginPath();
  ctx.moveTo(0, -56);
  ctx.lineTo(0, -22);
  ctx.moveTo(-5, -46);
  ctx.lineTo(0, -52);
  ctx.lineTo(5, -46);
  ctx.moveTo(-5, -30);
  ctx.lineTo(5, -38);
  ctx.stroke();
  ctx.shadowBlur = 0;
}

function well(ctx: Ctx): void {
  shadow(ctx, 26, 10);
  limb(ctx, "#6f4b2e", [-18, -6, -18, -44], 4);
  limb(ctx, "#6f4b2e", [18, -6, 18, -44], 4);
  shape(ctx, "#8c8c96", (c) => c.roundRect(-22, -18, 44, 20, 7));
  oval(ctx, "#a9a9b3", 0, -18, 22, 8);
  oval(ctx, "#24405a", 0, -18, 16, 5);
  ctx.fillStyle = "rgba(70, 66, 80, .35)";
  for (const [x, y] of [[-14, -8], [2, -10], [12, -4], [-4, -3]] as const) {
    ctx.fillRect(x, y, 8, 4);
  }
  limb(ctx, "#c8a878", [0, -40, 0, -24], 1.4);
  shape(ctx, "#a5533f", polygon(0, -62, 29, -42, 25, -38, -25, -38, -29, -42));
  shape(ctx, "#c06a50", polygon(0, -60, -26, -42, -10, -41), 0);
}

function reed(ctx: Ctx, seed: number): void {
  const roll = (i: number): number => chance(Math.floor(seed * 97), i, 21);
  const stems = 4 + Math.floor(roll(0) * 4);
  for (let i = 0; i < stems; i++) {
    const x = -15 + (i + roll(i + 10) * 0.8) * (30 / stems);
    const y = 6 - roll(i + 20) * 10;
    const tall = 14 + roll(i + 30) * 17;
    const bend = (roll(i + 40) - 0.5) * 10;
    ctx.strokeStyle = roll(i + 50) < 0.5 ? "#7d9a4a" : "#9ab65c";
    ctx.lineWidth = 2;
    ctx.lineCap = "round";
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.quadraticCurveTo(x, y - tall / 2, x + bend, y - tall);
    ctx.stroke();
    if (roll(i + 60) < 0.4) {
      limb(ctx, "#7a4f30", [x + bend, y - tall - 5, x + bend * 0.9, y - tall + 1], 2.2);
    }
  }
}
