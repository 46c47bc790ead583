import type { Actor } from "../game/actors.ts";
import { Monster } from "../game/actors.ts";
import type { Explanation } from "../net/protocol.ts";
import type { Realm } from "../net/realm.ts";
import { by, make } from "./dom.ts";

const AGAIN_MILLIS = 300;
const SHOWN = 4;

/** Lets a monster explain itself: how it came to its state of mind, whom it fears, where it goes. */
export class Why {
  /** What was told last about the chosen monster. */
  told: Explanation | undefined;
  /** Operators alone are told; the server decides who is one. */
  private allowed = false;
  private open = false;
  private askedAt = 0;

  constructor() {
    by("why").addEventListener("click", () => this.toggle());
  }

  allow(allowed: boolean): void {
    this.allowed = allowed;
    document.documentElement.classList.toggle("operator", allowed);
    if (!allowed) {
      this.toggle(false);
    }
  }

  toggle(open = !this.open): void {
    if (open && !this.allowed) {
      return;
    }
    this.open = open;
    this.told = undefined;
    by("why").setAttribute("aria-expanded", String(open));
    by("reasons").hidden = !open;
    by("reasons").replaceChildren();
    document.documentElement.classList.toggle("asking", open);
  }

  update(realm: Realm | undefined, target: Actor | undefined, tickMillis: number, now: number): void {
    by("why").hidden = !(this.allowed && target instanceof Monster);
    if (!(target instanceof Monster)) {
      this.told = undefined;
      by("reasons").hidden = true;
      return;
    }
    by("reasons").hidden = !this.open;
    if (this.open && now - this.askedAt > AGAIN_MILLIS) {
      this.askedAt = now;
      realm?.explain(target.id).then(
        (told) => this.show(told, tickMillis),
        () => (this.told = undefined),
      );
    }
  }

  private show(told: Explanation, tickMillis: number): void {
    if (!this.open) {
      return;
    }
    this.told = told;
    const ago = (ticks: number): string => `${((ticks * tickMillis) / 1000).toFixed(0)} s ago`;
    const newest = [...told.transitions].sort((a, b) => a.ago - b.ago).slice(0, SHOWN);
    const rows = newest.map((each) => {
      const row = make("li", "", `${each.from} → ${each.to}`);
      row.append(make("small", "", `${each.reason}, ${ago(each.ago)}`));
      return row;
    });
    const list = make("ol", "");
    list.append(...rows);
    const threat = told.threat.map((each) => `${each.name || "somebody"} ${Math.round(each.amount)}`).join(", ");
    by("reasons").replaceChildren(list, make("p", "", threat === "" ? "It minds nobody." : `Threat: ${threat}`));
  }
}
