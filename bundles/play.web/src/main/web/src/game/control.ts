// From what the player wants to what is sent: walking, aiming, fighting, picking up.
import type { Realm } from "../net/realm.ts";
import { type Actor, Hero, Monster } from "./actors.ts";
import { Aim, wantsPlace } from "./aim.ts";
import { Collector } from "./collector.ts";
import type { Point } from "./path.ts";
import type { Predictor } from "./predict.ts";
import { actorAt, distance, dropAt, monstersNear } from "./senses.ts";
import type { Skill, Skills } from "./skills.ts";
import { Steps } from "./steps.ts";
import { Walker } from "./walker.ts";
import type { World } from "./world.ts";
import type { Zone } from "./zone.ts";

const LOOK_AROUND = 9;
const STAND: Point = { x: 0, y: 0 };

interface Wish {
  skill: Skill;
  /** Where to, for skills that want a place. */
  at: Point | undefined;
}

export class Control {
  /** What keys or stick say: a direction of length 0 to 1. */
  readonly steer: Point = { x: 0, y: 0 };
  readonly aim = new Aim();
  /** The attack key is held. */
  attacking = false;
  targetId = 0;
  private readonly walker: Walker;
  private readonly steps: Steps;
  private readonly collector: Collector;
  private engaged = false;
  private pending: Wish | undefined;

  constructor(
    private readonly realm: Realm,
    private readonly world: World,
    zone: Zone,
    private readonly predictor: Predictor,
    private readonly skills: Skills,
    private readonly say: (text: string) => void,
  ) {
    this.walker = new Walker(zone, predictor);
    this.steps = new Steps(realm, predictor);
    this.collector = new Collector(realm, world, predictor, this.walker);
  }

  get target(): Actor | undefined {
    return this.targetId === 0 ? undefined : this.world.actor(this.targetId);
  }

  get goal(): Point | undefined {
    return this.walker.goal;
  }

  resume(seq: number): void {
    this.steps.resume(seq);
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
    this.steps.send(dir, now);
    this.predictor.advance(dir.x, dir.y, seconds * 1000, now);
    me.place(this.predictor.x, this.predictor.y, seconds);
    if (dir.x !== 0 || dir.y !== 0) {
      me.facing = Math.atan2(dir.y, dir.x);
    }
  }

  /** A click or tap: on a monster it is fought, on loot it is picked up, on the ground one walks there. */
  click(at: Point): void {
    const aimed = this.aim.confirm();
    if (aimed !== undefined) {
      this.aim.pointed(at, performance.now());
      this.begin(aimed);
      return;
    }
    const actor = actorAt(this.world, at);
    const drop = dropAt(this.world, at);
    this.stop();
    if (actor instanceof Monster) {
      this.select(actor);
      this.engaged = true;
    } else if (drop !== undefined) {
      this.collector.want(drop.id);
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

  /** A key or finger went down on a skill: it is used at once, or aimed until `letGo`. */
  hold(index: number): void {
    const skill = this.skills.all[index];
    if (skill !== undefined && wantsPlace(skill)) {
      this.aim.begin(skill, index, false);
    } else {
      this.use(index);
    }
  }

  letGo(index?: number): void {
    const skill = this.aim.release(index);
    if (skill !== undefined) {
      this.begin(skill);
    }
  }

  /** The mouse clicked a skill: one that wants a place waits for a click on the ground. */
  pointAt(index: number): void {
    const skill = this.skills.all[index];
    if (skill !== undefined && wantsPlace(skill)) {
      this.aim.begin(skill, index, true);
    } else {
      this.use(index);
    }
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
    const nearest = this.collector.nearest();
    if (nearest === undefined) {
      this.say("Nothing lies near by.");
      return;
    }
    this.stop();
    this.collector.want(nearest);
  }

  /** Somebody struck the hero: it turns to whoever did, unless it has somebody to fight. */
  struckBy(id: number): void {
    if (this.targetId === 0 && this.world.actor(id) instanceof Monster) {
      this.targetId = id;
    }
  }

  private select(actor: Actor | undefined): void {
    this.targetId = actor?.id ?? 0;
  }

  private stop(): void {
    this.walker.stop();
    this.collector.stop();
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
    this.pending = { skill, at: wantsPlace(skill) ? this.aim.point(skill, me, this.target, performance.now()) : undefined };
    this.engaged ||= skill === this.skills.basic;
  }

  private direction(me: Hero, now: number): Point {
    if (this.steer.x !== 0 || this.steer.y !== 0) {
      const wished = this.pending;
      this.stop();
      if (wished !== undefined && (wished.skill.aim !== "single" || this.inReach(wished.skill))) {
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
    return this.fight(me, now) ?? this.collector.step(now) ?? this.walker.follow() ?? this.strikeBack(me, now);
  }

  /** Who stands idle strikes the chosen monster when it comes into reach. */
  private strikeBack(me: Hero, now: number): Point {
    const { basic } = this.skills;
    if (basic !== undefined && this.target instanceof Monster && this.inReach(basic) && this.skills.askable(basic.id, now)) {
      me.facing = Math.atan2(this.target.y - me.y, this.target.x - me.x);
      this.ask({ skill: basic, at: undefined }, this.target, now);
    }
    return STAND;
  }

  /** Uses what is wished, or walks into reach; undefined where there is no fight. */
  private fight(me: Hero, now: number): Point | undefined {
    const { target } = this;
    const { basic } = this.skills;
    const wish = this.pending ?? (this.engaged && basic !== undefined ? { skill: basic, at: undefined } : undefined);
    if (wish === undefined || (wish.skill.aim === "single" && target === undefined)) {
      this.pending = undefined;
      return undefined;
    }
    const { skill, at } = wish;
    if (skill.aim === "single" && !this.inReach(skill)) {
      return this.walker.approach(target as Actor, now);
    }
    this.walker.stop();
    const towards = at ?? (skill.aim === "self" ? undefined : target);
    if (towards !== undefined) {
      me.facing = Math.atan2(towards.y - me.y, towards.x - me.x);
    }
    if (this.skills.askable(skill.id, now)) {
      this.ask(wish, target, now);
    } else if (this.skills.millisLeft(skill.id, now) > 600 && skill !== basic) {
      this.say(`${skill.name} is not ready yet.`);
      this.pending = undefined;
    }
    return STAND;
  }

  private ask({ skill, at }: Wish, target: Actor | undefined, now: number): void {
    if (this.steer.x === 0 && this.steer.y === 0) {
      // Walking on would break a cast.
      this.steps.send(STAND, now);
    }
    this.skills.asked(now);
    this.pending = undefined;
    const place = at ?? this.predictor;
    const named = skill.aim === "single" ? { target: target?.id ?? 0 } : skill.aim === "self" && at === undefined ? {} : { x: place.x, y: place.y };
    this.realm.send("use", { skill: skill.id, ...named });
  }

  private inReach(skill: Skill): boolean {
    // Where the server had it last, not where it is shown.
    const known = this.target?.track.at(Number.POSITIVE_INFINITY);
    return known !== undefined && distance(known, this.predictor) <= skill.range - 0.2;
  }
}
