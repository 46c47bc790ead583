// From tiles to pixels of the canvas.

/** Tiles that should fit across the shorter side, roughly. */
const LEAST_TILES = 11;

export class Camera {
  x = 0;
  y = 0;
  /** Canvas pixels of a tile. */
  tile = 48;
  width = 1;
  height = 1;
  ratio = 1;
  private shake = 0;
  private placed = false;

  resize(cssWidth: number, cssHeight: number, ratio: number): void {
    this.ratio = ratio;
    this.width = Math.round(cssWidth * ratio);
    this.height = Math.round(cssHeight * ratio);
    const wanted = Math.min(cssWidth, cssHeight) / LEAST_TILES;
    this.tile = Math.round(Math.min(64, Math.max(38, wanted)) * ratio);
  }

  follow(x: number, y: number, seconds: number): void {
    if (!this.placed || Math.hypot(x - this.x, y - this.y) > 6) {
      this.x = x;
      this.y = y;
      this.placed = true;
      return;
    }
    const share = 1 - Math.exp(-seconds * 9);
    this.x += (x - this.x) * share;
    this.y += (y - this.y) * share;
    this.shake = Math.max(0, this.shake - seconds * 2.4);
  }

  rattle(strength: number): void {
    this.shake = Math.min(0.5, this.shake + strength);
  }

  /** Left edge in pixels, whole so that pictures stay sharp. */
  left(now: number): number {
    return Math.round(this.x * this.tile - this.width / 2 + Math.sin(now / 17) * this.shake * this.tile * 0.25);
  }

  top(now: number): number {
    return Math.round(this.y * this.tile - this.height * 0.52 + Math.cos(now / 13) * this.shake * this.tile * 0.25);
  }

  /** The point in tiles under a point of the page. */
  point(cssX: number, cssY: number): { x: number; y: number } {
    return { x: (cssX * this.ratio + this.left(0)) / this.tile, y: (cssY * this.ratio + this.top(0)) / this.tile };
  }
}
