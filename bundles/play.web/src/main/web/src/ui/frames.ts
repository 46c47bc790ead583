// The frames of the own hero and of the target.
import { type Actor, Hero, Monster } from "../game/actors.ts";
import type { World } from "../game/world.ts";
import { Mind } from "../net/protocol.ts";
import { bar, by, mark, title, write } from "./dom.ts";
import { StatusRow } from "./statusrow.ts";

const MINDS: Record<Mind, string> = {
  [Mind.Idle]: "dozing",
  [Mind.Patrol]: "on its way",
  [Mind.Chase]: "hunting",
  [Mind.Attack]: "attacking",
  [Mind.Flee]: "fleeing",
  [Mind.Return]: "going home",
  [Mind.Dead]: "dead",
};

/** Names for what the server knows by ids. */
export interface Names {
  skill(id: string): string;
  /** The attribute that a status changes; empty for none. */
  attribute(status: string): string;
  heroClass(id: string): string;
}

export class Frames {
  private readonly mine: StatusRow;
  private readonly theirs: StatusRow;

  constructor(private readonly names: Names) {
    this.mine = new StatusRow(by("my-statuses"), (id) => names.skill(id), (id) => names.attribute(id));
    this.theirs = new StatusRow(by("foe-statuses"), (id) => names.skill(id), (id) => names.attribute(id));
  }

  /** A few times a second. */
  update(world: World, target: Actor | undefined, area: string, now: number): void {
    const { me } = world;
    if (me === undefined) {
      return;
    }
    write(by("my-name"), me.name);
    write(by("my-class"), this.names.heroClass(me.heroClass));
    mark(by("my-level"), String(me.level));
    write(by("my-gold"), String(me.gold));
    write(by("zone-name"), area === "" ? title(world.zone) : area);
    const shield = me.shield > 0 ? ` + ${me.shield}` : "";
    bar("my-hp", me.hp, Math.max(me.maxHp, me.hp + me.shield), `${me.hp}${shield} / ${me.maxHp}`, me.shield);
    bar("my-mana", me.mana, me.maxMana, `${me.mana} / ${me.maxMana}`);
    experience(me);
    document.documentElement.classList.toggle("low", me.hp > 0 && me.hp / me.maxHp < 0.3);
    this.mine.update(me.statuses, world.tick(now), world.tickMillis);
    this.target(world, target, now);
  }

  /** Each frame: casts move on smoothly. */
  casts(world: World, target: Actor | undefined, now: number): void {
    cast("my-cast", world.me, this.names, world.tickMillis, now);
    cast("foe-cast", target, this.names, world.tickMillis, now);
  }

  private target(world: World, target: Actor | undefined, now: number): void {
    by("foe").hidden = target === undefined;
    if (target === undefined) {
      return;
    }
    write(by("foe-name"), target.name);
    write(by("foe-level"), String(target.level));
    const shield = target.shield > 0 ? ` + ${target.shield}` : "";
    bar("foe-hp", target.hp, Math.max(target.maxHp, target.hp + target.shield), `${target.hp}${shield} / ${target.maxHp}`, target.shield);
    const mind = target instanceof Monster ? MINDS[target.mind] : target instanceof Hero && target.away ? "away" : "a hero";
    write(by("foe-mind"), mind);
    this.theirs.update(target.statuses, world.tick(now), world.tickMillis);
  }
}

function experience(me: Hero): void {
  const known = me.xpNext > me.xpLevel;
  const into = me.xp - me.xpLevel;
  const whole = me.xpNext - me.xpLevel;
  bar("my-xp", known ? into : 0, known ? whole : 1, known ? `${into} / ${whole} xp to level ${me.level + 1}` : `${me.xp} xp`);
}

function cast(id: string, actor: Actor | undefined, names: Names, tickMillis: number, now: number): void {
  const element = by(id);
  const casting = actor?.cast !== undefined && actor.castTicks > 0;
  element.hidden = !casting;
  if (casting && actor.cast !== undefined) {
    const whole = actor.castTicks * tickMillis;
    const done = Math.min(whole, now - actor.castAt);
    bar(id, Math.round(done), whole, names.skill(actor.cast));
  }
}
