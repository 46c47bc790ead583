// Short news in the middle of the screen.
import { rarity } from "../draw/rarity.ts";
import { by, make } from "./dom.ts";

export type Tone = "plain" | "good" | "bad" | "swap" | "grand-news" | "place";

const MOST = 4;
const MILLIS = 3600;

export class Toasts {
  private last = { text: "", at: 0 };

  show(text: string, tone: Tone = "plain", rare?: number | string): void {
    const now = performance.now();
    if (text === this.last.text && now - this.last.at < 1500) {
      return;
    }
    this.last = { text, at: now };
    const list = by("toasts");
    const toast = make("div", `toast ${tone}`, text);
    if (rare !== undefined) {
      toast.style.setProperty("--tone", rarity(rare).colour);
      toast.classList.add("loot");
    }
    list.append(toast);
    while (list.children.length > MOST) {
      list.firstElementChild?.remove();
    }
    setTimeout(() => toast.remove(), tone === "swap" ? MILLIS * 1.8 : MILLIS);
  }
}
