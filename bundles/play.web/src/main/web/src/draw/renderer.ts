// One frame: ground, what lies on it, what stands on it from back to front, light, and what floats above.
import { type Actor, Hero } from "../game/actors.ts";
import type { Drop, World } from "../game/world.ts";
import type { Zone } from "../game/zone.ts";
import type { ItemInfo } from "../net/protocol.ts";
import { drawAmbience } from "./ambience.ts";
import { drawAura } from "./aura.ts";
import { Camera } from "./camera.ts";
import { Chunks } from "./chunks.ts";
import { drawCreature } from "./creature.ts";
import { dressOf } from "./dress.ts";
import { drawBeam, drawBeamGlow, drawDrop, drawName } from "./drops.ts";
import type { Effects } from "./effects.ts";
import { type Hen, Hens, drawHen } from "./hens.ts";
import { drawFlames, drawGlow, lampOf } from "./light.ts";
import { type Lamp, Lighting, askedHour } from "./lighting.ts";
import { type Point, type Route, markGoal, markRoute, markSelf, markTarget, markWay } from "./marks.ts";
import type { Box } from "./overlay.ts";
import { Plates } from "./plates.ts";
import type { Ctx } from "./pen.ts";
import { poseOf } from "./pose.ts";
import { type Aimed, drawPreview } from "./preview.ts";
import { Scenery, type Standing } from "./scenery.ts";
import { type Bounds, drawRipples } from "./water.ts";

export interface Scene {
  world: World;
  effects: Effects;
  target: Actor | undefined;
  /** Where a click sent the hero. */
  goal: Point | undefined;
  /** Where the arrow at the hero's feet leads. */
  way: Point | undefined;
  route: Route | undefined;
  aimed: Aimed | undefined;
  item(id: string): ItemInfo | undefined;
  calm: boolean;
}

/** Within so many tiles everything on the ground has its name shown. */
const NEAR = 2.2;

interface Upright {
  y: number;
  standing?: Standing;
  actor?: Actor;
  drop?: Drop;
  hen?: Hen;
  alpha: number;
}

