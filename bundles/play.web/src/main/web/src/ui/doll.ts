// The own hero in the frame and in the sheet.
import type { Hero } from "../game/actors.ts";
import type { ItemInfo } from "../net/protocol.ts";
import { drawCreature } from "../draw/creature.ts";
import { dressOf } from "../draw/dress.ts";
import type { Ctx } from "../draw/pen.ts";
import { STILL } from "../draw/pose.ts";

export class Doll {
  private readonly face = document.querySelector("#portrait canvas") as HTMLCanvasElement;
  private readonly figure = document.querySelector("#doll canvas") as HTMLCanvasElement;
  private shown = "";

  constructor(private readonly item: (id: string) => ItemInfo | undefined) {}

  /** Draws anew what changed; the figure breathes while it is seen. */
  update(me: Hero | undefined, open: boolean, now: number): void {
    const looks = me === undefined ? "" : [me.name, me.heroClass, me.weapon, me.armour, me.trinket].join(" ");
    if (me !== undefined && looks !== this.shown) {
      this.shown = looks;
      const ctx = fresh(this.face);
      ctx.translate(this.face.width * 0.46, this.face.height * 1.52);
      ctx.scale(this.face.width / 34, this.face.width / 34);
      drawCreature(ctx, "hero", STILL, 0, dressOf(me, this.item));
    }
    if (open) {
      this.draw(me, now);
    }
  }

  draw(me: Hero | undefined, now: number): void {
    if (me !== undefined) {
      const ctx = fresh(this.figure);
      ctx.translate(this.figure.width * 0.42, this.figure.height * 0.88);
      const size = Math.min(this.figure.height / 84, this.figure.width / 62);
      ctx.scale(size, size);
      drawCreature(ctx, "hero", { ...STILL, time: now / 1000 }, 0, dressOf(me, this.item));
    }
  }
}

function fresh(canvas: HTMLCanvasElement): Ctx {
  const ratio = Math.min(2, devicePixelRatio || 1);
  canvas.width = Math.round(canvas.clientWidth * ratio) || 1;
  canvas.height = Math.round(canvas.clientHeight * ratio) || 1;
  return canvas.getContext("2d") as Ctx;
}
