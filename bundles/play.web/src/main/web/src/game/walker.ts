// Walking to a place along a path, one direction a frame.
import { type Point, findPath } from "./path.ts";
import { distance } from "./senses.ts";
import type { Zone } from "./zone.ts";

const AGAIN_MILLIS = 450;
const ARRIVED = 0.18;

export class Walker {
  /** Where a click sent the hero. */
  goal: Point | undefined;
  private path: Point[] = [];
  private foundAt = 0;

  constructor(
    private readonly zone: Zone,
    private readonly body: Point,
  ) {}

  walkTo(at: Point): void {
    this.path = findPath(this.zone, this.body, at);
    this.goal = this.path.at(-1);
  }

  stop(): void {
    this.path = [];
    this.goal = undefined;
  }

  /** The next step to somebody who may move. */
  approach(target: Point, now: number): Point {
    if (this.path.length === 0 || now - this.foundAt > AGAIN_MILLIS) {
      this.foundAt = now;
      this.path = findPath(this.zone, this.body, target);
    }
    return this.follow() ?? towards(this.body, target);
  }

  /** The next step of the way chosen before; undefined at its end. */
  follow(): Point | undefined {
    while (this.path.length > 0) {
      const next = this.path[0] as Point;
      if (distance(next, this.body) > ARRIVED) {
        return towards(this.body, next);
      }
      this.path.shift();
    }
    this.goal = undefined;
    return undefined;
  }
}

function towards(from: Point, to: Point): Point {
  const away = distance(from, to);
  return away < 0.02 ? { x: 0, y: 0 } : { x: (to.x - from.x) / away, y: (to.y - from.y) / away };
}
