// Plates over heads, the important ones first; names that would lie on each other give way.
import { type Actor, Monster } from "../game/actors.ts";
import { heightOf } from "./creature.ts";
import { type Box, drawOverlay, drawSaid } from "./overlay.ts";
import type { Ctx } from "./pen.ts";
import type { Scene } from "./renderer.ts";
import type { Bounds } from "./water.ts";

export class Plates {
  private readonly order: Actor[] = [];
  private readonly taken: Box[] = [];

  draw(ctx: Ctx, scene: Scene, bounds: Bounds, tile: number, now: number): void {
    const { world } = scene;
    const { me } = world;
    const { order, taken } = this;
    order.length = 0;
    taken.length = 0;
    for (const actors of [world.heroes, world.monsters]) {
      for (const actor of actors.values()) {
        if (!actor.dead && actor.x > bounds.left - 1 && actor.x < bounds.right + 1 && actor.y > bounds.top && actor.y < bounds.bottom + 2) {
          order.push(actor);
        }
      }
    }
    const rank = (actor: Actor): number => (actor === me ? 3 : actor === scene.target ? 2 : actor instanceof Monster && actor.target === me?.id ? 1 : 0);
    order.sort((a, b) => rank(b) - rank(a) || b.y - a.y);
    const unit = tile / 48;
    const tops = order.map((actor) => {
      const about = { mine: actor === me, selected: actor === scene.target, level: me?.level ?? 1, tick: world.tick(now), tickMillis: world.tickMillis };
      return drawOverlay(ctx, actor, about, actor.x * tile, actor.y * tile - heightOf(actor) * unit, unit, now, taken);
    });
    // Words are not to be written over by names.
    order.forEach((actor, index) => drawSaid(ctx, actor, actor.x * tile, tops[index] as number, unit, now));
  }
}
