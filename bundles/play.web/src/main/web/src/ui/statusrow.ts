// A row of buffs and debuffs with the time they have left.
import { type Status, saidOf, secondsLeft, shortTime, wordOf } from "../game/status.ts";
import { make, tune, write } from "./dom.ts";
import { statusIcon } from "./skillicons.ts";

interface Shown {
  element: HTMLElement;
  /** The longest time seen, which the ring around the picture counts as whole. */
  longest: number;
}

export class StatusRow {
  private readonly shown = new Map<string, Shown>();

  constructor(
    private readonly list: HTMLElement,
    private readonly nameOf: (skill: string) => string,
    private readonly attributeOf: (status: string) => string,
  ) {}

  update(statuses: readonly Status[], tick: number, tickMillis: number): void {
    const current = new Set<string>();
    statuses.forEach((status, index) => {
      current.add(status.id);
      const seconds = secondsLeft(status, tick, tickMillis);
      const each = this.shown.get(status.id) ?? this.add(status);
      each.longest = Math.max(each.longest, seconds);
      tune(each.element, "--left", (each.longest > 0 ? seconds / each.longest : 0).toFixed(2));
      write(each.element.children[1] as HTMLElement, status.stacks > 1 ? String(status.stacks) : "");
      write(each.element.children[2] as HTMLElement, shortTime(seconds));
      if (this.list.children[index] !== each.element) {
        this.list.insertBefore(each.element, this.list.children[index] ?? null);
      }
    });
    for (const [id, each] of this.shown) {
      if (!current.has(id)) {
        each.element.remove();
        this.shown.delete(id);
      }
    }
  }

  private add(status: Status): Shown {
    const word = wordOf(status.kind);
    const element = make("li", `status ${word.good ? "boon" : "bane"}`);
    element.dataset["status"] = status.id;
    element.style.setProperty("--tone", word.colour);
    const attribute = this.attributeOf(status.id);
    element.title = `${this.nameOf(status.skill)}: ${saidOf(status.kind, attribute).toLowerCase()}`;
    element.setAttribute("aria-label", element.title);
    element.append(statusIcon(status.skill, status.kind, attribute), make("b", ""), make("span", ""));
    const shown = { element, longest: 0 };
    this.shown.set(status.id, shown);
    return shown;
  }
}
