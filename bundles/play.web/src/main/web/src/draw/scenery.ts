// All that stands in a zone, as pictures painted once and placed by their feet.
import type { Zone } from "../game/zone.ts";
import { type House, fence, house, wall } from "./masonry.ts";
import { type Ctx, chance } from "./pen.ts";
import { PROPS } from "./props.ts";

const T = 48;

/** How far a shadow runs to the right and downwards for each unit of height. */
const LEAN = 0.62;
const DROP = 0.26;
/** Tiles that are built of stone. */
const MASONRY = ["wall", "ruin", "door", "roof"];
/** Tiles from which a shadow may reach into a piece of the ground. */
const SHADOW_REACH = 6;

export interface Standing {
  /** Feet, in tiles. */
  x: number;
  y: number;
  picture: string;
  /** Sways in the wind. */
  sways: boolean;
  /** Tall enough to hide somebody. */
  tall: boolean;
  name: string;
}

interface Picture {
  canvas: HTMLCanvasElement;
  left: number;
  top: number;
}

type Painter = (ctx: Ctx) => void;

export class Scenery {
  private readonly rows: Standing[][];
  private readonly pictures = new Map<string, Picture>();
  private readonly painters = new Map<string, { paint: Painter; box: [number, number, number, number] }>();
  private scale = 0;

  constructor(private readonly zone: Zone) {
    this.rows = Array.from({ length: zone.height }, () => []);
    const housed = this.houses();
    for (let y = 0; y < zone.height; y++) {
      for (let x = 0; x < zone.width; x++) {
        const name = zone.objectAt(x, y);
        if (name !== "" && !housed.has(y * zone.width + x)) {
          this.stand(name, x, y);
        }
      }
      this.rows[y]?.sort((a, b) => a.y - b.y);
    }
  }

  /** Everything whose feet lie within these rows and columns, upper first. */
  within(left: number, top: number, right: number, bottom: number, visit: (standing: Standing) => void): void {
    for (let y = Math.max(0, top); y <= Math.min(this.zone.height - 1, bottom); y++) {
      for (const standing of this.rows[y] as Standing[]) {
        if (standing.x >= left && standing.x <= right) {
          visit(standing);
        }
      }
    }
  }

  /** Draws at feet given in pixels; `scale` is pixels a unit. */
  draw(ctx: Ctx, standing: Standing, px: number, py: number, scale: number, sway: number): void {
    this.rescale(scale);
    const picture = this.picture(standing.picture);
    if (sway !== 0) {
      ctx.save();
      ctx.transform(1, 0, sway, 1, px, py);
      ctx.drawImage(picture.canvas, picture.left, picture.top);
      ctx.restore();
    } else {
      ctx.drawImage(picture.canvas, Math.round(px + picture.left), Math.round(py + picture.top));
    }
  }

  /** Darkens a piece of the ground where what stands near keeps the light away; `px` is the pixels of a tile. */
  shade(ctx: Ctx, left: number, top: number, tiles: number, px: number): void {
    this.rescale(px / T);
    const dark = new OffscreenCanvas(tiles * px, tiles * px);
    const into = dark.getContext("2d");
    if (into === null) {
      return;
    }
    this.within(left - SHADOW_REACH, top - SHADOW_REACH, left + tiles + 1, top + tiles, (standing) => {
      const picture = this.picture(standing.picture);
      into.setTransform(1, 0, -LEAN, -DROP, (standing.x - left) * px, (standing.y - top) * px - 3 * this.scale);
      into.drawImage(picture.canvas, picture.left, picture.top);
    });
    into.setTransform(1, 0, 0, 1, 0, 0);
    into.globalCompositeOperation = "source-in";
    into.fillStyle = "#1d1740";
    into.fillRect(0, 0, dark.width, dark.height);
    ctx.globalAlpha = 0.3;
    ctx.drawImage(dark, 0, 0);
    ctx.globalAlpha = 1;
  }

  private rescale(scale: number): void {
    if (scale !== this.scale) {
      this.pictures.clear();
      this.scale = scale;
    }
  }

  private picture(id: string): Picture {
    let picture = this.pictures.get(id);
    if (picture === undefined) {
      const { paint, box } = this.painters.get(id) as { paint: Painter; box: [number, number, number, number] };
      const [left, top, right, bottom] = box;
      const canvas = document.createElement("canvas");
      canvas.width = Math.ceil((right - left) * this.scale);
      canvas.height = Math.ceil((bottom - top) * this.scale);
      const ctx = canvas.getContext("2d") as Ctx;
      ctx.scale(this.scale, this.scale);
      ctx.translate(-left, -top);
      paint(ctx);
      picture = { canvas, left: left * this.scale, top: top * this.scale };
      this.pictures.set(id, picture);
    }
    return picture;
  }

