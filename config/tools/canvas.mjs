// A zone being drawn: two tile layers and what must stay free.
import { ID, TILES } from "./tiles.mjs";

/** A square of `size` tiles, all grass. */
export class Canvas {
  constructor(size) {
    this.size = size;
    this.ground = new Uint8Array(size * size).fill(ID.grass + 1);
    this.objects = new Uint8Array(size * size);
    this.kept = new Uint8Array(size * size);
  }

  inside(x, y) {
    return x >= 0 && y >= 0 && x < this.size && y < this.size;
  }

  /** Sets the ground of a tile. */
  lay(x, y, name) {
    if (this.inside(x, y)) this.ground[y * this.size + x] = ID[name] + 1;
  }

  /** Puts an object on a tile, or takes it away (null). */
  put(x, y, name) {
    if (this.inside(x, y)) this.objects[y * this.size + x] = name === null ? 0 : ID[name] + 1;
  }

  /** Keeps a tile free of what grows wild. */
  keep(x, y) {
    if (this.inside(x, y)) this.kept[y * this.size + x] = 1;
  }

  groundAt(x, y) {
    return this.inside(x, y) ? TILES[this.ground[y * this.size + x] - 1].name : "";
  }

  objectAt(x, y) {
    const gid = this.inside(x, y) ? this.objects[y * this.size + x] : 0;
    return gid === 0 ? "" : TILES[gid - 1].name;
  }

  blocked(x, y) {
    if (!this.inside(x, y)) return true;
    const object = this.objects[y * this.size + x];
    return TILES[this.ground[y * this.size + x] - 1].blocked || (object > 0 && TILES[object - 1].blocked);
  }

  free(x, y) {
    return this.inside(x, y) && !this.kept[y * this.size + x] && !this.blocked(x, y) && this.objectAt(x, y) === "";
  }

  /** Every tile in turn. */
  each(visit) {
    for (let y = 0; y < this.size; y++) for (let x = 0; x < this.size; x++) visit(x, y);
  }

  /** Every tile of a rectangle. */
  rect(left, top, width, height, visit) {
    for (let y = top; y < top + height; y++) for (let x = left; x < left + width; x++) visit(x, y);
  }

  /** Every tile whose centre is within a radius. */
  disc(cx, cy, radius, visit) {
    for (let y = Math.floor(cy - radius); y <= cy + radius; y++) {
      for (let x = Math.floor(cx - radius); x <= cx + radius; x++) {
        const d = Math.hypot(x + 0.5 - cx, y + 0.5 - cy);
        if (d <= radius && this.inside(x, y)) visit(x, y, d / radius);
      }
    }
  }

  /** Every tile within a distance of a line through points; `wobble(x, y)` moves the edge. */
  line(points, half, visit, wobble = () => 0) {
    const seen = new Set();
    for (let i = 1; i < points.length; i++) {
      const [x0, y0] = points[i - 1];
      const [x1, y1] = points[i];
      const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) * 2);
      for (let s = 0; s <= steps; s++) {
        const x = x0 + ((x1 - x0) * s) / steps;
        const y = y0 + ((y1 - y0) * s) / steps;
        this.disc(x, y, half + wobble(x, y), (tx, ty) => seen.add(ty * this.size + tx));
      }
    }
    for (const at of seen) visit(at % this.size, Math.floor(at / this.size));
  }

  /** Tiles that can be walked to from here. */
  reachable(x, y) {
    const reached = new Uint8Array(this.size * this.size);
    const open = [[x, y]];
    reached[y * this.size + x] = 1;
    while (open.length > 0) {
      const [ox, oy] = open.pop();
      for (const [nx, ny] of [[ox + 1, oy], [ox - 1, oy], [ox, oy + 1], [ox, oy - 1]]) {
        if (this.blocked(nx, ny) || reached[ny * this.size + nx]) continue;
        reached[ny * this.size + nx] = 1;
        open.push([nx, ny]);
      }
    }
    return reached;
  }
}

/** A smooth curve through points (Catmull-Rom), as many points on it. */
export function curve(points) {
  const out = [points[0]];
  for (let i = 0; i < points.length - 1; i++) {
    const p = [points[Math.max(0, i - 1)], points[i], points[i + 1], points[Math.min(points.length - 1, i + 2)]];
    for (let s = 1; s <= 8; s++) {
      const t = s / 8;
      out.push([0, 1].map((axis) => bend(p.map((q) => q[axis]), t)));
    }
  }
  return out;
}

function bend([a, b, c, d], t) {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
}
