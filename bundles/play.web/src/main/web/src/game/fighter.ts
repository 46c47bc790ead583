// Fighting: who is fought, with what, and how one comes into reach.
import type { Realm } from "../net/realm.ts";
import { type Actor, type Hero, Monster } from "./actors.ts";
import type { Point } from "./path.ts";
import type { Predictor } from "./predict.ts";
import { distance } from "./senses.ts";
import type { Skill, Skills } from "./skills.ts";
import type { Walker } from "./walker.ts";

const STAND: Point = { x: 0, y: 0 };
/** So long before a skill is ready it is worth saying that it is not. */
const NOT_READY_MILLIS = 600;

export interface Wish {
  skill: Skill;
  /** Where to, for skills that want a place. */
  at: Point | undefined;
}

export class Fighter {
  /** What is to be used next. */
  wish: Wish | undefined;
  /** Goes on with the basic attack until the target is dead. */
  engaged = false;

  constructor(
    private readonly realm: Realm,
    private readonly body: Predictor,
    private readonly skills: Skills,
    private readonly walker: Walker,
    /** Stands still, as walking on would break a cast. */
    private readonly halt: (now: number) => void,
    private readonly say: (text: string) => void,
  ) {}

  stop(): void {
    this.engaged = false;
    this.wish = undefined;
  }

  /** Uses what is wished, or walks into reach; undefined where there is no fight. */
  step(me: Hero, target: Actor | undefined, now: number): Point | undefined {
    const { basic } = this.skills;
    const wish = this.wish ?? (this.engaged && basic !== undefined ? { skill: basic, at: undefined } : undefined);
    if (wish === undefined || (wish.skill.aim === "single" && target === undefined)) {
      this.wish = undefined;
      return undefined;
    }
    const { skill, at } = wish;
    if (skill.aim === "single" && !this.inReach(skill, target)) {
      return this.walker.approach(target as Actor, now);
    }
    this.walker.stop();
    const towards = at ?? (skill.aim === "self" ? undefined : target);
    if (towards !== undefined) {
      me.facing = Math.atan2(towards.y - me.y, towards.x - me.x);
    }
    if (this.skills.askable(skill.id, now)) {
      this.ask(wish, target, now);
    } else if (this.skills.millisLeft(skill.id, now) > NOT_READY_MILLIS && skill !== basic) {
      this.say(`${skill.name} is not ready yet.`);
      this.wish = undefined;
    }
    return STAND;
  }

  /** Who stands idle strikes the chosen monster when it comes into reach. */
  strikeBack(me: Hero, target: Actor | undefined, now: number): Point {
    const { basic } = this.skills;
    if (basic !== undefined && target instanceof Monster && this.inReach(basic, target) && this.skills.askable(basic.id, now)) {
      me.facing = Math.atan2(target.y - me.y, target.x - me.x);
      this.ask({ skill: basic, at: undefined }, target, now);
    }
    return STAND;
  }

  inReach(skill: Skill, target: Actor | undefined): boolean {
    // Where the server had it last, not where it is shown.
    const known = target?.track.at(Number.POSITIVE_INFINITY);
    return known !== undefined && distance(known, this.body) <= skill.range - 0.2;
  }

  private ask({ skill, at }: Wish, target: Actor | undefined, now: number): void {
    this.halt(now);
    this.skills.asked(now);
    this.wish = undefined;
    const place = at ?? this.body;
    const named = skill.aim === "single" ? { target: target?.id ?? 0 } : skill.aim === "self" && at === undefined ? {} : { x: place.x, y: place.y };
    this.realm.send("use", { skill: skill.id, ...named });
  }
}
