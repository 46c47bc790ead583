import assert from "node:assert/strict";
import { test } from "node:test";
import { Inventory } from "../src/game/inventory.ts";
import type { ItemInfo } from "../src/net/protocol.ts";

const ITEMS: Record<string, ItemInfo> = {
  cleaver: { name: "Cleaver", kind: "weapon", rarity: 1, slot: "weapon", attributes: { power: 5 } },
  brand: { name: "Brand", kind: "weapon", rarity: 3, slot: "weapon", attributes: { power: 15 } },
  draught: { name: "Draught", kind: "potion", rarity: 1, attributes: { heal: 90 } },
  sip: { name: "Sip", kind: "potion", rarity: 0, attributes: { heal: 40 } },
  ether: { name: "Ether", kind: "potion", rarity: 0, attributes: { mana: 40 } },
  ear: { name: "Ear", kind: "material", rarity: 0 },
  gold: { name: "Gold", kind: "gold", rarity: 0 },
};

function carrying(items: Record<string, number>, equipment: Record<string, string> = {}): Inventory {
  const inventory = new Inventory(() => ITEMS);
  inventory.take({ items, equipment, attributes: { power: 12 } });
  return inventory;
}

test("the best comes first, stack by stack, and gold is none of it", () => {
  const inventory = new Inventory(() => ITEMS);
  inventory.take({
    items: { ear: 60, brand: 1, sip: 2, gold: 9 }, slots: 24,
    bag: [{ id: 1, item: "ear", quantity: 50 }, { id: 2, item: "ear", quantity: 10 }, { id: 3, item: "sip", quantity: 2 }, { id: 4, item: "brand", quantity: 1 }],
  });
  assert.deepEqual(inventory.sorted().map((each) => [each.item, each.quantity]), [["brand", 1], ["sip", 2], ["ear", 50], ["ear", 10]]);
  assert.equal(inventory.places, 24);
});

test("a thing is compared with what is worn in its place", () => {
  const inventory = carrying({ brand: 1, ear: 1 }, { weapon: "cleaver" });
  assert.equal(inventory.slotOf("brand"), "weapon");
  assert.equal(inventory.wornInstead("brand")?.name, "Cleaver");
  assert.equal(inventory.slotOf("ear"), undefined);
  assert.equal(inventory.wornInstead("ear"), undefined);
});

test("the weakest potion that helps is at hand", () => {
  const inventory = carrying({ draught: 1, sip: 3, ether: 1 });
  assert.deepEqual([inventory.potion("heal"), inventory.potion("mana")], ["sip", "ether"]);
  assert.equal(carrying({ ear: 1 }).potion("heal"), undefined);
});

test("what is gone after an update is gone", () => {
  const inventory = carrying({ sip: 1 }, { weapon: "cleaver" });
  inventory.take({ items: {} });
  assert.deepEqual([inventory.items.size, inventory.equipment.size, inventory.attributes.size], [0, 0, 0]);
});

test("what asks for a higher level or another class is not for the hero yet", () => {
  const asks: Record<string, ItemInfo> = {
    blade: { name: "Blade", kind: "weapon", rarity: 2, slot: "weapon", level: 4, classes: ["warrior"] },
    ring: { name: "Ring", kind: "trinket", rarity: 0, slot: "trinket", level: 1, classes: [] },
  };
  const unfit = (level: number, heroClass: string) => ["blade", "ring"].map((id) => new Inventory(() => asks, () => ({ level, heroClass })).unfit(id));
  assert.deepEqual([unfit(3, "warrior"), unfit(4, "warrior"), unfit(9, "mage")], [[true, false], [false, false], [true, false]]);
  assert.equal(new Inventory(() => asks).unfit("blade"), false, "before the hero is there nothing is said");
});
