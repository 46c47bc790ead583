// What frames the world and needs no sixty updates a second.
import { landScale, paintLand } from "../draw/land.ts";
import type { Actor } from "../game/actors.ts";
import { type Haunt, type MonsterNames, hauntsOf, nextHaunt } from "../game/haunts.ts";
import type { Inventory } from "../game/inventory.ts";
import type { Point } from "../game/path.ts";
import type { World } from "../game/world.ts";
import type { Zone } from "../game/zone.ts";
import type { Realm } from "../net/realm.ts";
import type { Bag } from "./bag.ts";
import { type Killer, Death } from "./death.ts";
import type { Doll } from "./doll.ts";
import { Frames, type Names } from "./frames.ts";
import { Guide } from "./guide.ts";
import { Minimap } from "./minimap.ts";
import type { Settings } from "./settings.ts";
import { Sheet } from "./sheet.ts";
import type { Toasts } from "./toasts.ts";
import { Versions } from "./versions.ts";
import { Why } from "./why.ts";
import { WorldMap } from "./worldmap.ts";

const MILLIS = 100;

export interface Parts {
  settings: Settings;
  inventory: Inventory;
  toasts: Toasts;
  bag: Bag;
  doll: Doll;
  names: Names;
  /** A first step was done. */
  praise(): void;
  respawn(): void;
}

export class Hud {
  readonly versions = new Versions();
  readonly why = new Why();
  readonly map: WorldMap;
  readonly guide: Guide;
  readonly death: Death;
  readonly frames: Frames;
  private minimap: Minimap | undefined;
  private zone: Zone | undefined;
  private haunts: readonly Haunt[] = [];
  private lastArea = "";
  private at = 0;

  constructor(private readonly parts: Parts) {
    this.map = new WorldMap();
    this.guide = new Guide(parts.settings, parts.inventory, () => parts.praise());
    this.death = new Death(() => parts.respawn());
    this.frames = new Frames(parts.names);
  }

  enter(zone: Zone, monsters: MonsterNames): void {
    const scale = landScale(zone);
    const land = paintLand(zone, scale);
    this.zone = zone;
    this.haunts = hauntsOf(zone, monsters);
    this.minimap = new Minimap(land, scale);
    this.map.enter(zone, land, this.haunts);
  }

  /** Where the arrow leads: what was marked on the map, or what the guide says. */
  get way(): Point | undefined {
    return this.map.mark ?? this.guide.way;
  }

  fallen(me: { x: number; y: number; level: number } | undefined, killer: Killer | undefined, millis: number): void {
    if (!this.death.shown) {
      Sheet.closeAny();
    }
    const match = me === undefined || killer === undefined || killer.level <= me.level + 1 ? undefined : nextHaunt(this.haunts, me.level, me);
    const advice = match === undefined || match.level >= (killer?.level ?? 0) ? "" : ` ${match.name}, level ${match.level}, would be a match for you.`;
    this.death.show(killer, `You keep all you carry, and wake at the shrine.${advice}`, millis);
  }

  /** Each frame; most of it waits its turn. */
  update(world: World, target: Actor | undefined, realm: Realm | undefined, now: number): void {
    if (now - this.at < MILLIS) {
      return;
    }
    this.at = now;
    const { bag, doll } = this.parts;
    this.frames.update(world, target, this.area(world), now);
    this.versions.update(world.versions);
    this.guide.deeds.bagOpened ||= bag.open;
    if (this.zone !== undefined) {
      this.guide.update(world, this.zone, this.haunts, now);
    }
    this.map.update(world, this.way, now);
    this.minimap?.draw(world, target?.id ?? 0, this.way);
    doll.update(world.me, bag.open, now);
    this.death.update(now);
    this.why.update(realm, target, world.tickMillis, now);
  }

  /** Where the hero is, told when it comes there. */
  private area({ me }: World): string {
    const area = me === undefined ? "" : (this.zone?.areaAt(me.x, me.y) ?? "");
    if (area !== this.lastArea) {
      this.lastArea = area;
      if (area !== "") {
        this.parts.toasts.show(area, "place");
      }
    }
    return area;
  }
}
