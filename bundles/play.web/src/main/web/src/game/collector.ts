// Walking to what lies on the ground, and picking it up.
import type { Realm } from "../net/realm.ts";
import type { Point } from "./path.ts";
import { distance, nearestDrop } from "./senses.ts";
import type { Walker } from "./walker.ts";
import type { World } from "./world.ts";

const REACH = 1.3;
const LOOK = 7;

export class Collector {
  private dropId = 0;

  constructor(
    private readonly realm: Realm,
    private readonly world: World,
    private readonly body: Point,
    private readonly walker: Walker,
  ) {}

  /** Goes for this one. */
  want(drop: number): void {
    this.dropId = drop;
  }

  stop(): void {
    this.dropId = 0;
  }

  /** The nearest that lies about, or nothing. */
  nearest(): number | undefined {
    return nearestDrop(this.world, this.body, LOOK)?.id;
  }

  /** The next step to what is wanted; undefined where nothing is. */
  step(now: number): Point | undefined {
    const drop = this.dropId === 0 ? undefined : this.world.drops.get(String(this.dropId));
    if (drop === undefined) {
      this.dropId = 0;
      return undefined;
    }
    if (distance(drop, this.body) > REACH) {
      return this.walker.approach(drop, now);
    }
    this.walker.stop();
    this.dropId = 0;
    this.realm.send("pickup", { drop: drop.id });
    return { x: 0, y: 0 };
  }
}
