// What the own hero carries and wears, as the server said last.
import type { Carried, ItemInfo } from "../net/protocol.ts";

export const SLOTS = ["weapon", "armour", "trinket"] as const;

export class Inventory {
  readonly items = new Map<string, number>();
  readonly equipment = new Map<string, string>();
  readonly attributes = new Map<string, number>();
  /** How many stacks the bag holds. */
  places = 20;
  private stacks: readonly { item: string; quantity: number }[] = [];

  constructor(
    private readonly infos: () => Record<string, ItemInfo> | undefined,
    private readonly wearer: () => { level: number; heroClass: string } | undefined = () => undefined,
  ) {}

  take(carried: Carried): void {
    fill(this.items, carried.items, (quantity) => quantity > 0);
    fill(this.equipment, carried.equipment ?? {}, (item) => item !== "");
    fill(this.attributes, carried.attributes ?? {}, () => true);
    this.stacks = carried.bag ?? [...this.items].map(([item, quantity]) => ({ item, quantity }));
    this.places = carried.slots ?? this.places;
  }

  info(id: string): ItemInfo | undefined {
    return this.infos()?.[id];
  }

  kind(id: string): string {
    return (this.info(id)?.kind ?? "material").toLowerCase();
  }

  /** Where an item is worn, or nothing. */
  slotOf(id: string): string | undefined {
    const slot = this.info(id)?.slot ?? this.kind(id);
    return (SLOTS as readonly string[]).includes(slot) ? slot : undefined;
  }

  /** Whether it asks for a higher level or another class. */
  unfit(id: string): boolean {
    const { level = 1, classes = [] } = this.info(id) ?? {};
    const wearer = this.wearer();
    return wearer !== undefined && (wearer.level < level || (classes.length > 0 && !classes.includes(wearer.heroClass)));
  }

  /** What is worn where this item would go. */
  wornInstead(id: string): ItemInfo | undefined {
    const slot = this.slotOf(id);
    const worn = slot === undefined ? undefined : this.equipment.get(slot);
    return worn === undefined || worn === id ? undefined : this.info(worn);
  }

  /** The weakest potion at hand that gives this. */
  potion(gives: "heal" | "mana"): string | undefined {
    const power = (id: string): number => this.info(id)?.attributes?.[gives] ?? (id.includes(gives) ? 1 : 0);
    const able = [...this.items.keys()].filter((id) => this.kind(id) === "potion" && power(id) > 0);
    return able.sort((a, b) => power(a) - power(b))[0];
  }

  /** Stack by stack, best first: what can be worn, what can be drunk, the rest. */
  sorted(): { item: string; quantity: number }[] {
    const rank = (id: string): number => (this.slotOf(id) !== undefined ? 20 : this.kind(id) === "potion" ? 10 : 0) + this.rarity(id);
    const shown = this.stacks.filter(({ item }) => this.kind(item) !== "gold");
    return shown.sort((a, b) => rank(b.item) - rank(a.item) || a.item.localeCompare(b.item) || b.quantity - a.quantity);
  }

  private rarity(id: string): number {
    const rare = this.info(id)?.rarity;
    return typeof rare === "number" ? rare : ["common", "uncommon", "rare", "epic", "legendary"].indexOf(String(rare).toLowerCase());
  }
}

function fill<V>(into: Map<string, V>, from: Record<string, V>, keep: (value: V) => boolean): void {
  into.clear();
  for (const [key, value] of Object.entries(from)) {
    if (keep(value)) {
      into.set(key, value);
    }
  }
}
