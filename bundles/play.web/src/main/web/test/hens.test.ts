import assert from "node:assert/strict";
import { test } from "node:test";
import { type Hen, Hens } from "../src/draw/hens.ts";
import type { TiledMap } from "../src/game/tiled.ts";
import { Zone } from "../src/game/zone.ts";

const SIZE = 40;
const ALL = { left: 0, top: 0, right: SIZE, bottom: SIZE };

/** Grass with a wall around, safe in its western half. */
function field(): Zone {
  const rim = (i: number): boolean => i < SIZE || i >= SIZE * (SIZE - 1) || i % SIZE === 0 || i % SIZE === SIZE - 1;
  const map: TiledMap = {
    width: SIZE, height: SIZE, tilewidth: 32,
    layers: [
      { name: "ground", type: "tilelayer", data: Array.from({ length: SIZE * SIZE }, () => 1) },
      { name: "objects", type: "tilelayer", data: Array.from({ length: SIZE * SIZE }, (_, i) => (rim(i) ? 2 : 0)) },
      { name: "places", type: "objectgroup", objects: [{ name: "village", type: "safe", x: 0, y: 0, width: 32 * 20, height: 32 * SIZE }] },
    ],
    tilesets: [{ firstgid: 1, tiles: [{ id: 0, type: "grass" }, { id: 1, type: "wall", properties: [{ name: "blocked", value: true }] }] }],
  };
  return new Zone("field", map);
}

function seen(hens: Hens, now: number, dark = 0): Hen[] {
  const all: Hen[] = [];
  hens.within(ALL, now, dark, (hen) => all.push(hen));
  return all;
}

test("hens scratch about on free and safe ground only", () => {
  const zone = field();
  const hens = new Hens(zone);
  assert.ok(seen(hens, 0).length > 3);
  for (let now = 0; now < 60_000; now += 500) {
    for (const hen of seen(hens, now)) {
      assert.ok(!zone.blocked(Math.floor(hen.x), Math.floor(hen.y)) && zone.safeAt(hen.x, hen.y), `at ${hen.x}, ${hen.y}`);
    }
  }
});

test("hens go without a leap, and roost in the dark", () => {
  const hens = new Hens(field());
  for (let now = 0; now < 20_000; now += 50) {
    const before = seen(hens, now);
    seen(hens, now + 50).forEach((hen, index) => assert.ok(Math.hypot(hen.x - before[index]!.x, hen.y - before[index]!.y) < 0.2));
  }
  assert.deepEqual(seen(hens, 0, 0.6), []);
});
