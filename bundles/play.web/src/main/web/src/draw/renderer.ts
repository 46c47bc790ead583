// One frame: ground, what lies on it, what stands on it from back to front, light, and what floats above.
import { type Actor, type Drop, Hero, type World } from "../game/world.ts";
import type { Zone } from "../game/zone.ts";
import { Camera } from "./camera.ts";
import { Chunks } from "./chunks.ts";
import { drawCreature, heightOf } from "./creature.ts";
import { drawBeam, drawDrop } from "./drops.ts";
import type { Effects } from "./effects.ts";
import { type Look, lookOf } from "./hero.ts";
import { drawFlames, drawGlow } from "./light.ts";
import { drawOverlay } from "./overlay.ts";
import { type Ctx, hash } from "./pen.ts";
import { poseOf } from "./pose.ts";
import { Scenery, type Standing } from "./scenery.ts";
import { type Bounds, drawRipples } from "./water.ts";

export interface Scene {
  world: World;
  effects: Effects;
  target: Actor | undefined;
  /** Where a click sent the hero. */
  goal: { x: number; y: number } | undefined;
  /** Where the chosen monster goes, if it was asked. */
  route: { path: readonly { x: number; y: number }[]; goal?: { x: number; y: number } } | undefined;
  /** Items' kinds, for their pictures. */
  kindOf(item: string): string;
  calm: boolean;
}

interface Upright {
  y: number;
  standing?: Standing;
  actor?: Actor;
  drop?: Drop;
  alpha: number;
}

