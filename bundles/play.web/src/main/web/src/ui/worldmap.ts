// The map of the zone: who lives where, and a mark that the arrow leads to.
import { type Ctx, INK } from "../draw/pen.ts";
import { SHOW } from "../draw/words.ts";
import { type Haunt, windTo } from "../game/haunts.ts";
import type { Point } from "../game/path.ts";
import type { World } from "../game/world.ts";
import type { Place, Zone } from "../game/zone.ts";
import { by, make } from "./dom.ts";
import { arrow } from "./minimap.ts";
import { Sheet } from "./sheet.ts";

/** So near to the mark it is reached; so near to it a click takes it away. */
const REACHED = 2.5;

interface Region {
  place: Place;
  middle: Point;
  haunts: readonly Haunt[];
}

export class WorldMap {
  /** Where the player wants to go. */
  mark: Point | undefined;
  private readonly sheet = new Sheet("map", () => by("map-close"), () => (this.level = 0));
  private readonly canvas = by<HTMLCanvasElement>("map-view");
  private zone: Zone | undefined;
  private land: HTMLCanvasElement | undefined;
  private regions: readonly Region[] = [];
  private level = 0;

  constructor() {
    this.canvas.addEventListener("click", (event) => {
      const box = this.canvas.getBoundingClientRect();
      if (this.zone !== undefined) {
        this.set({ x: ((event.clientX - box.left) / box.width) * this.zone.width, y: ((event.clientY - box.top) / box.height) * this.zone.height });
      }
    });
  }

  get open(): boolean {
    return this.sheet.open;
  }

  enter(zone: Zone, land: HTMLCanvasElement, haunts: readonly Haunt[]): void {
    this.zone = zone;
    this.land = land;
    this.mark = undefined;
    this.regions = zone.areas.map((place) => ({
      place, middle: { x: place.x + place.width / 2, y: place.y + place.height / 2 }, haunts: kinds(haunts.filter((each) => each.area === place.name)),
    }));
    this.level = 0;
  }

  toggle(open = !this.open): void {
    this.sheet.toggle(open);
  }

  /** A few times a second; `way` is where the arrow points. */
  update(world: World, way: Point | undefined, now: number): void {
    const { me } = world;
    if (me === undefined) {
      return;
    }
    if (this.mark !== undefined && Math.hypot(this.mark.x - me.x, this.mark.y - me.y) < REACHED) {
      this.mark = undefined;
    }
    if (this.open && this.zone !== undefined && this.land !== undefined) {
      if (this.level !== me.level) {
        this.level = me.level;
        this.list(me);
      }
      this.draw(world, this.zone, this.land, way, now);
    }
  }

  private set(at: Point): void {
    const again = this.mark !== undefined && Math.hypot(this.mark.x - at.x, this.mark.y - at.y) < REACHED;
    this.mark = again ? undefined : at;
  }

  private list(me: Point): void {
    const rows = [...this.regions].sort((a, b) => lowest(a) - lowest(b)).map((region) => {
      const button = make("button", "goal");
      button.type = "button";
      const who = region.haunts.map((each) => `${each.name}, level ${each.level}`).join("; ");
      button.append(make("b", "", region.place.name), make("span", danger(region, this.level), who === "" ? "safe" : who), make("small", "", windTo(me, region.middle)));
      button.addEventListener("click", () => this.set(region.middle));
      return button;
    });
    by("map-places").replaceChildren(...rows);
  }

