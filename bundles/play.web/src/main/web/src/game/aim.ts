// Where a skill that needs a place is pointed at, while its key, button or finger is held.
import type { Actor, Hero } from "./actors.ts";
import type { Point } from "./path.ts";
import { distance } from "./senses.ts";
import type { Skill } from "./skills.ts";

/** After this long without a move the pointer does not count. */
const POINTER_MILLIS = 4000;
/** How far a place is looked for ahead where nothing is chosen, as a share of the range. */
const AHEAD = 0.7;
/** So much of the range is left unused, as both sides round. */
const MARGIN = 0.1;

export class Aim {
  /** What is being aimed. */
  skill: Skill | undefined;
  /** Where the mouse points, in tiles. */
  readonly cursor: Point = { x: 0, y: 0 };
  private index = -1;
  /** Stays until a click on the ground. */
  private sticky = false;
  private dragged: Point | undefined;
  private movedAt = -1e9;

  begin(skill: Skill, index: number, sticky: boolean): void {
    this.skill = skill;
    this.index = index;
    this.sticky = sticky;
    this.dragged = undefined;
  }

  /** The one that was held by this key or button, and is not any more. */
  release(index: number | undefined): Skill | undefined {
    const { skill } = this;
    if (skill === undefined || this.sticky || (index !== undefined && index !== this.index)) {
      return undefined;
    }
    this.skill = undefined;
    return skill;
  }

  /** A click on the ground: what waited for it. */
  confirm(): Skill | undefined {
    const skill = this.sticky ? this.skill : undefined;
    if (skill !== undefined) {
      this.skill = undefined;
    }
    return skill;
  }

  cancel(): void {
    this.skill = undefined;
  }

  /** A finger's direction and share of the range; undefined where it rests. */
  drag(by: Point | undefined): void {
    this.dragged = by;
  }

  pointed(at: Point, now: number): void {
    if (at.x !== this.cursor.x || at.y !== this.cursor.y) {
      this.cursor.x = at.x;
      this.cursor.y = at.y;
    }
    this.movedAt = now;
  }

  /** Where the skill would go now. */
  point(skill: Skill, me: Hero, target: Actor | undefined, now: number): Point {
    const reach = reachOf(skill);
    if (this.dragged !== undefined) {
      return { x: me.x + this.dragged.x * reach, y: me.y + this.dragged.y * reach };
    }
    if (this.sticky || now - this.movedAt < POINTER_MILLIS) {
      return within(me, this.cursor, reach);
    }
    if (target !== undefined) {
      return within(me, target, reach);
    }
    return { x: me.x + Math.cos(me.facing) * reach * AHEAD, y: me.y + Math.sin(me.facing) * reach * AHEAD };
  }
}

/** Whether a skill wants a place or a direction. */
export function wantsPlace(skill: Skill): boolean {
  const dashes = skill.aim !== "single" && skill.effects?.some((each) => each.type.toLowerCase() === "dash") === true;
  return dashes || skill.aim === "cone" || skill.aim === "line" || (skill.aim === "circle" && skill.range > 0);
}

/** How far from the hero the aimed place may be. */
export function reachOf(skill: Skill): number {
  const far = skill.aim === "circle" || skill.aim === "self" ? skill.range : Math.max(skill.radius, skill.range);
  return Math.max(0.5, far - MARGIN);
}

function within(from: Point, to: Point, reach: number): Point {
  const away = distance(from, to);
  const share = away > reach ? reach / away : 1;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
