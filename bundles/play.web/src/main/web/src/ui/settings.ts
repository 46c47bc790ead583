import { by } from "./dom.ts";

const KEY = "hotrealm.settings";

interface Kept {
  name: string;
  heroClass: string;
  muted: boolean;
  /** 0 to 1. */
  volume: number;
  calm: boolean;
  /** Colours that the colour blind tell apart. */
  safe: boolean;
  hints: boolean;
  /** Size of text as a factor. */
  text: number;
  light: "auto" | "high" | "low";
  /** Whether it is told what to do next. */
  guided: boolean;
  /** How many of the first steps are done. */
  firstSteps: number;
  /** The operator's password, or the empty text. */
  operator: string;
}

/** What the player chose, kept in the browser. */
export class Settings {
  private kept: Kept;
  private readonly listeners: (() => void)[] = [];

  constructor() {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.kept = { name: "", heroClass: "", muted: false, volume: 0.7, calm, safe: false, hints: true, text: 1, light: "auto", guided: true, firstSteps: 0, operator: "", ...read() };
  }

  get now(): Readonly<Kept> {
    return this.kept;
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
    this.toggle("set-sound", () => !this.kept.muted, (on) => ({ muted: !on }));
    this.toggle("set-calm", () => this.kept.calm, (on) => ({ calm: on }));
    this.toggle("set-safe", () => this.kept.safe, (on) => ({ safe: on }));
    this.toggle("set-hints", () => this.kept.hints, (on) => ({ hints: on }));
    this.toggle("set-guided", () => this.kept.guided, (on) => ({ guided: on, ...(on ? { firstSteps: 0 } : {}) }));
    this.value("set-volume", () => String(Math.round(this.kept.volume * 100)), (value) => ({ volume: Number(value) / 100 }));
    this.value("set-text", () => String(this.kept.text), (value) => ({ text: Number(value) }));
    this.value("set-light", () => this.kept.light, (value) => ({ light: value as Kept["light"] }));
    this.value("set-operator", () => this.kept.operator, (value) => ({ operator: value }));
    this.onChange(() => this.apply());
  }

  private apply(): void {
    const { classList, style } = document.documentElement;
    classList.toggle("calm", this.kept.calm);
    classList.toggle("safe", this.kept.safe);
    classList.toggle("nohints", !this.kept.hints);
    style.setProperty("--text", String(this.kept.text));
    const button = by("mute");
    button.setAttribute("aria-pressed", String(this.kept.muted));
    button.setAttribute("aria-label", this.kept.muted ? "Turn sound on" : "Turn sound off");
    button.classList.toggle("off", this.kept.muted);
  }

  private toggle(id: string, is: () => boolean, change: (on: boolean) => Partial<Kept>): void {
    const box = by<HTMLInputElement>(id);
    box.addEventListener("change", () => this.change(change(box.checked)));
    this.onChange(() => (box.checked = is()));
  }

  private value(id: string, is: () => string, change: (value: string) => Partial<Kept>): void {
    const field = by<HTMLInputElement | HTMLSelectElement>(id);
    field.addEventListener("input", () => this.change(change(field.value)));
    this.onChange(() => (field.value = is()));
  }
}

function read(): Partial<Kept> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Kept>;
  } catch {
    return {};
  }
}
