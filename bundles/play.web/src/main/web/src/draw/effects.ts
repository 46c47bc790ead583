// What flies, bursts and fades: numbers, sparks, bolts, rings, beams.
import { type Ctx, INK } from "./pen.ts";

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

interface Floating {
  x: number;
  y: number;
  z: number;
  text: string;
  colour: string;
  size: number;
  born: number;
  drift: number;
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

export interface Bolt {
  id: number;
  x: number;
  y: number;
  toX: number;
  toY: number;
  born: number;
  life: number;
  arrow: boolean;
}

interface Arc {
  x: number;
  y: number;
  angle: number;
  reach: number;
  born: number;
  colour: string;
}

const MOST_PARTICLES = 420;
const FLOAT_MILLIS = 950;
const ARC_MILLIS = 190;

/** Positions are in tiles, heights in tiles above the ground. */
export class Effects {
  private readonly particles: Particle[] = [];
  private readonly floating: Floating[] = [];
  private readonly rings: Ring[] = [];
  private readonly bolts: Bolt[] = [];
  private readonly arcs: Arc[] = [];
  /** Fewer things that move. */
  calm = false;

  number(x: number, y: number, z: number, text: string, colour: string, now: number, size = 1): void {
    this.floating.push({ x, y, z, text, colour, size, born: now, drift: (Math.random() - 0.5) * 0.7 });
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

  ring(x: number, y: number, radius: number, colour: string, now: number, life = 420, filled = false): void {
    this.rings.push({ x, y, radius, colour, born: now, life, filled });
  }

  slash(x: number, y: number, angle: number, reach: number, colour: string, now: number): void {
    this.arcs.push({ x, y, angle, reach, colour, born: now });
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
      this.drawArc(ctx, arc, tile, now);
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
      this.drawBolt(ctx, bolt, tile, now);
    }
  }

  drawNumbers(ctx: Ctx, tile: number, now: number): void {
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const each of this.floating) {
      const t = (now - each.born) / FLOAT_MILLIS;
      const pop = t < 0.12 ? 0.6 + (t / 0.12) * 0.6 : 1.2 - Math.min(0.2, (t - 0.12) * 1.2);
      ctx.globalAlpha = t < 0.65 ? 1 : 1 - (t - 0.65) / 0.35;
      ctx.font = `800 ${Math.round(tile * 0.36 * each.size * pop)}px "Trebuchet MS", "Segoe UI", sans-serif`;
      const x = (each.x + each.drift * t) * tile;
      const y = (each.y - each.z - t * 0.9) * tile;
      ctx.lineWidth = tile * 0.09;
      ctx.lineJoin = "round";
      ctx.strokeStyle = INK;
      ctx.strokeText(each.text, x, y);
      ctx.fillStyle = each.colour;
      ctx.fillText(each.text, x, y);
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
      size: 0.09, colour: Math.random() < 0.5 ? "#ffb04a" : "#ff7438", glow: true,
    });
  }

  private drawArc(ctx: Ctx, arc: Arc, tile: number, now: number): void {
    const t = (now - arc.born) / ARC_MILLIS;
    ctx.save();
    ctx.translate(arc.x * tile, (arc.y - 0.4) * tile);
    ctx.scale(1, 0.75);
    ctx.rotate(arc.angle);
    ctx.globalAlpha = 1 - t;
    ctx.fillStyle = arc.colour;
    const from = -1.1 + t * 0.9;
    const outer = arc.reach * tile;
    ctx.beginPath();
    ctx.arc(0, 0, outer, from, from + 1.3);
    ctx.quadraticCurveTo(outer * 0.62, outer * 0.1, Math.cos(from) * outer, Math.sin(from) * outer);
    ctx.fill();
    ctx.restore();
  }

  private drawBolt(ctx: Ctx, bolt: Bolt, tile: number, now: number): void {
    const at = along(bolt, now);
    const angle = Math.atan2(bolt.toY - bolt.y, bolt.toX - bolt.x);
    ctx.save();
    ctx.translate(at.x * tile, (at.y - 0.5) * tile);
    ctx.rotate(angle);
    if (bolt.arrow) {
      for (const [style, width] of [[INK, 5], ["#e9dfc6", 2.4]] as const) {
        ctx.strokeStyle = style;
        ctx.lineWidth = (width * tile) / 48;
        ctx.lineCap = "round";
        ctx.beginPath();
        ctx.moveTo(-tile * 0.32, 0);
        ctx.lineTo(tile * 0.2, 0);
        ctx.moveTo(tile * 0.08, -tile * 0.08);
        ctx.lineTo(tile * 0.2, 0);
        ctx.lineTo(tile * 0.08, tile * 0.08);
        ctx.stroke();
      }
    } else {
      const glow = ctx.createRadialGradient(0, 0, 1, 0, 0, tile * 0.5);
      glow.addColorStop(0, "rgba(255, 250, 220, 1)");
      glow.addColorStop(0.25, "rgba(255, 196, 90, .95)");
      glow.addColorStop(0.6, "rgba(255, 110, 40, .45)");
      glow.addColorStop(1, "rgba(255, 80, 20, 0)");
      ctx.globalCompositeOperation = "lighter";
      ctx.fillStyle = glow;
      ctx.fillRect(-tile / 2, -tile / 2, tile, tile);
    }
    ctx.restore();
  }
}

function along(bolt: Bolt, now: number): { x: number; y: number } {
  const t = Math.min(1, (now - bolt.born) / Math.max(1, bolt.life));
  return { x: bolt.x + (bolt.toX - bolt.x) * t, y: bolt.y + (bolt.toY - bolt.y) * t };
}

function ease(t: number): number {
  return 1 - (1 - t) * (1 - t);
}

function prune<T>(list: T[], keep: (each: T) => boolean): void {
  let kept = 0;
  for (const each of list) {
    if (keep(each)) {
      list[kept++] = each;
    }
  }
  list.length = kept;
}
