// The two potions at hand.
import type { Inventory } from "../game/inventory.ts";
import { aboutItem } from "./about.ts";
import { by, make, mark, mute } from "./dom.ts";
import { itemIcon } from "./icons.ts";
import { tipOn } from "./tip.ts";

interface Flask {
  gives: "heal" | "mana";
  key: string;
  /** What is shown where there is none. */
  empty: string;
  what: string;
}

const FLASKS: readonly Flask[] = [
  { gives: "heal", key: "Q", empty: "minor_healing_potion", what: "healing potion" },
  { gives: "mana", key: "G", empty: "mana_potion", what: "mana potion" },
];

export class Potions {
  private readonly buttons = new Map<Flask, HTMLButtonElement>();
  private readonly shown = new Map<Flask, string>();

  constructor(
    private readonly inventory: Inventory,
    private readonly consume: (id: string) => void,
    private readonly say: (text: string) => void,
  ) {
    for (const flask of FLASKS) {
      const button = make("button", "slot potion");
      button.type = "button";
      button.id = `potion-${flask.gives}`;
      button.setAttribute("aria-keyshortcuts", flask.key);
      button.append(mute("key", flask.key), mute("count", "0"));
      button.addEventListener("click", () => this.drink(flask.gives));
      tipOn(button, () => this.about(flask));
      this.buttons.set(flask, button);
      by("potions").append(button);
    }
    this.rebuild();
  }

  /** Drinks the weakest that helps. */
  drink(gives: Flask["gives"]): void {
    const id = this.inventory.potion(gives);
    if (id === undefined) {
      this.say(`No ${gives === "heal" ? "healing" : "mana"} potion left.`);
    } else {
      this.consume(id);
    }
  }

  rebuild(): void {
    for (const [flask, button] of this.buttons) {
      const id = this.inventory.potion(flask.gives);
      const quantity = id === undefined ? 0 : (this.inventory.items.get(id) ?? 0);
      const shown = id ?? flask.empty;
      if (this.shown.get(flask) !== shown) {
        this.shown.set(flask, shown);
        button.querySelector("canvas")?.remove();
        button.prepend(itemIcon(shown, "potion", this.inventory.info(shown)?.rarity));
      }
      button.classList.toggle("dry", quantity === 0);
      mark(button.querySelector(".count") as HTMLElement, String(quantity));
      const name = id === undefined ? `No ${flask.what}` : (this.inventory.info(id)?.name ?? id);
      button.setAttribute("aria-label", `${name}, ${quantity} left, key ${flask.key}`);
    }
  }

  private about(flask: Flask): HTMLElement | undefined {
    const id = this.inventory.potion(flask.gives);
    return id === undefined ? undefined : aboutItem(id, this.inventory.info(id), undefined);
  }
}
