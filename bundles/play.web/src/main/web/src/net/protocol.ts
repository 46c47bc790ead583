// The realm on the wire, as docs/PROTOCOL.md lays it down.

export interface PlayerState {
  id: number;
  name: string;
  x: number;
  y: number;
  facing: number;
  hp: number;
  maxHp: number;
  mana: number;
  maxMana: number;
  level: number;
  xp: number;
  gold: number;
  cast?: string;
  castTicks: number;
  seq: number;
  away: boolean;
  heroClass?: string;
  /** Tiles a second that a full step makes just now. */
  speed?: number;
  shield?: number;
  statuses?: Entries<StatusState>;
  weapon?: string;
  armour?: string;
  trinket?: string;
  xpNext?: number;
  xpLevel?: number;
}

/** What a skill left on somebody, by `skill` or `skill/effect`. */
export interface StatusState {
  kind: number;
  stacks: number;
  /** The room's tick at which it is over. */
  ends: number;
}

export interface MonsterState {
  kind: string;
  x: number;
  y: number;
  facing: number;
  hp: number;
  maxHp: number;
  level: number;
  state: number;
  target: number;
  cast?: string;
  castTicks: number;
  shield?: number;
  statuses?: Entries<StatusState>;
}

export interface DropState {
  item: string;
  quantity: number;
  x: number;
  y: number;
  rarity: number;
  owner?: string;
}

/** What both the SDK's maps and the standard one offer. */
export interface Entries<T> {
  forEach(visit: (value: T, key: string) => void): void;
}

export interface RealmState {
  zone: string;
  tickMillis: number;
  /** The room's tick, told now and then. */
  tick?: number;
  versions?: Entries<string>;
  players?: Entries<PlayerState>;
  monsters?: Entries<MonsterState>;
  drops?: Entries<DropState>;
}

export interface SkillInfo {
  id: string;
  name: string;
  target: string;
  range: number;
  radius: number;
  cost: number;
  cooldownMillis: number;
  castMillis: number;
  globalCooldownMillis?: number;
  projectileSpeed?: number;
  /** Opening of a cone in degrees. */
  angle?: number;
  text?: string;
  effects?: readonly { readonly type: string }[];
}

/** A skill that anybody may be seen to use: where it goes. */
export interface SpellInfo {
  name: string;
  target: string;
  range: number;
  radius: number;
  angle: number;
  projectileSpeed: number;
  /** In the order of statuses' ids. */
  effects?: readonly { readonly type: string; readonly attribute: string }[];
}

export interface ItemInfo {
  name: string;
  kind: string;
  rarity: number | string;
  slot?: string;
  /** From which level it can be worn. */
  level?: number;
  /** Who can wear it; empty for all. */
  classes?: readonly string[];
  attributes?: Record<string, number>;
  text?: string;
}

export interface ClassInfo {
  name: string;
  text: string;
  skills: readonly string[];
}

export interface Carried {
  items: Record<string, number>;
  /** The same stack by stack. */
  bag?: readonly { id: number; item: string; quantity: number }[];
  /** How many stacks the bag holds. */
  slots?: number;
  /** Item ids by slot. */
  equipment?: Record<string, string>;
  /** Totals with what is worn. */
  attributes?: Record<string, number>;
}

export interface Welcome {
  id: number;
  sessionId: string;
  zone: string;
  tickMillis: number;
  sight: number;
  hero: { speed: number; radius: number; respawnMillis: number };
  skills: SkillInfo[];
  spells?: Record<string, SpellInfo>;
  items: Record<string, ItemInfo>;
  monsters: Record<string, { name: string; level: number }>;
  heroClass?: string;
  classes?: Record<string, ClassInfo>;
  progress?: "stored" | "guest";
  /** Whether monsters tell this player their reasons. */
  operator?: boolean;
}

export interface Blow {
  id: number;
  source: number;
  skill: string;
  amount: number;
}

export interface CastAt {
  id: number;
  skill: string;
  target: number;
  x: number;
  y: number;
  ticks: number;
}

/** Every message a client gets, by type. */
export interface Inbound {
  welcome: Welcome;
  inventory: Carried;
  hurt: Blow;
  healed: Blow;
  died: { id: number; killer: number };
  returned: { id: number };
  cast: CastAt;
  landed: Omit<CastAt, "ticks">;
  broken: { id: number; skill: string; reason: string };
  cooldown: { skill: string; ticks: number; global?: number };
  dropped: { id: number; drop: number; item: string; quantity: number };
  picked: { id: number; drop: number; item: string; quantity: number };
  consumed: { id: number; item: string };
  gained: { xp: number; from: number };
  level: { id: number; level: number };
  said: { id: number; name: string; text: string };
  refused: { wish: string; reason: string };
  system: { system: string; from: string; to: string };
  shielded: { id: number; source: number; skill: string; amount: number };
  status: { id: number; status?: string; skill: string; kind: number; gained: boolean };
  knocked: { id: number; x: number; y: number; ticks: number };
  dashed: { id: number; x: number; y: number; ticks: number };
}

export const INBOUND = [
  "welcome", "inventory", "hurt", "healed", "died", "returned", "cast", "landed", "broken", "cooldown",
  "dropped", "picked", "consumed", "gained", "level", "said", "refused", "system", "shielded", "status", "knocked", "dashed",
] as const satisfies readonly (keyof Inbound)[];

/** Every message a client sends, by type. */
export interface Outbound {
  move: { x: number; y: number; seq: number };
  use: { skill: string; target?: number; x?: number; y?: number };
  pickup: { drop: number };
  consume: { item: string };
  equip: { item: string; slot?: string };
  unequip: { slot: string };
  discard: { item: string; quantity: number };
  say: { text: string };
  respawn: undefined;
}

/** The answer to the request `explain`. */
export interface Explanation {
  id: number;
  state: string;
  ticks: number;
  immune: boolean;
  targetName: string;
  threat: { name: string; amount: number }[];
  transitions: { ago: number; from: string; to: string; reason: string }[];
  goal?: { x: number; y: number };
  path: { x: number; y: number }[];
}

export const enum Mind {
  Idle = 0,
  Patrol = 1,
  Chase = 2,
  Attack = 3,
  Flee = 4,
  Return = 5,
  Dead = 6,
}