  private stand(name: string, x: number, y: number): void {
    if (name === "fence") {
      const mask = this.mask(x, y, "fence");
      this.add(x + 0.5, y + 0.6, `fence-${mask}`, name, (ctx) => fence(ctx, mask), [-30, -70, 30, 8]);
    } else if (MASONRY.includes(name)) {
      const variant = Math.floor(chance(x, y, 1) * 5);
      const ruined = name === "ruin";
      // A whole wall shows its side above a broken one.
      const mask = this.mask(x, y, ...MASONRY.filter((each) => ruined || each !== "ruin"));
      const below = !ruined && (mask & 4) !== 0;
      this.add(x + 0.5, y + 1, `${ruined ? "ruin" : "wall"}-${variant}-${mask}-${below}`, name, (ctx) => wall(ctx, variant / 5, ruined, mask, below), [-28, -72, 28, 10]);
    } else if (this.zone.blocked(x, y) || name in PROPS) {
      this.prop(name in PROPS ? name : "unknown", x, y);
    }
  }

  private prop(name: string, x: number, y: number): void {
    const about = PROPS[name] as NonNullable<(typeof PROPS)[string]>;
    const variant = Math.floor(chance(x, y, 2) * about.variants);
    const free = ["tree", "pine", "bush", "rock"].includes(name);
    const dx = free ? (chance(x, y, 3) - 0.5) * 0.3 : 0;
    const dy = free ? (chance(x, y, 4) - 0.5) * 0.25 : 0;
    const box: [number, number, number, number] = [-about.half - 4, -about.above - 4, about.half + 4, about.below + 4];
    const seed = (variant + 0.5) / about.variants;
    this.add(x + 0.5 + dx, y + 0.75 + dy, `${name}-${variant}`, name, (ctx) => about.draw(ctx, seed), box);
  }

  private add(x: number, y: number, picture: string, name: string, paint: Painter, box: [number, number, number, number]): void {
    if (!this.painters.has(picture)) {
      this.painters.set(picture, { paint, box });
    }
    const row = this.rows[Math.min(this.zone.height - 1, Math.floor(y - 0.001))];
    row?.push({ x, y, picture, name, sways: ["tree", "pine", "bush", "reed"].includes(name), tall: box[1] < -80 });
  }

  /** Which neighbours are of these names: bits 1 up, 2 right, 4 down, 8 left. */
  private mask(x: number, y: number, ...names: string[]): number {
    const is = (dx: number, dy: number, bit: number): number => (names.includes(this.zone.objectAt(x + dx, y + dy)) ? bit : 0);
    return is(0, -1, 1) | is(1, 0, 2) | is(0, 1, 4) | is(-1, 0, 8);
  }

  /** Finds rectangles of roof with a row of wall below, and puts one house on each; tells which tiles they take. */
  private houses(): Set<number> {
    const taken = new Set<number>();
    const { zone } = this;
    const roofed = (x: number, y: number): boolean => zone.objectAt(x, y) === "roof" && !taken.has(y * zone.width + x);
    for (let y = 0; y < zone.height; y++) {
      for (let x = 0; x < zone.width; x++) {
        if (roofed(x, y)) {
          this.house(x, y, roofed, taken);
        }
      }
    }
    return taken;
  }

  private house(x: number, y: number, roofed: (x: number, y: number) => boolean, taken: Set<number>): void {
    const { zone } = this;
    let width = 1;
    while (roofed(x + width, y)) {
      width++;
    }
    let roof = 1;
    while (Array.from({ length: width }, (_, i) => roofed(x + i, y + roof)).every(Boolean)) {
      roof++;
    }
    const below = Array.from({ length: width }, (_, i) => zone.objectAt(x + i, y + roof));
    const walls = below.every((name) => name === "wall" || name === "door") ? 1 : 0;
    for (let row = y; row < y + roof + walls; row++) {
      for (let column = x; column < x + width; column++) {
        taken.add(row * zone.width + column);
      }
    }
    const doors = below.flatMap((name, i) => (name === "door" ? [i] : []));
    const about: House = { x, y, width, roof, walls, doors };
    const box: [number, number, number, number] = [-16, -(walls + roof) * T - 60, width * T + 20, 16];
    this.add(x, y + roof + walls, `house-${x}-${y}`, "house", (ctx) => house(ctx, about), box);
  }
}
