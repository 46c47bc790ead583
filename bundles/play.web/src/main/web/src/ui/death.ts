import { by, touched, write } from "./dom.ts";
import { Sheet } from "./sheet.ts";

/** Whoever did it. */
export interface Killer {
  name: string;
  level: number;
}

/** The screen between death and return. */
export class Death {
  private readonly screen = by("grave");
  private readonly button = by<HTMLButtonElement>("respawn");
  private until = 0;

  constructor(private readonly back: () => void) {
    this.button.addEventListener("click", () => this.respawn());
    addEventListener("keydown", (event) => this.stay(event), { capture: true });
  }

  get shown(): boolean {
    return !this.screen.hidden;
  }

  show(killer: Killer | undefined, solace: string, millis: number): void {
    if (killer !== undefined) {
      write(by("killer"), `Slain by ${killer.name}, level ${killer.level}.`);
      write(by("solace"), solace);
    }
    if (this.shown) {
      return;
    }
    if (killer === undefined) {
      write(by("killer"), "You have fallen.");
      write(by("solace"), solace);
    }
    this.until = performance.now() + millis;
    this.screen.hidden = false;
    document.documentElement.classList.add("fallen");
    this.update(performance.now());
  }

  hide(): void {
    this.screen.hidden = true;
    document.documentElement.classList.remove("fallen");
  }

  respawn(): void {
    if (this.shown && !this.button.disabled) {
      this.back();
    }
  }

  /** Tab leads nowhere else while one is dead. */
  private stay(event: KeyboardEvent): void {
    if (this.shown && event.code === "Tab" && !Sheet.any) {
      this.button.focus();
      event.preventDefault();
      event.stopPropagation();
    }
  }

  update(now: number): void {
    if (!this.shown) {
      return;
    }
    const left = Math.ceil((this.until - now) / 1000);
    const wasDisabled = this.button.disabled;
    this.button.disabled = left > 0;
    write(this.button, left > 0 ? `Return in ${left} s` : touched() ? "Return to the shrine" : "Return to the shrine (R)");
    if (wasDisabled && left <= 0) {
      this.button.focus();
    }
  }
}