  private draw(world: World, zone: Zone, land: HTMLCanvasElement, way: Point | undefined, now: number): void {
    const { canvas } = this;
    const ratio = Math.min(2, devicePixelRatio || 1);
    const size = Math.round(canvas.clientWidth * ratio);
    const high = Math.round((size * zone.height) / zone.width);
    if (size === 0) {
      return;
    }
    if (canvas.width !== size || canvas.height !== high) {
      canvas.width = size;
      canvas.height = high;
    }
    const ctx = canvas.getContext("2d") as Ctx;
    const tile = size / zone.width;
    const unit = Math.max(0.62 * ratio, size / 620);
    ctx.imageSmoothingQuality = "high";
    ctx.drawImage(land, 0, 0, size, high);
    edges(ctx, size, high);
    for (const region of this.regions) {
      names(ctx, region, world.me?.level ?? 1, tile, unit);
    }
    for (const hero of world.heroes.values()) {
      if (hero !== world.me) {
        spot(ctx, hero.x * tile, hero.y * tile, 4 * unit, "#74c9ff");
      }
    }
    const to = this.mark ?? way;
    if (to !== undefined) {
      flag(ctx, to.x * tile, to.y * tile, unit, now);
    }
    if (world.me !== undefined) {
      arrow(ctx, world.me.x * tile, world.me.y * tile, 1.7 * unit, world.me.facing);
    }
  }
}

/** One of each kind. */
function kinds(haunts: readonly Haunt[]): Haunt[] {
  return [...new Map(haunts.map((each) => [each.monster, each])).values()].sort((a, b) => a.level - b.level);
}

function lowest(region: Region): number {
  return region.haunts[0]?.level ?? 0;
}

function danger(region: Region, level: number): string {
  const over = lowest(region) - level;
  return region.haunts.length === 0 ? "calm" : over >= 2 ? "deadly" : over >= 1 ? "hard" : "fair";
}

const TONES: Record<string, string> = { calm: "#c9f0b4", fair: "#fff6e2", hard: "#ffd98a", deadly: "#ffb3a6" };

function names(ctx: Ctx, region: Region, level: number, tile: number, unit: number): void {
  const x = region.middle.x * tile;
  const y = region.middle.y * tile;
  const tone = TONES[danger(region, level)] as string;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  const most = region.haunts.at(-1);
  for (const [words, size, down] of [[region.place.name, 15, 0], [most === undefined ? "" : `level ${most.level}`, 11, 15]] as const) {
    ctx.font = `400 ${Math.round(size * unit)}px ${SHOW}`;
    ctx.lineWidth = 3.6 * unit;
    ctx.strokeStyle = "rgba(36, 24, 34, .85)";
    ctx.strokeText(words, x, y + down * unit);
    ctx.fillStyle = tone;
    ctx.fillText(words, x, y + down * unit);
  }
}

/** Old paper around the edges. */
function edges(ctx: Ctx, wide: number, high: number): void {
  const paper = ctx.createRadialGradient(wide / 2, high / 2, wide * 0.34, wide / 2, high / 2, wide * 0.74);
  paper.addColorStop(0, "rgba(120, 84, 40, 0)");
  paper.addColorStop(1, "rgba(94, 62, 26, .62)");
  ctx.fillStyle = paper;
  ctx.fillRect(0, 0, wide, high);
}

function spot(ctx: Ctx, x: number, y: number, radius: number, colour: string): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.lineWidth = radius * 0.4;
  ctx.strokeStyle = INK;
  ctx.stroke();
}

function flag(ctx: Ctx, x: number, y: number, unit: number, now: number): void {
  ctx.strokeStyle = INK;
  ctx.lineWidth = 2.4 * unit;
  ctx.lineCap = "round";
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x, y - 20 * unit);
  ctx.stroke();
  const wave = Math.sin(now / 260) * 1.5 * unit;
  ctx.beginPath();
  ctx.moveTo(x, y - 20 * unit);
  ctx.quadraticCurveTo(x + 8 * unit, y - 21 * unit + wave, x + 15 * unit, y - 15 * unit);
  ctx.quadraticCurveTo(x + 8 * unit, y - 11 * unit + wave, x, y - 9 * unit);
  ctx.closePath();
  ctx.fillStyle = "#ffcf4a";
  ctx.fill();
  ctx.lineWidth = 1.6 * unit;
  ctx.stroke();
}
