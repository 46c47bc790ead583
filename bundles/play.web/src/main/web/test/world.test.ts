import assert from "node:assert/strict";
import { test } from "node:test";
import { World } from "../src/game/world.ts";
import type { MonsterState, PlayerState, RealmState } from "../src/net/protocol.ts";

const ADA: PlayerState = {
  id: 1, name: "Ada", x: 5, y: 5, facing: 0, hp: 100, maxHp: 100, mana: 50, maxMana: 60, level: 1, xp: 0, gold: 0, castTicks: 0, seq: 0, away: false,
};
const GOBLIN: MonsterState = { kind: "goblin", x: 7, y: 5, facing: 0, hp: 60, maxHp: 60, level: 2, state: 1, target: 0, castTicks: 0 };

function state(monsters: Record<string, MonsterState>): RealmState {
  return {
    zone: "meadow", tickMillis: 50, versions: new Map([["monsters", "1.0.0"]]), players: new Map([["me", ADA]]),
    monsters: new Map(Object.entries(monsters)), drops: new Map([["9", { item: "gold", quantity: 3, x: 6, y: 6, rarity: 0 }]]),
  };
}

function world(): World {
  return new World("me", (kind) => kind.toUpperCase());
}

test("what the state holds is shown", () => {
  const seen = world();
  seen.sync(state({ "10": GOBLIN }), 0);
  assert.equal(seen.me?.name, "Ada");
  assert.equal(seen.actor(10)?.name, "GOBLIN");
  assert.equal(seen.drops.get("9")?.quantity, 3);
  assert.equal(seen.versions.get("monsters"), "1.0.0");
});

test("what left the view is forgotten, and fades as a ghost", () => {
  const seen = world();
  seen.sync(state({ "10": GOBLIN }), 0);
  seen.sync(state({}), 50);
  assert.equal(seen.actor(10), undefined);
  assert.equal(seen.ghosts.length, 1);
  seen.animate(2000, 0.016);
  assert.equal(seen.ghosts.length, 0);
});

test("a monster is dead by its state of mind or by its hit points", () => {
  const seen = world();
  seen.sync(state({ "10": GOBLIN, "11": { ...GOBLIN, state: 6 } }), 0);
  assert.equal(seen.actor(10)?.dead, false);
  assert.equal(seen.actor(11)?.dead, true);
  seen.sync(state({ "10": { ...GOBLIN, hp: 0 } }), 50);
  assert.equal(seen.actor(10)?.dead, true);
  assert.equal(seen.actor(10)?.diedAt, 50);
});

test("the beginning of a cast is remembered", () => {
  const seen = world();
  seen.sync(state({ "10": GOBLIN }), 0);
  seen.sync(state({ "10": { ...GOBLIN, cast: "bolt", castTicks: 8 } }), 50);
  seen.sync(state({ "10": { ...GOBLIN, cast: "bolt", castTicks: 8 } }), 100);
  assert.equal(seen.actor(10)?.castAt, 50);
});
