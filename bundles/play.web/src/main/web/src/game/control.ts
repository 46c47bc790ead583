// From what the player wants to what is sent: walking, aiming, fighting, picking up.
import type { Realm } from "../net/realm.ts";
import { type Actor, Hero, Monster } from "./actors.ts";
import { Aim, wantsPlace } from "./aim.ts";
import { Collector } from "./collector.ts";
import { Fighter } from "./fighter.ts";
import type { Point } from "./path.ts";
import type { Predictor } from "./predict.ts";
import { actorAt, distance, dropAt, monstersNear } from "./senses.ts";
import type { Skill, Skills } from "./skills.ts";
import { Steps } from "./steps.ts";
import { Walker } from "./walker.ts";
import type { World } from "./world.ts";
import type { Zone } from "./zone.ts";

const LOOK_AROUND = 9;
/** Farther away than this, a monster that is not fought is chosen no longer. */
const FORGOTTEN = 14;
const STAND: Point = { x: 0, y: 0 };

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
  private readonly fighter: Fighter;

  constructor(
    realm: Realm,
    private readonly world: World,
    zone: Zone,
    private readonly predictor: Predictor,
    private readonly skills: Skills,
    private readonly say: (text: string) => void,
  ) {
    this.walker = new Walker(zone, predictor);
    this.steps = new Steps(realm, predictor);
    this.collector = new Collector(realm, world, predictor, this.walker);
    this.fighter = new Fighter(realm, predictor, skills, this.walker, (now) => this.halt(now), say);
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
    } else if (this.left(me)) {
      this.targetId = 0;
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
      this.fighter.engaged = true;
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

  /** Whether the chosen monster is far behind, and nobody goes for it any more. */
  private left(me: Hero): boolean {
    const { target, fighter } = this;
    return target instanceof Monster && !fighter.engaged && fighter.wish === undefined && distance(me, target) > FORGOTTEN;
  }

  private stop(): void {
    this.walker.stop();
    this.collector.stop();
    this.fighter.stop();
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
    this.fighter.wish = { skill, at: wantsPlace(skill) ? this.aim.point(skill, me, this.target, performance.now()) : undefined };
    this.fighter.engaged ||= skill === this.skills.basic;
  }

  private direction(me: Hero, now: number): Point {
    if (this.steer.x !== 0 || this.steer.y !== 0) {
      const { wish } = this.fighter;
      this.stop();
      if (wish !== undefined && (wish.skill.aim !== "single" || this.fighter.inReach(wish.skill, this.target))) {
        this.fighter.wish = wish;
        this.fighter.step(me, this.target, now);
      }
      return { x: this.steer.x, y: this.steer.y };
    }
    if (me.cast !== undefined) {
      return STAND;
    }
    if (this.attacking && !this.fighter.engaged) {
      this.attack();
    }
    return this.fighter.step(me, this.target, now) ?? this.collector.step(now) ?? this.walker.follow() ?? this.fighter.strikeBack(me, this.target, now);
  }

  /** Stands still for a cast, unless a key says to walk. */
  private halt(now: number): void {
    if (this.steer.x === 0 && this.steer.y === 0) {
      this.steps.send(STAND, now);
    }
  }
}
