// What is shown: views of the server's entities, alive from frame to frame.
import type { DropState, MonsterState, PlayerState, RealmState } from "../net/protocol.ts";
import { type Actor, Hero, Monster } from "./actors.ts";
import { Pace } from "./track.ts";

/** How far in the past others are shown: two ticks and a little, so that there is always a next position. */
export const LAG_TICKS = 2.2;

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
  private told = { tick: 0, at: 0 };
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

  /** The room's tick by now, reckoned from what was told last. */
  tick(now: number): number {
    return this.told.tick + (now - this.told.at) / this.tickMillis;
  }

  /** Takes over a state of the server. */
  sync(state: RealmState, now: number): void {
    this.zone = state.zone;
    this.tickMillis = state.tickMillis || 50;
    if (state.tick !== undefined && state.tick !== this.told.tick) {
      this.told = { tick: state.tick, at: now };
    }
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
