import { rarity } from "../draw/rarity.ts";
import type { ItemInfo } from "../net/protocol.ts";
import { by, make, write } from "./dom.ts";
import { itemIcon } from "./icons.ts";

const SLOTS = 20;

/** The inventory: what one carries, and the potion at hand. */
export class Bag {
  readonly items = new Map<string, number>();
  private readonly panel = by("bag");

  constructor(
    private readonly info: (id: string) => ItemInfo | undefined,
    private readonly consume: (id: string) => void,
    private readonly say: (text: string) => void,
  ) {
    by("potion").addEventListener("click", () => this.drink());
  }

  take(items: Record<string, number>): void {
    this.items.clear();
    for (const [id, quantity] of Object.entries(items)) {
      if (quantity > 0) {
        this.items.set(id, quantity);
      }
    }
    this.rebuild();
  }

  toggle(open = this.panel.hidden): void {
    this.panel.hidden = !open;
    by("bag-open").setAttribute("aria-expanded", String(open));
    if (open) {
      by("bag-close").focus();
    }
  }

  get open(): boolean {
    return !this.panel.hidden;
  }

  /** Drinks the potion at hand: the weakest that heals. */
  drink(): void {
    const potion = this.potion();
    if (potion === undefined) {
      this.say("No potion left.");
    } else {
      this.consume(potion);
    }
  }

  rebuild(): void {
    const grid = by("bag-items");
    const kept = grid.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["item"] : undefined;
    const slots = [...this.items].sort(([a], [b]) => this.order(b) - this.order(a)).map(([id, quantity]) => this.slot(id, quantity));
    while (slots.length < SLOTS) {
      const empty = make("span", "slot empty");
      empty.setAttribute("aria-hidden", "true");
      slots.push(empty);
    }
    grid.replaceChildren(...slots);
    if (kept !== undefined) {
      grid.querySelector<HTMLElement>(`[data-item="${CSS.escape(kept)}"]`)?.focus();
    }
    this.atHand();
  }

  private slot(id: string, quantity: number): HTMLElement {
    const info = this.info(id);
    const kind = (info?.kind ?? "material").toLowerCase();
    const usable = kind === "potion";
    const slot = make("button", "slot item");
    slot.type = "button";
    slot.dataset["item"] = id;
    slot.style.setProperty("--tone", rarity(info?.rarity).colour);
    const name = info?.name ?? id;
    const about = `${name}, ${rarity(info?.rarity).name} ${kind}${quantity > 1 ? `, ${quantity}` : ""}`;
    slot.title = usable ? `${about}. Click to drink.` : about;
    slot.setAttribute("aria-label", slot.title);
    slot.append(itemIcon(id, kind, info?.rarity), make("span", "count", quantity > 1 ? short(quantity) : ""));
    slot.addEventListener("click", () => (usable ? this.consume(id) : write(by("bag-about"), about)));
    slot.addEventListener("focus", () => write(by("bag-about"), about));
    slot.addEventListener("pointerenter", () => write(by("bag-about"), about));
    return slot;
  }

  private atHand(): void {
    const potion = this.potion();
    const button = by("potion");
    const quantity = potion === undefined ? 0 : (this.items.get(potion) ?? 0);
    button.classList.toggle("dry", quantity === 0);
    button.querySelector("canvas")?.remove();
    const shown = potion ?? "minor_healing_potion";
    button.prepend(itemIcon(shown, "potion", this.info(shown)?.rarity));
    write(button.querySelector(".count") as HTMLElement, String(quantity));
    const name = potion === undefined ? "No potion" : (this.info(potion)?.name ?? potion);
    button.title = name;
    button.setAttribute("aria-label", `${name}, ${quantity} left, key Q`);
  }

  private potion(): string | undefined {
    const potions = [...this.items.keys()].filter((id) => (this.info(id)?.kind ?? "").toLowerCase() === "potion");
    return potions.sort((a, b) => rank(a) - rank(b))[0];
  }

  private order(id: string): number {
    const info = this.info(id);
    const level = typeof info?.rarity === "number" ? info.rarity : ["common", "uncommon", "rare", "epic", "legendary"].indexOf(String(info?.rarity).toLowerCase());
    const worn = /weapon|armour/i.test(info?.kind ?? "") ? 10 : /potion/i.test(info?.kind ?? "") ? 5 : 0;
    return worn + level;
  }
}

function rank(id: string): number {
  return (id.includes("heal") ? 0 : 10) + (id.startsWith("minor") ? 0 : 1);
}

function short(quantity: number): string {
  return quantity < 10_000 ? String(quantity) : `${Math.floor(quantity / 1000)}k`;
}
