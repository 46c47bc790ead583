// The own skills: what they are, when they are ready.
import type { SkillInfo } from "../net/protocol.ts";

export type Aim = "self" | "single" | "circle" | "cone" | "line";

export interface Skill extends SkillInfo {
  aim: Aim;
}

/** After a wish the server is given this long to answer before the next is sent. */
const PATIENCE_MILLIS = 180;

export class Skills {
  readonly all: Skill[] = [];
  private readonly ready = new Map<string, { at: number; total: number }>();
  private askedAt = -1e9;

  take(infos: readonly SkillInfo[]): void {
    this.all.length = 0;
    for (const info of infos) {
      this.all.push({ ...info, aim: String(info.target).toLowerCase() as Aim });
    }
  }

  get basic(): Skill | undefined {
    return this.all[0];
  }

  find(id: string): Skill | undefined {
    return this.all.find((each) => each.id === id);
  }

  cooling(id: string, millis: number, now: number): void {
    const own = this.find(id)?.cooldownMillis ?? 0;
    this.ready.set(id, { at: now + millis, total: Math.max(1, own, millis) });
  }

  /** Share of the cooldown that is left, 1 to 0. */
  left(id: string, now: number): number {
    const known = this.ready.get(id);
    return known === undefined ? 0 : Math.min(1, Math.max(0, (known.at - now) / known.total));
  }

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
