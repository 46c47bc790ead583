import { by } from "./dom.ts";

const KEY = "hotrealm.settings";

interface Kept {
  name: string;
  muted: boolean;
  calm: boolean;
}

/** What the player chose, kept in the browser. */
export class Settings {
  private kept: Kept;
  private readonly listeners: (() => void)[] = [];

  constructor() {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.kept = { name: "", muted: false, calm, ...read() };
  }

  get name(): string {
    return this.kept.name;
  }

  get muted(): boolean {
    return this.kept.muted;
  }

  get calm(): boolean {
    return this.kept.calm;
  }

  change(some: Partial<Kept>): void {
    this.kept = { ...this.kept, ...some };
    try {
      localStorage.setItem(KEY, JSON.stringify(this.kept));
    } catch {
      // A browser that keeps nothing plays all the same.
    }
    this.listeners.forEach((each) => each());
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
    listener();
  }

  /** Binds the panel's switches. */
  bind(): void {
    const sound = by<HTMLInputElement>("set-sound");
    const calm = by<HTMLInputElement>("set-calm");
    sound.addEventListener("change", () => this.change({ muted: !sound.checked }));
    calm.addEventListener("change", () => this.change({ calm: calm.checked }));
    this.onChange(() => {
      sound.checked = !this.muted;
      calm.checked = this.calm;
      document.documentElement.classList.toggle("calm", this.calm);
      const button = by("mute");
      button.setAttribute("aria-pressed", String(this.muted));
      button.setAttribute("aria-label", this.muted ? "Turn sound on" : "Turn sound off");
      button.classList.toggle("off", this.muted);
    });
  }
}

function read(): Partial<Kept> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Kept>;
  } catch {
    return {};
  }
}
