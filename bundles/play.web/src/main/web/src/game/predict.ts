// The own hero walks at once; the server's word is met softly.
import type { Zone } from "./zone.ts";

interface Step {
  at: number;
  millis: number;
  x: number;
  y: number;
}

/** Being carried off: by a knock, by a dash. */
interface Rush {
  from: { x: number; y: number };
  to: { x: number; y: number };
  began: number;
  millis: number;
}

const HISTORY_MILLIS = 1500;
const LEAP = 2.5;

/** Room the server leaves between a body and a wall. */
const GAP = 1e-4;

/** Moves a round body along x and then along y, sliding along what it cannot pass: the server's rule, to the letter. */
export function walk(zone: Zone, from: { x: number; y: number }, dx: number, dy: number, radius: number): { x: number; y: number } {
  const x = along(from.x, dx, radius, (at) => zone.blockedFor(at, from.y, radius));
  const y = along(from.y, dy, radius, (at) => zone.blockedFor(x, at, radius));
  return { x, y };
}

function along(from: number, by: number, radius: number, blocked: (at: number) => boolean): number {
  if (by === 0 || !blocked(from + by)) {
    return from + by;
  }
  const flush = by > 0 ? Math.floor(from + by + radius) - radius - GAP : Math.floor(from + by - radius) + 1 + radius + GAP;
  return (flush - from) * by > 0 && !blocked(flush) ? flush : from;
}

export class Predictor {
  x = 0;
  y = 0;
  private placed = false;
  private readonly steps: Step[] = [];
  private readonly sent = new Map<number, number>();
  private delay = 100;
  private lastServer = { x: 0, y: 0 };
  private rush: Rush | undefined;
  /** Tiles a second just now. */
  private speed: number;

  constructor(
    private readonly zone: Zone,
    private readonly usual: number,
    private readonly radius: number,
  ) {
    this.speed = usual;
  }

  /** A wish to walk went out. */
  wished(seq: number, now: number): void {
    this.sent.set(seq, now);
    if (this.sent.size > 64) {
      this.sent.delete(this.sent.keys().next().value as number);
    }
  }

  /** What works on the hero, such as a root, hampers it here as it does there. */
  hasten(speed: number | undefined): void {
    this.speed = speed ?? this.usual;
  }

  /** Glides to a place whatever the keys say. */
  carry(x: number, y: number, millis: number, now: number): void {
    this.rush = { from: { x: this.x, y: this.y }, to: { x, y }, began: now, millis: Math.max(1, millis) };
    this.steps.length = 0;
  }

  /** Walks for some time in a direction (of length up to 1). */
  advance(dirX: number, dirY: number, millis: number, now: number): void {
    if (this.carried(now)) {
      return;
    }
    if (dirX !== 0 || dirY !== 0) {
      this.steps.push({ at: now, millis, x: dirX, y: dirY });
      this.step(this, dirX, dirY, millis);
    }
    while (this.steps.length > 0 && (this.steps[0] as Step).at < now - HISTORY_MILLIS) {
      this.steps.shift();
    }
  }

  /** The server's word: where the hero was when it had taken wish `seq` into account. */
  server(x: number, y: number, seq: number, now: number): void {
    const sent = this.sent.get(seq);
    if (sent !== undefined) {
      this.delay += (Math.min(600, now - sent) - this.delay) * 0.2;
      for (const known of [...this.sent.keys()]) {
        if (known <= seq) {
          this.sent.delete(known);
        }
      }
    }
    const still = Math.hypot(x - this.lastServer.x, y - this.lastServer.y) < 0.001;
    this.lastServer = { x, y };
    if (!this.placed) {
      this.place(x, y);
      return;
    }
    if (this.rush !== undefined) {
      return;
    }
    this.correct(this.replay(x, y, now), still, now);
  }

  place(x: number, y: number): void {
    this.x = x;
    this.y = y;
    this.placed = true;
    this.steps.length = 0;
  }

  private carried(now: number): boolean {
    const { rush } = this;
    if (rush === undefined) {
      return false;
    }
    const share = Math.min(1, (now - rush.began) / rush.millis);
    const eased = 1 - (1 - share) * (1 - share);
    this.x = rush.from.x + (rush.to.x - rush.from.x) * eased;
    this.y = rush.from.y + (rush.to.y - rush.from.y) * eased;
    if (now - rush.began > rush.millis + this.delay) {
      this.rush = undefined;
    }
    return true;
  }

  private replay(x: number, y: number, now: number): { x: number; y: number } {
    const since = now - this.delay;
    const body = { x, y };
    for (const step of this.steps) {
      const millis = Math.min(step.millis, step.at - since);
      if (millis > 0) {
        this.step(body, step.x, step.y, millis);
      }
    }
    return body;
  }

  private correct(wanted: { x: number; y: number }, still: boolean, now: number): void {
    const dx = wanted.x - this.x;
    const dy = wanted.y - this.y;
    const off = Math.hypot(dx, dy);
    if (off > LEAP) {
      this.place(wanted.x, wanted.y);
      return;
    }
    const settled = still && this.steps.every((step) => step.at < now - this.delay - 120);
    const share = settled ? 0.35 : off < 0.3 ? 0.04 : 0.18;
    this.x += dx * share;
    this.y += dy * share;
  }

  private step(body: { x: number; y: number }, dirX: number, dirY: number, millis: number): void {
    const way = (this.speed * millis) / 1000;
    const moved = walk(this.zone, body, dirX * way, dirY * way, this.radius);
    body.x = moved.x;
    body.y = moved.y;
  }
}
