// The own skills: what they are, when they are ready; and where those of others go.
import type { SkillInfo, SpellInfo } from "../net/protocol.ts";

export type Aimed = "self" | "single" | "circle" | "cone" | "line";

export interface Skill extends SkillInfo {
  aim: Aimed;
}

/** A skill as it is seen when anybody uses it. */
export type Spell = Pick<Skill, "name" | "aim" | "range" | "radius" | "angle" | "projectileSpeed">;

/** After a wish the server is given this long to answer before the next is sent. */
const PATIENCE_MILLIS = 180;

export class Skills {
  readonly all: Skill[] = [];
  private readonly spells = new Map<string, Spell>();
  private readonly effects = new Map<string, SpellInfo["effects"]>();
  private readonly ready = new Map<string, { at: number; total: number }>();
  /** Until when any other skill has to wait. */
  private global = { at: -1e9, total: 1 };
  private askedAt = -1e9;

  take(infos: readonly SkillInfo[], spells: Readonly<Record<string, SpellInfo>> = {}): void {
    this.all.length = 0;
    this.spells.clear();
    for (const [id, spell] of Object.entries(spells)) {
      this.spells.set(id, { ...spell, aim: aimed(spell.target) });
      this.effects.set(id, spell.effects);
    }
    for (const info of infos) {
      this.all.push({ ...info, aim: aimed(info.target) });
    }
  }

  /** How a skill of anybody looks. */
  seen(id: string): Spell | undefined {
    return this.find(id) ?? this.spells.get(id);
  }

  /** The attribute that a status changes, by the status's id (`skill` or `skill/effect…`); empty where it is none. */
  attribute(status: string): string {
    const [skill, index] = status.split("/");
    return this.effects.get(skill ?? "")?.[Number(index ?? 0)]?.attribute ?? "";
  }

  get basic(): Skill | undefined {
    return this.all[0];
  }

  find(id: string): Skill | undefined {
    return this.all.find((each) => each.id === id);
  }

  /** This one cools down for so long from now, and all others at least for `global`. */
  cooling(id: string, millis: number, global: number, now: number): void {
    if (id !== "") {
      this.ready.set(id, { at: now + millis, total: Math.max(1, this.find(id)?.cooldownMillis ?? 0, millis) });
    }
    if (now + global > this.global.at) {
      this.global = { at: now + global, total: Math.max(1, global) };
    }
  }

  /** Share of the cooldown that is left, its own or that of all, 1 to 0. */
  left(id: string, now: number): number {
    const known = this.ready.get(id);
    const own = known !== undefined && known.at > this.global.at ? known : this.global;
    return Math.min(1, Math.max(0, (own.at - now) / own.total));
  }

  /** Until it can be used again, whatever the others do. */
  millisLeft(id: string, now: number): number {
    return Math.max(0, (this.ready.get(id)?.at ?? 0) - now);
  }

  /** Whether it makes sense to ask for this skill now. */
  askable(id: string, now: number): boolean {
    return this.left(id, now) === 0 && now - this.askedAt > PATIENCE_MILLIS;
  }

  asked(now: number): void {
    this.askedAt = now;
  }
}

function aimed(target: string): Aimed {
  return String(target).toLowerCase() as Aimed;
}
