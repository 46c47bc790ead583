// What flies, bursts and fades: numbers, sparks, bolts, rings, beams.
import { type Bolt, along, drawArc, drawBolt, drawLine } from "./bolts.ts";
import type { Lamp } from "./lighting.ts";
import type { Ctx } from "./pen.ts";
import { prune } from "./prune.ts";
import { Warnings } from "./warnings.ts";
import { FLOAT_MILLIS, type Floating, drawFloating } from "./floating.ts";

interface Particle {
  x: number;
  y: number;
  z: number;
  vx: number;
  vy: number;
  vz: number;
  born: number;
  life: number;
  size: number;
  colour: string;
  glow: boolean;
}

interface Ring {
  x: number;
  y: number;
  radius: number;
  born: number;
  life: number;
  colour: string;
  filled: boolean;
}

interface Arc {
  x: number;
  y: number;
  angle: number;
  reach: number;
  born: number;
  colour: string;
}

/** Light for a moment. */
interface Flare {
  x: number;
  y: number;
  colour: string;
  radius: number;
  born: number;
}

interface Beam {
  x: number;
  y: number;
  angle: number;
  length: number;
  colour: string;
  born: number;
}

const FLARE_MILLIS = 320;
const BEAM_MILLIS = 300;
const MOST_PARTICLES = 420;
const ARC_MILLIS = 190;

/** Positions are in tiles, heights in tiles above the ground. */
export class Effects {
  private readonly particles: Particle[] = [];
  private readonly floating: Floating[] = [];
  private readonly rings: Ring[] = [];
  private readonly bolts: Bolt[] = [];
  private readonly arcs: Arc[] = [];
  private readonly flares: Flare[] = [];
  private readonly beams: Beam[] = [];
  readonly warnings = new Warnings();
  private side = 1;
  /** Fewer things that move. */
  calm = false;

  /** A number, to the left and the right of a body by turns, so that neither it nor its plate is hidden. */
  number(x: number, y: number, z: number, text: string, colour: string, now: number, size = 1): void {
    this.side = -this.side;
    this.floating.push({ x: x + this.side * 0.42, y, z, text, colour, size, born: now, drift: this.side * (0.35 + Math.random() * 0.4), word: false });
  }

  /** A word, above the words that are still there. */
  word(x: number, y: number, z: number, text: string, colour: string, now: number): void {
    const near = this.floating.filter((each) => each.word && now - each.born < 500 && Math.hypot(each.x - x, each.y - y) < 0.8);
    if (near.some((each) => each.text === text)) {
      return;
    }
    const lower = near.length;
    this.floating.push({ x, y, z: z + lower * 0.36, text, colour, size: 0.62, born: now, drift: 0, word: true });
  }

  burst(x: number, y: number, z: number, colours: readonly string[], count: number, speed: number, now: number, glow = false): void {
    for (let i = 0; i < (this.calm ? count / 4 : count) && this.particles.length < MOST_PARTICLES; i++) {
      const angle = Math.random() * Math.PI * 2;
      const fast = speed * (0.3 + Math.random() * 0.7);
      this.particles.push({
        x, y, z, vx: Math.cos(angle) * fast, vy: Math.sin(angle) * fast * 0.6, vz: 1 + Math.random() * speed, born: now,
        life: 350 + Math.random() * 350, size: 0.04 + Math.random() * 0.06, colour: colours[i % colours.length] as string, glow,
      });
    }
  }

  /** Splinters that fall on a circle. */
  shards(x: number, y: number, radius: number, colours: readonly string[], now: number): void {
    for (let i = 0; i < (this.calm ? 8 : 36) && this.particles.length < MOST_PARTICLES; i++) {
      const angle = Math.random() * Math.PI * 2;
      const away = radius * Math.sqrt(Math.random());
      this.particles.push({
        x: x + Math.cos(angle) * away, y: y + Math.sin(angle) * away, z: 2.4 + Math.random() * 1.6, vx: 0, vy: 0, vz: -7, born: now,
        life: 420 + Math.random() * 260, size: 0.08 + Math.random() * 0.06, colour: colours[i % colours.length] as string, glow: true,
      });
    }
  }

  ring(x: number, y: number, radius: number, colour: string, now: number, life = 420, filled = false): void {
    this.rings.push({ x, y, radius, colour, born: now, life, filled });
  }

  slash(x: number, y: number, angle: number, reach: number, colour: string, now: number): void {
    this.arcs.push({ x, y, angle, reach, colour, born: now });
  }

  flare(x: number, y: number, colour: string, now: number, radius = 3): void {
    this.flares.push({ x, y, colour, radius, born: now });
  }

