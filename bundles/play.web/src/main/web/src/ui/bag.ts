// Bag and equipment: what is carried and worn, moved by drag, by key and by touch.
import { rarity } from "../draw/rarity.ts";
import { type Inventory, SLOTS } from "../game/inventory.ts";
import type { Outbound } from "../net/protocol.ts";
import { aboutItem } from "./about.ts";
import { attribute, by, make, mute, title, touched } from "./dom.ts";
import { draggable } from "./drag.ts";
import { itemIcon } from "./icons.ts";
import { step } from "./stepping.ts";
import { Sheet } from "./sheet.ts";
import { hideTip, tipOn } from "./tip.ts";

/** What one can do with things. */
export type Deed = <T extends "equip" | "unequip" | "discard" | "consume">(type: T, payload: Outbound[T]) => void;

export class Bag {
  private readonly panel = by("bag");
  private readonly sheet: Sheet;
  private chosen = "";
  /** Where the chosen thing is worn; empty where it lies in the bag. */
  private chosenSlot = "";

  constructor(
    private readonly inventory: Inventory,
    private readonly act: Deed,
    opened: () => void,
  ) {
    const first = (): HTMLElement => this.panel.querySelector<HTMLElement>("#bag-items .item") ?? by("bag-close");
    this.sheet = new Sheet("bag", first, (open) => {
      hideTip();
      if (open) {
        opened();
      }
    });
    this.panel.addEventListener("keydown", (event) => this.key(event));
  }

  toggle(open = !this.open): void {
    this.sheet.toggle(open);
  }

  get open(): boolean {
    return this.sheet.open;
  }

  rebuild(): void {
    const active = document.activeElement as HTMLElement | null;
    const kept = active?.closest("#bag .slot") === null ? undefined : { item: active?.dataset["item"], slot: active?.dataset["slot"] };
    const slots = this.inventory.sorted().map(({ item, quantity }) => this.carried(item, quantity));
    while (slots.length < this.inventory.places) {
      const empty = make("span", "slot empty");
      empty.setAttribute("aria-hidden", "true");
      slots.push(empty);
    }
    by("bag-items").replaceChildren(...slots);
    by("slots").replaceChildren(...SLOTS.map((slot) => this.worn(slot)));
    by("attributes").replaceChildren(...[...this.inventory.attributes].map(([name, value]) => {
      const row = make("div", "");
      row.append(make("dt", "", attribute(name)), make("dd", "", String(Math.round(value * 10) / 10)));
      return row;
    }));
    this.refocus(kept);
    this.describe();
  }

  private refocus(kept: { item: string | undefined; slot: string | undefined } | undefined): void {
    if (kept !== undefined && this.open) {
      const again = kept.slot === undefined ? `[data-item="${CSS.escape(kept.item ?? "")}"]` : `[data-slot="${kept.slot}"]`;
      (this.panel.querySelector<HTMLElement>(`${again}.slot`) ?? this.panel.querySelector<HTMLElement>(".slot.item") ?? by("bag-close")).focus();
    }
  }

  private carried(id: string, quantity: number): HTMLElement {
    const slot = this.picture(id);
    const unfit = this.inventory.unfit(id);
    const name = this.inventory.info(id)?.name ?? title(id);
    slot.setAttribute("aria-label", `${name}${quantity > 1 ? `, ${quantity}` : ""}, ${rarity(this.inventory.info(id)?.rarity).name} ${this.inventory.kind(id)}${unfit ? ", not for you yet" : ""}`);
    slot.classList.toggle("unfit", unfit);
    slot.append(mute("count", quantity > 1 ? short(quantity) : ""));
    this.onChoice(slot, id, "", () => this.use(id));
    tipOn(slot, () => (touched() || this.told(id, "") ? undefined : this.about(id)));
    draggable(slot, {
      takes: (over) => this.slotUnder(over, id),
      falls: outside,
      picture: () => itemIcon(id, this.inventory.kind(id), this.inventory.info(id)?.rarity),
      drop: (over) => {
        if (this.slotUnder(over, id) !== undefined) {
          this.use(id);
        } else if (outside(over)) {
          this.discard(id, quantity);
        }
      },
    });
    return slot;
  }

  private worn(name: string): HTMLElement {
    const id = this.inventory.equipment.get(name);
    if (id === undefined) {
      const empty = make("span", "slot empty");
      empty.dataset["slot"] = name;
      empty.append(itemIcon(`empty ${name}`, name, undefined));
      empty.title = `${title(name)}: nothing`;
      return empty;
    }
    const slot = this.picture(id);
    slot.dataset["slot"] = name;
    slot.setAttribute("aria-label", `${title(name)}: ${this.inventory.info(id)?.name ?? id}`);
    this.onChoice(slot, id, name, () => this.act("unequip", { slot: name }));
    tipOn(slot, () => (touched() || this.told(id, name) ? undefined : aboutItem(id, this.inventory.info(id), undefined)));
    draggable(slot, {
      takes: (over) => over?.closest<HTMLElement>("#bag-items") ?? undefined,
      falls: () => false,
      picture: () => itemIcon(id, this.inventory.kind(id), this.inventory.info(id)?.rarity),
      drop: (over) => over?.closest("#bag-items") && this.act("unequip", { slot: name }),
    });
    return slot;
  }

