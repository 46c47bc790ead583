// The land around, small.
import type { World } from "../game/world.ts";
import type { Zone } from "../game/zone.ts";
import { by } from "./dom.ts";

const GROUND: Record<string, string> = {
  grass: "#6f9d55", grass2: "#648f4e", flower: "#7fa85e", path: "#c8ab7a", sand: "#d9c68d", water: "#3f7fab", bridge: "#a3743f", marsh: "#5a7346",
  floor: "#a39c94",
};
const STANDING: Record<string, string> = {
  tree: "#3f6f3d", pine: "#2f5f4a", bush: "#4c7d44", rock: "#85868e", wall: "#e0d6c4", ruin: "#8d877f", grave: "#8c8c98", fence: "#86603a",
  tent: "#b8743f", campfire: "#ff9a4a", shrine: "#8fe6ff", roof: "#b8533f", door: "#8a5f3a", well: "#7d7d88", reed: "#7d9a4a",
};
const RADIUS = 27;

export class Minimap {
  private readonly canvas = by<HTMLCanvasElement>("minimap");
  private readonly land: HTMLCanvasElement;

  constructor(zone: Zone) {
    this.land = document.createElement("canvas");
    this.land.width = zone.width;
    this.land.height = zone.height;
    const ctx = this.land.getContext("2d") as CanvasRenderingContext2D;
    for (let y = 0; y < zone.height; y++) {
      for (let x = 0; x < zone.width; x++) {
        const standing = zone.objectAt(x, y);
        ctx.fillStyle = STANDING[standing] ?? (standing === "" ? (GROUND[zone.groundAt(x, y)] ?? "#6f9d55") : "#80807a");
        ctx.fillRect(x, y, 1, 1);
      }
    }
    const ratio = Math.min(2, devicePixelRatio || 1);
    this.canvas.width = this.canvas.height = 148 * ratio;
  }

  draw(world: World, target: number): void {
    const me = world.me;
    const ctx = this.canvas.getContext("2d");
    if (me === undefined || ctx === null) {
      return;
    }
    const size = this.canvas.width;
    const scale = size / (RADIUS * 2);
    ctx.imageSmoothingEnabled = false;
    ctx.fillStyle = "#28352c";
    ctx.fillRect(0, 0, size, size);
    const place = (x: number, y: number): [number, number] => [(x - me.x + RADIUS) * scale, (y - me.y + RADIUS) * scale];
    const [left, top] = place(0, 0);
    ctx.drawImage(this.land, left, top, this.land.width * scale, this.land.height * scale);
    const dot = (x: number, y: number, radius: number, colour: string): void => {
      ctx.beginPath();
      ctx.arc(...place(x, y), radius * (size / 148), 0, Math.PI * 2);
      ctx.fillStyle = colour;
      ctx.fill();
      ctx.lineWidth = 1;
      ctx.strokeStyle = "rgba(20, 14, 24, .8)";
      ctx.stroke();
    };
    world.drops.forEach((drop) => dot(drop.x, drop.y, 1.6, "#ffe27a"));
    world.monsters.forEach((each) => {
      if (!each.dead) {
        dot(each.x, each.y, each.id === target ? 3.4 : 2.3, "#f0574a");
      }
    });
    world.heroes.forEach((each) => {
      if (each !== me) {
        dot(each.x, each.y, 2.8, "#74c9ff");
      }
    });
    arrow(ctx, size, me.facing);
  }
}

function arrow(ctx: CanvasRenderingContext2D, size: number, facing: number): void {
  ctx.save();
  ctx.translate(size / 2, size / 2);
  ctx.rotate(facing);
  ctx.scale(size / 148, size / 148);
  ctx.beginPath();
  ctx.moveTo(6.5, 0);
  ctx.lineTo(-4.5, -4.5);
  ctx.lineTo(-2.5, 0);
  ctx.lineTo(-4.5, 4.5);
  ctx.closePath();
  ctx.fillStyle = "#fff8e0";
  ctx.fill();
  ctx.strokeStyle = "#2a2030";
  ctx.lineWidth = 1.6;
  ctx.stroke();
  ctx.restore();
}
