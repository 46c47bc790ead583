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
    if (text === this.last.text && now - this.last.at < MILLIS) {
      return;
    }
    this.last = { text, at: now };
    const list = by("toasts");
    if (tone === "plain" || tone === "bad") {
      // What cannot be done now is said once; a heap of it would hide the fight.
      list.querySelectorAll(".plain, .bad").forEach((each) => each.remove());
    }
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