  private picture(id: string): HTMLButtonElement {
    const slot = make("button", "slot item");
    slot.type = "button";
    slot.dataset["item"] = id;
    slot.style.setProperty("--tone", rarity(this.inventory.info(id)?.rarity).colour);
    slot.append(itemIcon(id, this.inventory.kind(id), this.inventory.info(id)?.rarity));
    return slot;
  }

  /** A click chooses; a double click, the right button and the Enter key use. */
  private onChoice(button: HTMLElement, id: string, slot: string, use: () => void): void {
    button.addEventListener("click", (event) => (event.detail === 1 ? this.choose(id, slot) : use()));
    button.addEventListener("focus", () => this.choose(id, slot));
    button.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      use();
    });
  }

  private slotUnder(over: Element | null, id: string): HTMLElement | undefined {
    const wanted = this.inventory.slotOf(id);
    const under = over?.closest<HTMLElement>("#slots .slot, #doll");
    return wanted !== undefined && (under?.id === "doll" || under?.dataset["slot"] === wanted) ? (under ?? undefined) : undefined;
  }

  private use(id: string): void {
    const slot = this.inventory.slotOf(id);
    if (slot !== undefined) {
      this.act("equip", { item: id, slot });
    } else if (this.inventory.kind(id) === "potion") {
      this.act("consume", { item: id });
    }
    this.choose(id);
  }

  private discard(id: string, quantity: number): void {
    this.act("discard", { item: id, quantity });
  }

  private choose(id: string, slot = ""): void {
    this.chosen = id;
    this.chosenSlot = slot;
    this.describe();
  }

  /** Whether the panel tells of it already. */
  private told(id: string, slot: string): boolean {
    return this.chosen === id && this.chosenSlot === slot;
  }

  /** Tells about the chosen thing, with buttons for what can be done with it. */
  private describe(): void {
    const id = this.chosen;
    const quantity = this.inventory.items.get(id) ?? 0;
    const panel = by("bag-about");
    const worn = this.chosenSlot;
    if (worn !== "" && this.inventory.equipment.get(worn) === id) {
      const off = make("div", "deeds");
      off.append(this.deed("Take off", "Enter", () => this.act("unequip", { slot: worn })));
      panel.replaceChildren(aboutItem(id, this.inventory.info(id), undefined), off);
      return;
    }
    if (quantity === 0) {
      panel.replaceChildren(make("p", "", "What monsters drop ends up here. Drag things onto your hero to wear them, or out of the bag to drop them."));
      return;
    }
    const deeds = make("div", "deeds");
    const slot = this.inventory.slotOf(id);
    if (slot !== undefined) {
      deeds.append(this.deed("Wear", "Enter", () => this.use(id), this.inventory.unfit(id)));
    } else if (this.inventory.kind(id) === "potion") {
      deeds.append(this.deed("Drink", "Enter", () => this.use(id), this.inventory.unfit(id)));
    }
    deeds.append(this.deed("Drop", "X", () => this.discard(id, 1)));
    if (quantity > 1) {
      deeds.append(this.deed("Drop all", "Shift X", () => this.discard(id, quantity)));
    }
    panel.replaceChildren(this.about(id), deeds);
  }

  private about(id: string): HTMLElement {
    return aboutItem(id, this.inventory.info(id), this.inventory.wornInstead(id), this.inventory.unfit(id));
  }

  private deed(name: string, key: string, act: () => void, disabled = false): HTMLButtonElement {
    const button = Object.assign(make("button", "deed", `${name} `), { type: "button", disabled });
    button.append(make("kbd", "", key));
    button.addEventListener("click", act);
    return button;
  }

  private key(event: KeyboardEvent): void {
    const at = document.activeElement as HTMLElement | null;
    const id = at?.dataset["item"];
    if ((event.code === "KeyX" || event.code === "Delete") && id !== undefined && at?.dataset["slot"] === undefined) {
      this.discard(id, event.shiftKey ? (this.inventory.items.get(id) ?? 1) : 1);
    } else if (!step(this.panel, at, event.code)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

function outside(over: Element | null): boolean {
  return over?.id === "view" || over?.id === "stick";
}

function short(quantity: number): string {
  return quantity < 10_000 ? String(quantity) : `${Math.floor(quantity / 1000)}k`;
}