  beam(x: number, y: number, angle: number, length: number, colour: string, now: number): void {
    this.beams.push({ x, y, angle, length, colour, born: now });
  }

  /** What gives light now: flares, and bolts that are not arrows. */
  lamps(into: Lamp[], now: number): void {
    for (const each of this.flares) {
      into.push({ x: each.x, y: each.y - 0.4, radius: each.radius, colour: each.colour, strength: 1.6 * (1 - (now - each.born) / FLARE_MILLIS) });
    }
    for (const each of this.bolts) {
      if (!each.arrow) {
        const at = along(each, now);
        into.push({ x: at.x, y: at.y - 0.5, radius: 3.2, colour: each.element.light, strength: 1.2 });
      }
    }
  }

  bolt(bolt: Bolt): void {
    this.bolts.push(bolt);
  }

  /** The bolt an actor sent and that still flies. */
  flying(id: number): Bolt | undefined {
    return this.bolts.find((each) => each.id === id);
  }

  /** The bolts of an actor have arrived. */
  arrived(id: number): void {
    prune(this.bolts, (each) => each.id !== id);
  }

  update(now: number, seconds: number): void {
    prune(this.particles, (each) => now - each.born < each.life);
    prune(this.floating, (each) => now - each.born < FLOAT_MILLIS);
    prune(this.rings, (each) => now - each.born < each.life);
    prune(this.bolts, (each) => now - each.born < each.life + 250);
    prune(this.flares, (each) => now - each.born < FLARE_MILLIS);
    prune(this.beams, (each) => now - each.born < BEAM_MILLIS);
    prune(this.arcs, (each) => now - each.born < ARC_MILLIS);
    for (const each of this.particles) {
      each.x += each.vx * seconds;
      each.y += each.vy * seconds;
      each.z = Math.max(0, each.z + each.vz * seconds);
      each.vz -= 7 * seconds;
    }
    for (const each of this.bolts) {
      this.trail(each, now);
    }
  }

  /** On the ground, below all that stands. */
  drawBelow(ctx: Ctx, tile: number, now: number): void {
    this.warnings.draw(ctx, tile, now);
    for (const ring of this.rings) {
      const t = (now - ring.born) / ring.life;
      ctx.globalAlpha = (1 - t) * 0.85;
      ctx.beginPath();
      ctx.ellipse(ring.x * tile, ring.y * tile, ring.radius * tile * ease(t), ring.radius * tile * ease(t) * 0.72, 0, 0, Math.PI * 2);
      if (ring.filled) {
        ctx.fillStyle = ring.colour;
        ctx.globalAlpha *= 0.35;
        ctx.fill();
        ctx.globalAlpha *= 2.5;
      }
      ctx.strokeStyle = ring.colour;
      ctx.lineWidth = tile * 0.09 * (1 - t) + 1;
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
  }

  drawAbove(ctx: Ctx, tile: number, now: number): void {
    for (const arc of this.arcs) {
      drawArc(ctx, arc, (now - arc.born) / ARC_MILLIS, tile);
    }
    for (const each of this.beams) {
      drawLine(ctx, each, 1 - (now - each.born) / BEAM_MILLIS, tile);
    }
    for (const each of this.particles) {
      const t = (now - each.born) / each.life;
      ctx.globalAlpha = 1 - t * t;
      ctx.globalCompositeOperation = each.glow ? "lighter" : "source-over";
      ctx.fillStyle = each.colour;
      ctx.beginPath();
      ctx.arc(each.x * tile, (each.y - each.z) * tile, each.size * tile * (1 - t * 0.6), 0, Math.PI * 2);
      ctx.fill();
    }
    ctx.globalCompositeOperation = "source-over";
    ctx.globalAlpha = 1;
    for (const bolt of this.bolts) {
      drawBolt(ctx, bolt, tile, now);
    }
  }

  drawNumbers(ctx: Ctx, tile: number, now: number): void {
    for (const each of this.floating) {
      drawFloating(ctx, each, tile, now);
    }
    ctx.globalAlpha = 1;
  }

  private trail(bolt: Bolt, now: number): void {
    if (bolt.arrow || this.calm || this.particles.length > MOST_PARTICLES - 40) {
      return;
    }
    const at = along(bolt, now);
    this.particles.push({
      x: at.x, y: at.y, z: 0.5, vx: (Math.random() - 0.5) * 0.6, vy: (Math.random() - 0.5) * 0.6, vz: 0.9, born: now, life: 260,
      size: 0.09, colour: bolt.element.sparks[Math.random() < 0.5 ? 0 : 1] as string, glow: true,
    });
  }
}

function ease(t: number): number {
  return 1 - (1 - t) * (1 - t);
}