export class Renderer {
  readonly camera = new Camera();
  readonly light = new Lighting(askedHour());
  private readonly ctx: Ctx;
  private zone: Zone | undefined;
  private chunks: Chunks | undefined;
  private scenery: Scenery | undefined;
  private hens: Hens | undefined;
  private readonly plates = new Plates();
  private readonly uprights: Upright[] = [];
  private readonly lamps: Lamp[] = [];
  private readonly labels: Box[] = [];

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.ctx = canvas.getContext("2d", { alpha: false }) as Ctx;
    this.resize();
    addEventListener("resize", () => this.resize());
  }

  enter(zone: Zone): void {
    this.zone = zone;
    this.scenery = new Scenery(zone);
    this.hens = new Hens(zone);
    this.chunks = new Chunks(zone, this.scenery);
    this.light.enter(zone);
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
    const { tile } = camera;
    this.chunks?.draw(ctx, camera, left, top);
    ctx.translate(-left, -top);
    const bounds = { left: left / tile, top: top / tile, right: (left + camera.width) / tile, bottom: (top + camera.height) / tile };
    if (!scene.calm) {
      drawRipples(ctx, zone, bounds, tile, now);
    }
    this.marks(scene, now);
    scene.effects.drawBelow(ctx, tile, now);
    this.collect(scene, bounds, now);
    for (const each of this.uprights) {
      this.upright(scene, each, now);
    }
    const dark = this.light.darkness(scene.world, now);
    if (!scene.calm && this.light.lit) {
      drawAmbience(ctx, zone, bounds, camera, now, dark);
    }
    this.lamplight(scene, bounds, now, dark);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    this.light.draw(ctx, camera, left, top, scene.world, this.lamps, now, scene.calm);
    ctx.translate(-left, -top);
    this.glows(bounds, now);
    scene.effects.drawAbove(ctx, tile, now);
    const { me } = scene.world;
    this.labels.length = 0;
    for (const drop of scene.world.drops.values()) {
      drawBeamGlow(ctx, drop, tile, now, scene.calm, dark);
    }
    for (const drop of scene.world.drops.values()) {
      const near = me !== undefined && Math.hypot(drop.x - me.x, drop.y - me.y) < NEAR;
      drawName(ctx, drop, tile, scene.item(drop.item)?.name ?? drop.item, near, this.labels);
    }
    this.plates.draw(ctx, scene, bounds, tile, now);
    scene.effects.drawNumbers(ctx, tile, now);
  }

  private resize(): void {
    const ratio = Math.min(2, devicePixelRatio || 1);
    this.camera.resize(innerWidth, innerHeight, ratio);
    this.canvas.width = this.camera.width;
    this.canvas.height = this.camera.height;
    this.chunks?.clear();
  }

  private marks(scene: Scene, now: number): void {
    const { ctx } = this;
    const { tile } = this.camera;
    const { target, goal, world } = scene;
    const { me } = world;
    if (me !== undefined && !me.dead) {
      markSelf(ctx, me, tile);
      if (scene.way !== undefined) {
        markWay(ctx, me, scene.way, tile, scene.calm ? 0 : now);
      }
    }
    if (target !== undefined && !target.dead) {
      markTarget(ctx, target, tile, now, scene.calm);
    }
    if (target !== undefined && scene.route !== undefined) {
      markRoute(ctx, target, scene.route, tile);
    }
    if (goal !== undefined) {
      markGoal(ctx, goal, tile, now);
    }
    if (me !== undefined && scene.aimed !== undefined) {
      drawPreview(ctx, me, scene.aimed, tile, now);
    }
  }

  private collect(scene: Scene, bounds: Bounds, now: number): void {
    const { world } = scene;
    const list = this.uprights;
    list.length = 0;
    const { me } = world;
    this.scenery?.within(bounds.left - 8, Math.floor(bounds.top) - 1, bounds.right + 2, Math.ceil(bounds.bottom) + 3, (standing) => {
      list.push({ y: standing.y, standing, alpha: me !== undefined && hides(standing, me) ? 0.5 : 1 });
    });
    const seen = (x: number, y: number): boolean => x > bounds.left - 1 && x < bounds.right + 1 && y > bounds.top - 1 && y < bounds.bottom + 2;
    for (const actors of [world.monsters, world.heroes]) {
      for (const actor of actors.values()) {
        if (seen(actor.x, actor.y)) {
          list.push({ y: actor.dead ? actor.y - 0.3 : actor.y, actor, alpha: Math.min(1, (now - actor.bornAt) / 300) });
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
    this.hens?.within(bounds, scene.calm ? 0 : now, this.light.darkness(world, now), (hen) => list.push({ y: hen.y, hen, alpha: 1 }));
    list.sort((a, b) => a.y - b.y);
  }

  private upright(scene: Scene, each: Upright, now: number): void {
    const { ctx } = this;
    const { tile } = this.camera;
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
      drawBeam(ctx, each.drop, tile, now, scene.calm);
      drawDrop(ctx, each.drop, (scene.item(each.drop.item)?.kind ?? "material").toLowerCase(), tile, now);
    } else if (each.hen !== undefined) {
      drawHen(ctx, each.hen, each.hen.x * tile, each.hen.y * tile, unit);
    } else if (each.actor !== undefined) {
      const { actor } = each;
      ctx.save();
      ctx.translate(actor.x * tile, actor.y * tile);
      ctx.scale(unit, unit);
      if (actor instanceof Hero && actor.away) {
        ctx.globalAlpha = each.alpha * 0.5;
      }
      const pose = poseOf(actor, now, scene.world.tickMillis);
      drawCreature(ctx, actor.kind, pose, actor.facing, actor instanceof Hero ? dressOf(actor, (id) => scene.item(id)) : undefined);
      drawAura(ctx, actor, now);
      ctx.restore();
    }
    ctx.globalAlpha = 1;
  }

  /** Who and what gives light. */
  private lamplight(scene: Scene, bounds: Bounds, now: number, dark: number): void {
    const { lamps } = this;
    lamps.length = 0;
    this.scenery?.within(bounds.left - 8, Math.floor(bounds.top) - 3, bounds.right + 4, Math.ceil(bounds.bottom) + 4, (standing) => {
      lampOf(standing, dark, now, lamps);
    });
    for (const hero of scene.world.heroes.values()) {
      lamps.push({ x: hero.x, y: hero.y - 0.5, radius: 4.2, colour: "255 214 160", strength: 0.75 });
    }
    scene.effects.lamps(lamps, now);
  }

  private glows(bounds: Bounds, now: number): void {
    const { ctx, camera } = this;
    ctx.globalCompositeOperation = "lighter";
    this.scenery?.within(bounds.left - 4, Math.floor(bounds.top) - 3, bounds.right + 4, Math.ceil(bounds.bottom) + 4, (standing) => {
      drawGlow(ctx, standing.name, standing.x * camera.tile, standing.y * camera.tile, camera.tile, now);
    });
    ctx.globalCompositeOperation = "source-over";
  }
}

/** Whether something tall stands before the hero. */
function hides(standing: Standing, me: Actor): boolean {
  if (standing.name === "house") {
    return false;
  }
  return standing.tall && standing.y > me.y && standing.y - me.y < 1.7 && Math.abs(standing.x - me.x) < 0.8;
}
