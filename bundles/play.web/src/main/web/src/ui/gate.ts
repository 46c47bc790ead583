// The first screen: who are you?
import { drawCreature } from "../draw/creature.ts";
import { lookOf } from "../draw/hero.ts";
import { type Ctx, hash } from "../draw/pen.ts";
import type { Pose } from "../draw/pose.ts";
import { Backdrop } from "./backdrop.ts";
import { by } from "./dom.ts";
import type { Settings } from "./settings.ts";

const LONGEST = 16;
const PARADE = ["hero", "slime", "goblin", "wolf", "skeleton"] as const;

export class Gate {
  private readonly screen = by("gate");
  private readonly input = by<HTMLInputElement>("name");
  private readonly canvas = by<HTMLCanvasElement>("parade");
  private readonly backdrop = new Backdrop();

  constructor(
    private readonly settings: Settings,
    enter: (name: string) => void,
  ) {
    this.input.value = settings.name;
    by<HTMLFormElement>("gate-form").addEventListener("submit", (event) => {
      event.preventDefault();
      const name = clean(this.input.value);
      settings.change({ name });
      by<HTMLButtonElement>("enter").disabled = true;
      by("gate-status").textContent = "Entering the realm…";
      enter(name || "Wanderer");
    });
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
    this.draw(performance.now());
    requestAnimationFrame(() => this.animate());
  }

  private draw(now: number): void {
    const ratio = Math.min(2, devicePixelRatio || 1);
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    if (this.canvas.width !== Math.round(width * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
    }
    const ctx = this.canvas.getContext("2d") as Ctx;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, width, height);
    const size = Math.min(2, width / 330);
    const look = lookOf(hash(clean(this.input.value) || "Wanderer"));
    PARADE.forEach((kind, index) => {
      ctx.save();
      ctx.translate(width * (0.12 + index * 0.19), height - 16);
      ctx.scale(size, size);
      drawCreature(ctx, kind, this.pose(kind === "hero", index, now), kind === "hero" ? 0 : Math.PI, look);
      ctx.restore();
    });
  }

  private pose(hero: boolean, index: number, now: number): Pose {
    const beat = this.settings.calm ? -1 : (now / 1000 + index * 0.9) % 4.4;
    return {
      time: this.settings.calm ? 0.5 : now / 1000 + index, step: 0, stride: 0, cast: 0, hurt: 0, fallen: 0, back: false, tint: (index * 0.31) % 1,
      swing: beat > 0 && beat < 0.35 && (hero || index % 2 === 1) ? beat / 0.35 : 0,
    };
  }
}

/** What the server takes for a name. */
export function clean(name: string): string {
  return [...name.replace(/\p{C}/gu, "").trim()].slice(0, LONGEST).join("").trim();
}
