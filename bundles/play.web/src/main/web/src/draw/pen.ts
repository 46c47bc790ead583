// The hand that draws everything: soft flat colours, one dark outline, one light from the upper left.

export type Ctx = CanvasRenderingContext2D;

export const INK = "#2a2030";
export const LINE = 2.2;

/** Fills and outlines what the path draws. */
export function shape(ctx: Ctx, fill: string | CanvasGradient, path: (ctx: Ctx) => void, line = LINE): void {
  ctx.beginPath();
  path(ctx);
  ctx.fillStyle = fill;
  ctx.fill();
  if (line > 0) {
    ctx.lineWidth = line;
    ctx.strokeStyle = INK;
    ctx.lineJoin = "round";
    ctx.stroke();
  }
}

export function oval(ctx: Ctx, fill: string | CanvasGradient, x: number, y: number, rx: number, ry: number, turn = 0, line = LINE): void {
  shape(ctx, fill, (c) => c.ellipse(x, y, rx, ry, turn, 0, Math.PI * 2), line);
}

/** A rounded limb with its outline. */
export function limb(ctx: Ctx, fill: string, points: readonly number[], width: number): void {
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  for (const [style, thick] of [[INK, width + LINE * 2], [fill, width]] as const) {
    ctx.beginPath();
    ctx.moveTo(points[0] as number, points[1] as number);
    for (let i = 2; i < points.length; i += 2) {
      ctx.lineTo(points[i] as number, points[i + 1] as number);
    }
    ctx.strokeStyle = style;
    ctx.lineWidth = thick;
    ctx.stroke();
  }
}

export function polygon(...points: number[]): (ctx: Ctx) => void {
  return (ctx) => {
    ctx.moveTo(points[0] as number, points[1] as number);
    for (let i = 2; i < points.length; i += 2) {
      ctx.lineTo(points[i] as number, points[i + 1] as number);
    }
    ctx.closePath();
  };
}

export function shadow(ctx: Ctx, rx: number, ry: number, strength = 0.28): void {
  ctx.fillStyle = `rgba(20, 16, 30, ${strength})`;
  ctx.beginPath();
  ctx.ellipse(0, 0, rx, ry, 0, 0, Math.PI * 2);
  ctx.fill();
}

/** A number in [0,1) that a place always has. */
export function chance(x: number, y: number, salt = 0): number {
  let h = (Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(salt, 2147483647)) | 0;
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** A number in [0,1) that a word always has. */
export function hash(word: string): number {
  let h = 2166136261;
  for (let i = 0; i < word.length; i++) {
    h = Math.imul(h ^ word.charCodeAt(i), 16777619);
  }
  return (h >>> 0) / 4294967296;
}

/** Rises fast and falls slowly, over t in 0..1. */
export function pulse(t: number): number {
  return t <= 0 || t >= 1 ? 0 : t < 0.35 ? t / 0.35 : 1 - (t - 0.35) / 0.65;
}

export function clamp01(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