export class Renderer {
  readonly camera = new Camera();
  private readonly ctx: Ctx;
  private zone: Zone | undefined;
  private chunks: Chunks | undefined;
  private scenery: Scenery | undefined;
  private readonly looks = new Map<string, Look>();
  private readonly uprights: Upright[] = [];

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.ctx = canvas.getContext("2d", { alpha: false }) as Ctx;
    this.resize();
    addEventListener("resize", () => this.resize());
  }

  enter(zone: Zone): void {
    this.zone = zone;
    this.chunks = new Chunks(zone);
    this.scenery = new Scenery(zone);
  }

  draw(scene: Scene, now: number): void {
    const { ctx, camera, zone } = this;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    if (zone === undefined) {
      ctx.fillStyle = "#20303a";
      ctx.fillRect(0, 0, camera.width, camera.height);
      return;
    }
    const left = camera.left(now);
    const top = camera.top(now);
    this.chunks?.draw(ctx, camera, left, top);
    ctx.translate(-left, -top);
    const bounds = { left: left / camera.tile, top: top / camera.tile, right: (left + camera.width) / camera.tile, bottom: (top + camera.height) / camera.tile };
    if (!scene.calm) {
      drawRipples(ctx, zone, bounds, camera.tile, now);
    }
    this.marks(scene, now);
    scene.effects.drawBelow(ctx, camera.tile, now);
    this.collect(scene, bounds, now);
    for (const each of this.uprights) {
      this.upright(scene, each, now);
    }
    this.lights(bounds, now);
    scene.effects.drawAbove(ctx, camera.tile, now);
    this.overlays(scene, bounds, now);
    scene.effects.drawNumbers(ctx, camera.tile, now);
  }

  look(hero: Hero): Look {
    let look = this.looks.get(hero.name);
    if (look === undefined) {
      look = lookOf(hash(hero.name));
      this.looks.set(hero.name, look);
    }
    return look;
  }

  private resize(): void {
    const ratio = Math.min(2, devicePixelRatio || 1);
    this.camera.resize(innerWidth, innerHeight, ratio);
    this.canvas.width = this.camera.width;
    this.canvas.height = this.camera.height;
    this.chunks?.clear();
  }

  private marks(scene: Scene, now: number): void {
    const { ctx, camera } = this;
    const { tile } = camera;
    const { target, goal } = scene;
    if (target !== undefined && !target.dead) {
      const own = target instanceof Hero;
      const wide = (0.42 + Math.sin(now / 180) * 0.02) * tile;
      ctx.strokeStyle = own ? "#7fd0ff" : "#ff5a4d";
      ctx.fillStyle = own ? "rgba(100, 190, 255, .16)" : "rgba(255, 80, 60, .18)";
      ctx.lineWidth = tile * 0.055;
      ctx.setLineDash([tile * 0.2, tile * 0.1]);
      ctx.lineDashOffset = scene.calm ? 0 : -now / 40;
      ctx.beginPath();
      ctx.ellipse(target.x * tile, target.y * tile, wide, wide * 0.55, 0, 0, Math.PI * 2);
      ctx.fill();
      ctx.stroke();
      ctx.setLineDash([]);
    }
    if (target !== undefined && scene.route !== undefined) {
      this.route(target, scene.route, tile);
    }
    if (goal !== undefined) {
      const size = (0.16 + ((now / 700) % 1) * 0.14) * tile;
      ctx.strokeStyle = "rgba(255, 246, 210, .8)";
      ctx.lineWidth = tile * 0.045;
      ctx.beginPath();
      ctx.ellipse(goal.x * tile, goal.y * tile, size, size * 0.6, 0, 0, Math.PI * 2);
      ctx.stroke();
    }
  }

  private route(from: Actor, route: NonNullable<Scene["route"]>, tile: number): void {
    const { ctx } = this;
    const points = route.goal === undefined ? route.path : [...route.path, route.goal];
    ctx.strokeStyle = "rgba(255, 236, 150, .85)";
    ctx.lineWidth = tile * 0.05;
    ctx.setLineDash([tile * 0.08, tile * 0.12]);
    ctx.beginPath();
    ctx.moveTo(from.x * tile, from.y * tile);
    points.forEach((each) => ctx.lineTo(each.x * tile, each.y * tile));
    ctx.stroke();
    ctx.setLineDash([]);
  }

  private collect(scene: Scene, bounds: Bounds, now: number): void {
    const { world } = scene;
    const list = this.uprights;
    list.length = 0;
    const me = world.me;
    this.scenery?.within(bounds.left - 8, Math.floor(bounds.top) - 1, bounds.right + 2, Math.ceil(bounds.bottom) + 3, (standing) => {
      list.push({ y: standing.y, standing, alpha: me !== undefined && hides(standing, me) ? 0.5 : 1 });
    });
    const seen = (x: number, y: number): boolean => x > bounds.left - 1 && x < bounds.right + 1 && y > bounds.top - 1 && y < bounds.bottom + 2;
    for (const actors of [world.monsters, world.heroes]) {
      for (const actor of actors.values()) {
        if (seen(actor.x, actor.y)) {
          const arriving = Math.min(1, (now - actor.bornAt) / 300);
          list.push({ y: actor.dead ? actor.y - 0.3 : actor.y, actor, alpha: arriving });
        }
      }
    }
    for (const ghost of world.ghosts) {
      list.push({ y: ghost.actor.y, actor: ghost.actor, alpha: Math.max(0, 1 - (now - ghost.at) / 400) });
    }
    for (const drop of world.drops.values()) {
      if (seen(drop.x, drop.y)) {
        list.push({ y: drop.y, drop, alpha: 1 });
      }
    }
    list.sort((a, b) => a.y - b.y);
  }

  private upright(scene: Scene, each: Upright, now: number): void {
    const { ctx, camera } = this;
    const { tile } = camera;
    const unit = tile / 48;
    ctx.globalAlpha = each.alpha;
    if (each.standing !== undefined) {
      const { standing } = each;
      const sway = standing.sways && !scene.calm ? Math.sin(now / 900 + standing.x * 1.3 + standing.y) * 0.022 : 0;
      this.scenery?.draw(ctx, standing, standing.x * tile, standing.y * tile, unit, sway);
      if (standing.name === "campfire") {
        drawFlames(ctx, standing.x * tile, standing.y * tile, unit, now);
      }
    } else if (each.drop !== undefined) {
      drawDrop(ctx, each.drop, scene.kindOf(each.drop.item), tile, now);
    } else if (each.actor !== undefined) {
      const { actor } = each;
      ctx.save();
      ctx.translate(actor.x * tile, actor.y * tile);
      ctx.scale(unit, unit);
      if (actor instanceof Hero && actor.away) {
        ctx.globalAlpha = each.alpha * 0.5;
      }
      drawCreature(ctx, actor.kind, poseOf(actor, now, scene.world.tickMillis), actor.facing, actor instanceof Hero ? this.look(actor) : undefined);
      ctx.restore();
    }
    ctx.globalAlpha = 1;
  }

  private lights(bounds: Bounds, now: number): void {
    const { ctx, camera } = this;
    ctx.globalCompositeOperation = "lighter";
    this.scenery?.within(bounds.left - 4, Math.floor(bounds.top) - 3, bounds.right + 4, Math.ceil(bounds.bottom) + 4, (standing) => {
      drawGlow(ctx, standing.name, standing.x * camera.tile, standing.y * camera.tile, camera.tile, now);
    });
    ctx.globalCompositeOperation = "source-over";
  }

  private overlays(scene: Scene, bounds: Bounds, now: number): void {
    const { ctx, camera } = this;
    const { tile } = camera;
    const { world } = scene;
    const me = world.me;
    for (const drop of world.drops.values()) {
      drawBeam(ctx, drop, tile, now, scene.calm);
    }
    for (const actors of [world.monsters, world.heroes]) {
      for (const actor of actors.values()) {
        if (actor.x > bounds.left - 1 && actor.x < bounds.right + 1 && actor.y > bounds.top && actor.y < bounds.bottom + 2) {
          const about = { mine: actor === me, selected: actor === scene.target, level: me?.level ?? 1 };
          const head = actor.y * tile - heightOf(actor.kind) * (tile / 48);
          drawOverlay(ctx, actor, about, actor.x * tile, head, tile / 48, now, world.tickMillis);
        }
      }
    }
  }
}

/** Whether something tall stands before the hero. */
function hides(standing: Standing, me: Actor): boolean {
  if (standing.name === "house") {
    return false;
  }
  return standing.tall && standing.y > me.y && standing.y - me.y < 1.7 && Math.abs(standing.x - me.x) < 0.8;
}
