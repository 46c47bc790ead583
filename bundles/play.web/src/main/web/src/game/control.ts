// From what the player wants to what is sent: walking, aiming, fighting, picking up.
import type { Realm } from "../net/realm.ts";
import { type Point, findPath } from "./path.ts";
import type { Predictor } from "./predict.ts";
import type { Skill, Skills } from "./skills.ts";
import { type Actor, type Drop, Hero, Monster, type World } from "./world.ts";
import type { Zone } from "./zone.ts";

const PICK_REACH = 1.3;
const LOOK_AROUND = 9;
const PATH_AGAIN_MILLIS = 450;
const SEND_MILLIS = 50;
const ARRIVED = 0.18;

export class Control {
  /** What keys or stick say: a direction of length 0 to 1. */
  readonly steer: Point = { x: 0, y: 0 };
  /** Where the mouse points, in tiles. */
  readonly cursor: Point = { x: 0, y: 0 };
  /** The attack key is held. */
  attacking = false;
  targetId = 0;
  goal: Point | undefined;
  private path: Point[] = [];
  private pathAt = 0;
  private dropId = 0;
  private engaged = false;
  private pending: Skill | undefined;
  private seq = 0;
  private sentDir: Point = { x: 0, y: 0 };
  private sentAt = 0;
  private pickedAt = 0;

  constructor(
    private readonly realm: Realm,
    private readonly world: World,
    private readonly zone: Zone,
    private readonly predictor: Predictor,
    private readonly skills: Skills,
    private readonly say: (text: string) => void,
  ) {}

  get target(): Actor | undefined {
    const found = this.targetId === 0 ? undefined : this.world.actor(this.targetId);
    return found;
  }

  /** Goes on from a seat that was kept: later wishes count on from the last one taken. */
  resume(seq: number): void {
    this.seq = Math.max(this.seq, seq);
    this.sentDir = { x: Number.NaN, y: 0 };
  }

  frame(now: number, seconds: number): void {
    const me = this.world.me;
    if (me === undefined) {
      return;
    }
    this.dropDeadTarget();
    const dir = me.dead ? { x: 0, y: 0 } : this.direction(me, now);
    this.send(dir, now);
    this.predictor.advance(dir.x, dir.y, seconds * 1000, now);
    me.place(this.predictor.x, this.predictor.y, seconds);
    if (dir.x !== 0 || dir.y !== 0) {
      me.facing = Math.atan2(dir.y, dir.x);
    }
  }

  /** A click or tap: on a monster it is fought, on loot it is picked up, on the ground one walks there. */
  click(at: Point): void {
    const actor = this.actorAt(at);
    const drop = this.dropAt(at);
    this.stop();
    if (actor instanceof Monster && !actor.dead) {
      this.select(actor);
      this.engaged = true;
    } else if (drop !== undefined) {
      this.dropId = drop.id;
    } else if (actor instanceof Hero) {
      this.select(actor);
    } else {
      this.walkTo(at);
    }
  }

  actorAt(at: Point): Actor | undefined {
    let best: Actor | undefined;
    let nearest = 0.75;
    for (const actors of [this.world.monsters, this.world.heroes]) {
      for (const actor of actors.values()) {
        const away = Math.hypot(actor.x - at.x, actor.y - 0.4 - at.y);
        if (away < nearest && actor !== this.world.me && !actor.dead) {
          nearest = away;
          best = actor;
        }
      }
    }
    return best;
  }

  select(actor: Actor | undefined): void {
    this.targetId = actor?.id ?? 0;
  }

  /** The next monster by distance after the one chosen now. */
  nextTarget(): void {
    const near = this.monstersNear(LOOK_AROUND + 3);
    const at = near.findIndex((each) => each.id === this.targetId);
    this.select(near[(at + 1) % Math.max(1, near.length)]);
  }

  stop(): void {
    this.path = [];
    this.goal = undefined;
    this.dropId = 0;
    this.engaged = false;
    this.pending = undefined;
  }

  release(): void {
    this.stop();
    this.targetId = 0;
  }

  use(index: number): void {
    const skill = this.skills.all[index];
    if (skill !== undefined) {
      this.begin(skill);
    }
  }

  /** The basic attack on the chosen or nearest monster. */
  attack(): void {
    const skill = this.skills.basic;
    if (skill !== undefined) {
      this.begin(skill);
    }
  }

  /** Picks up the nearest drop, walking there if need be. */
  pickNearest(): void {
    const me = this.world.me;
    const drops = me === undefined ? [] : [...this.world.drops.values()];
    const away = (drop: Drop): number => Math.hypot(drop.x - this.predictor.x, drop.y - this.predictor.y);
    const nearest = drops.filter((each) => away(each) < 7).sort((a, b) => away(a) - away(b))[0];
    if (nearest === undefined) {
      this.say("Nothing lies near by.");
      return;
    }
    this.stop();
    this.dropId = nearest.id;
  }

  private begin(skill: Skill): void {
    const me = this.world.me;
    if (me === undefined || me.dead) {
      return;
    }
    if (skill.aim === "single" && !(this.target instanceof Monster)) {
      const [nearest] = this.monstersNear(Math.max(LOOK_AROUND, skill.range + 2));
      if (nearest === undefined) {
        this.say("Nobody to fight near by.");
        return;
      }
      this.select(nearest);
    }
    this.pending = skill;
    this.goal = undefined;
    this.path = [];
    if (skill === this.skills.basic) {
      this.engaged = true;
    }
  }

