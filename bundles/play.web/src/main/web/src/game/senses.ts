// What is near a point: for keys that choose the nearest and for clicks.
import type { Point } from "./path.ts";
import type { Actor, Monster } from "./actors.ts";
import type { Drop, World } from "./world.ts";

const GRASP = 0.75;

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Living monsters within reach, nearest first. */
export function monstersNear(world: World, from: Point, reach: number): Monster[] {
  const near = [...world.monsters.values()].filter((each) => !each.dead && distance(each, from) < reach);
  return near.sort((a, b) => distance(a, from) - distance(b, from));
}

export function nearestDrop(world: World, from: Point, reach: number): Drop | undefined {
  const near = [...world.drops.values()].filter((each) => distance(each, from) < reach);
  return near.sort((a, b) => distance(a, from) - distance(b, from))[0];
}

/** Who stands under a point of the picture: bodies rise above their feet. */
export function actorAt(world: World, at: Point): Actor | undefined {
  let best: Actor | undefined;
  let nearest = GRASP;
  for (const actors of [world.monsters, world.heroes]) {
    for (const actor of actors.values()) {
      const away = Math.hypot(actor.x - at.x, actor.y - 0.4 - at.y);
      if (away < nearest && actor !== world.me && !actor.dead) {
        nearest = away;
        best = actor;
      }
    }
  }
  return best;
}

export function dropAt(world: World, at: Point): Drop | undefined {
  return [...world.drops.values()].find((each) => Math.hypot(each.x - at.x, each.y - 0.2 - at.y) < 0.55);
}
