import assert from "node:assert/strict";
import { test } from "node:test";
import { Hero } from "../src/game/actors.ts";
import { type Chances, type Deeds, FIRST_STEPS, advise } from "../src/game/guide.ts";
import { type Haunt, hauntsOf, nextHaunt, windTo } from "../src/game/haunts.ts";
import type { PlayerState } from "../src/net/protocol.ts";
import { zoneOf } from "./zones.ts";

const NAMES = { slime: { name: "Slime", level: 1 }, goblin: { name: "Goblin", level: 2 } };
const haunt = (monster: string, level: number, x: number, y: number): Haunt => ({ monster, name: monster, level, x, y, area: "" });
const HAUNTS = [haunt("slime", 1, 0, 20), haunt("slime", 1, 0, 9), haunt("goblin", 2, 9, 0), haunt("wolf", 4, -9, 0)];
const NOTHING: Deeds = { walked: 0, found: false, kills: 0, skills: 0, picked: 0, bagOpened: false };
const ALL: Deeds = { walked: 9, found: true, kills: 1, skills: 1, picked: 1, bagOpened: true };

function hero(level: number): Hero {
  const me = new Hero("s", { id: 1, name: "Ada" } as PlayerState);
  me.level = level;
  return me;
}

function chances(some: Partial<Chances> = {}): Chances {
  return { haunts: HAUNTS, drop: undefined, wearable: false, touched: false, ...some };
}

test("haunts are the middles of spawn areas, with the kind's name and level; unknown kinds have none", () => {
  const haunts = hauntsOf(zoneOf("....", "....", "....", "...."), NAMES);
  assert.deepEqual(haunts, [{ x: 2, y: 1, area: "Field", monster: "slime", name: "Slime", level: 1 }]);
});

test("the next haunt is the nearest of the strongest kind one is a match for", () => {
  const from = { x: 0, y: 0 };
  assert.deepEqual([1, 2, 3, 4, 9].map((level) => nextHaunt(HAUNTS, level, from)?.monster), ["slime", "goblin", "goblin", "wolf", "wolf"]);
  assert.equal(nextHaunt(HAUNTS, 1, from)?.y, 9);
  assert.equal(nextHaunt([haunt("wolf", 4, 1, 1)], 1, from)?.monster, "wolf", "the weakest there is, where all are stronger");
  assert.equal(nextHaunt([], 1, from), undefined);
});

test("winds are told by eighths", () => {
  const from = { x: 0, y: 0 };
  assert.deepEqual(
    [[5, 0], [5, 5], [0, 5], [-5, 5], [-5, 0], [-5, -5], [0, -5], [5, -5]].map(([x, y]) => windTo(from, { x: x as number, y: y as number })),
    ["east", "south-east", "south", "south-west", "west", "north-west", "north", "north-east"],
  );
});

test("a newcomer is led step by step, each step once", () => {
  const told = [NOTHING, { ...NOTHING, walked: 4 }, { ...ALL, kills: 0, skills: 0, picked: 0, bagOpened: false }, { ...ALL, skills: 0, picked: 0, bagOpened: false },
    { ...ALL, picked: 0, bagOpened: false }, { ...ALL, bagOpened: false }, ALL].map((deeds) => advise(0, deeds, hero(1), chances()));
  assert.deepEqual(told.map((each) => each.step), [1, 2, 3, 4, 5, 6, 0]);
  assert.equal(new Set(told.map((each) => each.title)).size, told.length);
  assert.equal(advise(3, NOTHING, hero(1), chances()).step, 4, "steps done on an earlier day are not told again");
});

test("the arrow leads to the weakest monsters first, to what was dropped, and at last to a match", () => {
  assert.deepEqual(advise(1, NOTHING, hero(1), chances()).to, HAUNTS[1]);
  assert.deepEqual(advise(4, NOTHING, hero(1), chances({ drop: { x: 3, y: 4 } })).to, { x: 3, y: 4 });
  assert.deepEqual(advise(FIRST_STEPS, ALL, hero(2), chances()).to, HAUNTS[2]);
  assert.equal(advise(FIRST_STEPS, ALL, hero(2), chances({ haunts: [] })).to, undefined);
});

test("fingers are told of fingers, keys of keys", () => {
  for (let from = 0; from < FIRST_STEPS; from++) {
    assert.doesNotMatch(advise(from, NOTHING, hero(1), chances({ touched: true, drop: { x: 0, y: 0 } })).text, /press|key|click|space/i);
    assert.doesNotMatch(advise(from, NOTHING, hero(1), chances({ drop: { x: 0, y: 0 } })).text, /tap|stick|finger/i);
  }
});