  private direction(me: Hero, now: number): Point {
    if (this.steer.x !== 0 || this.steer.y !== 0) {
      const fighting = this.pending;
      this.stop();
      this.pending = fighting?.aim === "single" && !this.inReach(fighting) ? undefined : fighting;
      this.fight(me, now);
      return { x: this.steer.x, y: this.steer.y };
    }
    if (me.cast !== undefined) {
      return { x: 0, y: 0 };
    }
    if (this.attacking && !this.engaged) {
      this.attack();
    }
    return this.fight(me, now) ?? this.collect(now) ?? this.follow() ?? { x: 0, y: 0 };
  }

  /** Uses what is wished, or walks into reach; undefined where there is no fight. */
  private fight(me: Hero, now: number): Point | undefined {
    const skill = this.pending ?? (this.engaged ? this.skills.basic : undefined);
    if (skill === undefined) {
      return undefined;
    }
    const { target } = this;
    if (skill.aim === "single" && target === undefined) {
      this.stop();
      return undefined;
    }
    if (skill.aim === "single" && !this.inReach(skill)) {
      return this.approach(target as Actor, now);
    }
    this.path = [];
    if (target !== undefined && skill.aim !== "self") {
      me.facing = Math.atan2(target.y - me.y, target.x - me.x);
    }
    if (this.skills.askable(skill.id, now)) {
      this.ask(skill, target, now);
    } else if (this.skills.millisLeft(skill.id, now) > 600 && skill !== this.skills.basic) {
      this.say(`${skill.name} is not ready yet.`);
      this.pending = undefined;
    }
    return { x: 0, y: 0 };
  }

  private ask(skill: Skill, target: Actor | undefined, now: number): void {
    const { predictor } = this;
    this.skills.asked(now);
    this.pending = undefined;
    if (skill.aim === "single") {
      this.realm.send("use", { skill: skill.id, target: target?.id ?? 0 });
    } else if (skill.aim === "self") {
      this.realm.send("use", { skill: skill.id });
    } else {
      const at = skill.range <= 0 ? predictor : target !== undefined ? target : this.cursor;
      this.realm.send("use", { skill: skill.id, x: at.x, y: at.y });
    }
  }

  private inReach(skill: Skill): boolean {
    const { target } = this;
    return target !== undefined && Math.hypot(target.x - this.predictor.x, target.y - this.predictor.y) <= skill.range - 0.15;
  }

  private approach(target: Actor, now: number): Point {
    if (this.path.length === 0 || now - this.pathAt > PATH_AGAIN_MILLIS) {
      this.pathAt = now;
      this.path = findPath(this.zone, this.predictor, target);
    }
    return this.follow() ?? towards(this.predictor, target);
  }

  private collect(now: number): Point | undefined {
    const drop = this.dropId === 0 ? undefined : this.world.drops.get(String(this.dropId));
    if (drop === undefined) {
      this.dropId = 0;
      return undefined;
    }
    if (Math.hypot(drop.x - this.predictor.x, drop.y - this.predictor.y) > PICK_REACH) {
      if (this.path.length === 0 || now - this.pathAt > PATH_AGAIN_MILLIS) {
        this.pathAt = now;
        this.path = findPath(this.zone, this.predictor, drop);
      }
      return this.follow() ?? towards(this.predictor, drop);
    }
    this.path = [];
    if (now - this.pickedAt > 300) {
      this.pickedAt = now;
      this.realm.send("pickup", { drop: drop.id });
      this.dropId = 0;
    }
    return { x: 0, y: 0 };
  }

  private walkTo(at: Point): void {
    this.path = findPath(this.zone, this.predictor, at);
    this.goal = this.path.at(-1);
  }

  private follow(): Point | undefined {
    while (this.path.length > 0) {
      const next = this.path[0] as Point;
      if (Math.hypot(next.x - this.predictor.x, next.y - this.predictor.y) > ARRIVED) {
        return towards(this.predictor, next);
      }
      this.path.shift();
    }
    this.goal = undefined;
    return undefined;
  }

  private send(dir: Point, now: number): void {
    const x = Math.round(dir.x * 100) / 100;
    const y = Math.round(dir.y * 100) / 100;
    const same = x === this.sentDir.x && y === this.sentDir.y;
    const halts = x === 0 && y === 0;
    if (same || (now - this.sentAt < SEND_MILLIS && !halts)) {
      return;
    }
    this.sentDir = { x, y };
    this.sentAt = now;
    this.seq++;
    this.realm.send("move", { x, y, seq: this.seq });
    this.predictor.wished(this.seq, now);
  }

  private monstersNear(reach: number): Monster[] {
    const away = (actor: Actor): number => Math.hypot(actor.x - this.predictor.x, actor.y - this.predictor.y);
    return [...this.world.monsters.values()].filter((each) => !each.dead && away(each) < reach).sort((a, b) => away(a) - away(b));
  }

  private dropAt(at: Point): Drop | undefined {
    return [...this.world.drops.values()].find((each) => Math.hypot(each.x - at.x, each.y - 0.2 - at.y) < 0.55);
  }

  private dropDeadTarget(): void {
    const { target } = this;
    if (this.targetId !== 0 && (target === undefined || target.dead)) {
      this.release();
    }
  }
}

function towards(from: Point, to: Point): Point {
  const away = Math.hypot(to.x - from.x, to.y - from.y);
  return away < 0.02 ? { x: 0, y: 0 } : { x: (to.x - from.x) / away, y: (to.y - from.y) / away };
}
