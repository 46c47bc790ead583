// From what the player wants to what is sent: walking, aiming, fighting, picking up.
import type { Realm } from "../net/realm.ts";
import type { Point } from "./path.ts";
import type { Predictor } from "./predict.ts";
import { actorAt, distance, dropAt, monstersNear, nearestDrop } from "./senses.ts";
import type { Skill, Skills } from "./skills.ts";
import { Walker } from "./walker.ts";
import { type Actor, Hero, Monster, type World } from "./world.ts";
import type { Zone } from "./zone.ts";

const PICK_REACH = 1.3;
const PICK_LOOK = 7;
const LOOK_AROUND = 9;
const SEND_MILLIS = 50;
const STAND: Point = { x: 0, y: 0 };

export class Control {
  /** What keys or stick say: a direction of length 0 to 1. */
  readonly steer: Point = { x: 0, y: 0 };
  /** Where the mouse points, in tiles. */
  readonly cursor: Point = { x: 0, y: 0 };
  /** The attack key is held. */
  attacking = false;
  targetId = 0;
  private readonly walker: Walker;
  private dropId = 0;
  private engaged = false;
  private pending: Skill | undefined;
  private seq = 0;
  private sentDir: Point = { x: 0, y: 0 };
  private sentAt = 0;

  constructor(
    private readonly realm: Realm,
    private readonly world: World,
    zone: Zone,
    private readonly predictor: Predictor,
    private readonly skills: Skills,
    private readonly say: (text: string) => void,
  ) {
    this.walker = new Walker(zone, predictor);
  }

  get target(): Actor | undefined {
    return this.targetId === 0 ? undefined : this.world.actor(this.targetId);
  }

  get goal(): Point | undefined {
    return this.walker.goal;
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
    if (this.targetId !== 0 && (this.target === undefined || this.target.dead)) {
      this.release();
    }
    const dir = me.dead ? STAND : this.direction(me, now);
    this.send(dir, now);
    this.predictor.advance(dir.x, dir.y, seconds * 1000, now);
    me.place(this.predictor.x, this.predictor.y, seconds);
    if (dir.x !== 0 || dir.y !== 0) {
      me.facing = Math.atan2(dir.y, dir.x);
    }
  }

  /** A click or tap: on a monster it is fought, on loot it is picked up, on the ground one walks there. */
  click(at: Point): void {
    const actor = actorAt(this.world, at);
    const drop = dropAt(this.world, at);
    this.stop();
    if (actor instanceof Monster) {
      this.select(actor);
      this.engaged = true;
    } else if (drop !== undefined) {
      this.dropId = drop.id;
    } else if (actor instanceof Hero) {
      this.select(actor);
    } else {
      this.walker.walkTo(at);
    }
  }

  actorAt(at: Point): Actor | undefined {
    return actorAt(this.world, at);
  }

  /** The next monster by distance after the one chosen now. */
  nextTarget(): void {
    const near = monstersNear(this.world, this.predictor, LOOK_AROUND + 3);
    const at = near.findIndex((each) => each.id === this.targetId);
    this.select(near[(at + 1) % Math.max(1, near.length)]);
  }

