// The first screen: who are you?
import { drawCreature } from "../draw/creature.ts";
import { plainDress } from "../draw/dress.ts";
import type { Ctx } from "../draw/pen.ts";
import { type Pose, STILL } from "../draw/pose.ts";
import { Backdrop } from "./backdrop.ts";
import { Classes } from "./classes.ts";
import { by } from "./dom.ts";
import type { Settings } from "./settings.ts";

const LONGEST = 16;
const PARADE = ["hero", "slime", "goblin", "wolf", "skeleton"] as const;

export class Gate {
  private readonly screen = by("gate");
  private readonly input = by<HTMLInputElement>("name");
  private readonly canvas = by<HTMLCanvasElement>("parade");
  private readonly backdrop = new Backdrop();
  private readonly classes = new Classes(() => undefined);

  constructor(
    private readonly settings: Settings,
    enter: (name: string, heroClass: string) => void,
  ) {
    this.input.value = settings.now.name;
    by<HTMLFormElement>("gate-form").addEventListener("submit", (event) => {
      event.preventDefault();
      const name = clean(this.input.value);
      settings.change({ name, heroClass: this.classes.chosen });
      by<HTMLButtonElement>("enter").disabled = true;
      this.tell("Entering the realm…");
      enter(name || "Wanderer", this.classes.chosen);
    });
    by<HTMLButtonElement>("enter").disabled = true;
    void this.classes.load(settings.now.heroClass).then(() => (by<HTMLButtonElement>("enter").disabled = false));
    this.input.focus();
    this.input.select();
    this.animate();
  }

  get open(): boolean {
    return !this.screen.hidden;
  }

  close(): void {
    this.screen.hidden = true;
    this.backdrop.close();
    this.input.blur();
  }

  tell(text: string): void {
    by("gate-status").textContent = text;
  }

  private animate(): void {
    if (!this.open) {
      return;
    }
    const now = performance.now();
    const name = clean(this.input.value) || "Wanderer";
    this.classes.draw(name, now, this.settings.now.calm);
    if (!this.canvas.hidden) {
      this.draw(name, now);
    }
    requestAnimationFrame(() => this.animate());
  }

  private draw(name: string, now: number): void {
    const ratio = Math.min(2, devicePixelRatio || 1);
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    const ctx = this.canvas.getContext("2d") as Ctx;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    const size = Math.min(2, width / 330, height / 60);
    PARADE.forEach((kind, index) => {
      ctx.save();
      ctx.translate(width * (0.12 + index * 0.19), height - 14);
      ctx.scale(size, size);
      drawCreature(ctx, kind, this.pose(kind === "hero", index, now), kind === "hero" ? 0 : Math.PI, plainDress(name, ""));
      ctx.restore();
    });
  }

  private pose(hero: boolean, index: number, now: number): Pose {
    const { calm } = this.settings.now;
    const beat = calm ? -1 : (now / 1000 + index * 0.9) % 4.4;
    const swing = beat > 0 && beat < 0.35 && (hero || index % 2 === 1) ? beat / 0.35 : 0;
    return { ...STILL, time: calm ? 0.5 : now / 1000 + index, tint: (index * 0.31) % 1, swing };
  }
}

/** What the server takes for a name. */
export function clean(name: string): string {
  return [...name.replace(/\p{C}/gu, "").trim()].slice(0, LONGEST).join("").trim();
}
