// The first screen: who are you?
import { Backdrop } from "./backdrop.ts";
import { Classes } from "./classes.ts";
import { by } from "./dom.ts";
import { Parade } from "./parade.ts";
import type { Settings } from "./settings.ts";

const LONGEST = 16;

export class Gate {
  private readonly screen = by("gate");
  private readonly input = by<HTMLInputElement>("name");
  private readonly parade = new Parade();
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
    this.parade.draw(now, this.settings.now.calm);
    requestAnimationFrame(() => this.animate());
  }
}

/** What the server takes for a name. */
export function clean(name: string): string {
  return [...name.replace(/\p{C}/gu, "").trim()].slice(0, LONGEST).join("").trim();
}
