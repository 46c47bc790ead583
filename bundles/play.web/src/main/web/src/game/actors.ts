// Those who live in the world, as they are shown.
import type { MonsterState, PlayerState } from "../net/protocol.ts";
import { Mind } from "../net/protocol.ts";
import { type Status, StatusKind, readStatuses } from "./status.ts";
import { Track } from "./track.ts";

export class Actor {
  readonly track = new Track();
  x = 0;
  y = 0;
  facing = 0;
  hp = 1;
  maxHp = 1;
  level = 1;
  /** What a shield still takes. */
  shield = 0;
  readonly statuses: Status[] = [];
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

  suffers(kind: StatusKind): boolean {
    return this.statuses.some((each) => each.kind === kind);
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
    this.shield = from.shield ?? 0;
    readStatuses(from.statuses, this.statuses);
  }
}

export class Hero extends Actor {
  mana = 0;
  maxMana = 1;
  xp = 0;
  gold = 0;
  seq = 0;
  away = false;
  heroClass = "";
  speed: number | undefined;
  weapon = "";
  armour = "";
  trinket = "";
  /** Experience at which this level began and the next begins; equal where that is not known. */
  xpLevel = 0;
  xpNext = 0;

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
    this.heroClass = from.heroClass ?? "";
    this.speed = from.speed;
    this.weapon = from.weapon ?? "";
    this.armour = from.armour ?? "";
    this.trinket = from.trinket ?? "";
    this.xpLevel = from.xpLevel ?? 0;
    this.xpNext = from.xpNext ?? 0;
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
