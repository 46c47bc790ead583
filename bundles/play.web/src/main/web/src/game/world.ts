// What is shown: views of the server's entities, alive from frame to frame.
import type { DropState, MonsterState, PlayerState, RealmState } from "../net/protocol.ts";
import { Mind } from "../net/protocol.ts";
import { Pace, Track } from "./track.ts";

/** How far in the past others are shown: two ticks and a little, so that there is always a next position. */
export const LAG_TICKS = 2.2;

export class Actor {
  readonly track = new Track();
  x = 0;
  y = 0;
  facing = 0;
  hp = 1;
  maxHp = 1;
  level = 1;
  cast: string | undefined;
  castTicks = 0;
  castAt = 0;
  swungAt = -1e9;
  hurtAt = -1e9;
  diedAt = -1e9;
  bornAt = 0;
  /** The last thing it said. */
  said = "";
  saidAt = -1e9;
  /** Distance walked so far, which drives the legs. */
  walked = 0;
  /** Tiles a second as seen. */
  pace = 0;

  constructor(
    readonly id: number,
    readonly kind: string,
    public name: string,
  ) {}

  get dead(): boolean {
    return this.hp <= 0;
  }

  place(x: number, y: number, seconds: number): void {
    const way = Math.hypot(x - this.x, y - this.y);
    if (way < 2 && seconds > 0) {
      this.walked += way;
      this.pace += (way / seconds - this.pace) * Math.min(1, seconds * 12);
    }
    this.x = x;
    this.y = y;
  }

  protected vitals(from: PlayerState | MonsterState, now: number): void {
    if (this.maxHp > 1 || this.hp !== 1) {
      if (from.hp <= 0 && this.hp > 0) {
        this.diedAt = now;
      } else if (from.hp > 0 && this.hp <= 0) {
        this.bornAt = now;
      }
    }
    this.hp = from.hp;
    this.maxHp = Math.max(1, from.maxHp);
    this.level = from.level;
    if (from.cast && from.cast !== this.cast) {
      this.castAt = now;
    }
    this.cast = from.cast || undefined;
    this.castTicks = from.castTicks;
  }
}

export class Hero extends Actor {
  mana = 0;
  maxMana = 1;
  xp = 0;
  gold = 0;
  seq = 0;
  away = false;

  constructor(
    readonly sessionId: string,
    from: PlayerState,
  ) {
    super(from.id, "hero", from.name);
  }

  take(from: PlayerState, now: number): void {
    this.vitals(from, now);
    this.name = from.name;
    this.mana = from.mana;
    this.maxMana = Math.max(1, from.maxMana);
    this.xp = from.xp;
    this.gold = from.gold;
    this.seq = from.seq;
    this.away = from.away;
  }
}

export class Monster extends Actor {
  mind: Mind = Mind.Idle;
  mindAt = 0;
  target = 0;

  take(from: MonsterState, now: number): void {
    this.vitals(from, now);
    if (from.state !== this.mind) {
      this.mindAt = now;
    }
    this.mind = from.state;
    this.target = from.target;
  }

  override get dead(): boolean {
    return this.mind === Mind.Dead || this.hp <= 0;
  }
}

export interface Drop {
  id: number;
  item: string;
  quantity: number;
  x: number;
  y: number;
  rarity: number;
  owner: string | undefined;
  bornAt: number;
}

/** Something that went out of sight and fades. */
export interface Ghost {
  actor: Actor;
  at: number;
}

export class World {
  readonly heroes = new Map<string, Hero>();
  readonly monsters = new Map<string, Monster>();
  readonly drops = new Map<string, Drop>();
  readonly versions = new Map<string, string>();
  readonly ghosts: Ghost[] = [];
  zone = "";
  tickMillis = 50;
  private readonly pace = new Pace();
  private readonly byId = new Map<number, Actor>();

  constructor(
    readonly sessionId: string,
    private readonly nameOf: (kind: string) => string,
  ) {}

  get me(): Hero | undefined {
    return this.heroes.get(this.sessionId);
  }

  actor(id: number): Actor | undefined {
    return this.byId.get(id);
  }

  /** Takes over a state of the server. */
  sync(state: RealmState, now: number): void {
    this.zone = state.zone;
    this.tickMillis = state.tickMillis || 50;
    const at = this.pace.stamp(now, this.tickMillis);
    state.versions?.forEach((version, system) => this.versions.set(system, version));
    const players = this.syncActors(this.heroes, state.players, at, now, (key, from: PlayerState) => new Hero(key, from));
    const monsters = this.syncActors(this.monsters, state.monsters, at, now, (key, from: MonsterState) => {
      return new Monster(Number(key), from.kind, this.nameOf(from.kind));
    });
    const drops = new Set<string>();
    state.drops?.forEach((from, key) => {
      drops.add(key);
      this.syncDrop(key, from, now);
    });
    this.forget(this.heroes, players, now);
    this.forget(this.monsters, monsters, now);
    for (const key of this.drops.keys()) {
      if (!drops.has(key)) {
        this.drops.delete(key);
      }
    }
  }

  /** Moves all but the own hero to where they are shown now. */
  animate(now: number, seconds: number): void {
    const shown = now - LAG_TICKS * this.tickMillis;
    const mine = this.me;
    for (const actors of [this.heroes, this.monsters]) {
      for (const actor of actors.values()) {
        if (actor !== mine) {
          const sample = actor.track.at(shown);
          actor.place(sample.x, sample.y, seconds);
          actor.facing = sample.facing;
        }
      }
    }
    while (this.ghosts.length > 0 && (this.ghosts[0] as Ghost).at < now - 400) {
      this.ghosts.shift();
    }
  }

  private syncActors<S extends PlayerState | MonsterState, A extends Actor & { take(from: S, now: number): void }>(
    known: Map<string, A>,
    states: { forEach(visit: (value: S, key: string) => void): void } | undefined,
    at: number,
    now: number,
    create: (key: string, from: S) => A,
  ): Set<string> {
    const seen = new Set<string>();
    states?.forEach((from, key) => {
      seen.add(key);
      let actor = known.get(key);
      if (actor === undefined) {
        actor = create(key, from);
        actor.bornAt = now;
        actor.x = from.x;
        actor.y = from.y;
        known.set(key, actor);
        this.byId.set(actor.id, actor);
      }
      actor.take(from, now);
      actor.track.push(at, from.x, from.y, from.facing, this.tickMillis);
    });
    return seen;
  }

  private syncDrop(key: string, from: DropState, now: number): void {
    const bornAt = this.drops.get(key)?.bornAt ?? now;
    this.drops.set(key, {
      id: Number(key), item: from.item, quantity: from.quantity, x: from.x, y: from.y, rarity: from.rarity, owner: from.owner, bornAt,
    });
  }

  private forget<A extends Actor>(known: Map<string, A>, seen: Set<string>, now: number): void {
    for (const [key, actor] of known) {
      if (!seen.has(key)) {
        known.delete(key);
        if (this.byId.get(actor.id) === actor) {
          this.byId.delete(actor.id);
        }
        this.ghosts.push({ actor, at: now });
      }
    }
  }
}