  /** Forgets what it was about. */
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
    this.use(0);
  }

  /** Picks up the nearest drop, walking there if need be. */
  pickNearest(): void {
    const nearest = nearestDrop(this.world, this.predictor, PICK_LOOK);
    if (nearest === undefined) {
      this.say("Nothing lies near by.");
      return;
    }
    this.stop();
    this.dropId = nearest.id;
  }

  private select(actor: Actor | undefined): void {
    this.targetId = actor?.id ?? 0;
  }

  private stop(): void {
    this.walker.stop();
    this.dropId = 0;
    this.engaged = false;
    this.pending = undefined;
  }

  private begin(skill: Skill): void {
    const me = this.world.me;
    if (me === undefined || me.dead) {
      return;
    }
    if (skill.aim === "single" && !(this.target instanceof Monster)) {
      const [nearest] = monstersNear(this.world, this.predictor, Math.max(LOOK_AROUND, skill.range + 2));
      if (nearest === undefined) {
        this.say("Nobody to fight near by.");
        return;
      }
      this.select(nearest);
    }
    this.walker.stop();
    this.pending = skill;
    this.engaged ||= skill === this.skills.basic;
  }

  private direction(me: Hero, now: number): Point {
    if (this.steer.x !== 0 || this.steer.y !== 0) {
      const wished = this.pending;
      this.stop();
      if (wished !== undefined && (wished.aim !== "single" || this.inReach(wished))) {
        this.pending = wished;
        this.fight(me, now);
      }
      return { x: this.steer.x, y: this.steer.y };
    }
    if (me.cast !== undefined) {
      return STAND;
    }
    if (this.attacking && !this.engaged) {
      this.attack();
    }
    return this.fight(me, now) ?? this.collect(now) ?? this.walker.follow() ?? this.strikeBack(me, now);
  }

  /** Who stands idle strikes the chosen monster when it comes into reach. */
  private strikeBack(me: Hero, now: number): Point {
    const { basic } = this.skills;
    if (basic !== undefined && this.target instanceof Monster && this.inReach(basic) && this.skills.askable(basic.id, now)) {
      me.facing = Math.atan2(this.target.y - me.y, this.target.x - me.x);
      this.ask(basic, this.target, now);
    }
    return STAND;
  }

  /** Somebody struck the hero: it turns to whoever did, unless it has somebody to fight. */
  struckBy(id: number): void {
    if (this.targetId === 0 && this.world.actor(id) instanceof Monster) {
      this.targetId = id;
    }
  }

  /** Uses what is wished, or walks into reach; undefined where there is no fight. */
  private fight(me: Hero, now: number): Point | undefined {
    const skill = this.pending ?? (this.engaged ? this.skills.basic : undefined);
    const { target } = this;
    if (skill === undefined || (skill.aim === "single" && target === undefined)) {
      this.pending = undefined;
      return undefined;
    }
    if (skill.aim === "single" && !this.inReach(skill)) {
      return this.walker.approach(target as Actor, now);
    }
    this.walker.stop();
    if (target !== undefined && skill.aim !== "self") {
      me.facing = Math.atan2(target.y - me.y, target.x - me.x);
    }
    if (this.skills.askable(skill.id, now)) {
      this.ask(skill, target, now);
    } else if (this.skills.millisLeft(skill.id, now) > 600 && skill !== this.skills.basic) {
      this.say(`${skill.name} is not ready yet.`);
      this.pending = undefined;
    }
    return STAND;
  }

  private ask(skill: Skill, target: Actor | undefined, now: number): void {
    if (this.steer.x === 0 && this.steer.y === 0) {
      // Walking on would break a cast.
      this.send(STAND, now);
    }
    this.skills.asked(now);
    this.pending = undefined;
    if (skill.aim === "single") {
      this.realm.send("use", { skill: skill.id, target: target?.id ?? 0 });
    } else if (skill.aim === "self") {
      this.realm.send("use", { skill: skill.id });
    } else {
      const at = skill.range <= 0 ? this.predictor : (target ?? this.cursor);
      this.realm.send("use", { skill: skill.id, x: at.x, y: at.y });
    }
  }

  private inReach(skill: Skill): boolean {
    // Where the server had it last, not where it is shown.
    const known = this.target?.track.at(Number.POSITIVE_INFINITY);
    return known !== undefined && distance(known, this.predictor) <= skill.range - 0.2;
  }

  private collect(now: number): Point | undefined {
    const drop = this.dropId === 0 ? undefined : this.world.drops.get(String(this.dropId));
    if (drop === undefined) {
      this.dropId = 0;
      return undefined;
    }
    if (distance(drop, this.predictor) > PICK_REACH) {
      return this.walker.approach(drop, now);
    }
    this.walker.stop();
    this.dropId = 0;
    this.realm.send("pickup", { drop: drop.id });
    return STAND;
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
}
