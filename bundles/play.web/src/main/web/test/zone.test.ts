import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Zone } from "../src/game/zone.ts";
import { zoneOf } from "./zones.ts";

test("tiles are known by their type, or by their class", () => {
  const zone = zoneOf(".~", "#.");
  assert.equal(zone.groundAt(0, 0), "grass");
  assert.equal(zone.groundAt(1, 0), "water");
  assert.equal(zone.objectAt(0, 1), "wall");
  assert.equal(zone.objectAt(1, 1), "");
});

test("blocked tiles of any layer block, and so does all beyond the border", () => {
  const zone = zoneOf(".~", "#.");
  assert.deepEqual([zone.blocked(0, 0), zone.blocked(1, 0), zone.blocked(0, 1), zone.blocked(-1, 0), zone.blocked(0, 2)], [false, true, true, true, true]);
});

test("a body is blocked by a tile that its rim touches", () => {
  const zone = zoneOf("...", "..#", "...");
  assert.equal(zone.blockedFor(1.6, 1.5, 0.3), false);
  assert.equal(zone.blockedFor(1.75, 1.5, 0.3), true);
});

test("safe areas are read in tiles", () => {
  assert.deepEqual(zoneOf(".").safe, [{ name: "village", x: 1, y: 2, width: 3, height: 1 }]);
});

test("spawn areas and the start are read in tiles, and who is safe where", () => {
  const zone = zoneOf("....", "....", "....");
  assert.deepEqual(zone.spawns[0], { name: "slimes", x: 1, y: 0, width: 2, height: 2, monster: "slime" });
  assert.deepEqual(zone.start, { x: 1.5, y: 2.5 });
  assert.deepEqual([zone.safeAt(1.5, 2.5), zone.safeAt(0.5, 2.5)], [true, false]);
});

test("flipped tiles and layers in base64 are read", () => {
  const flipped = new Uint32Array([0x80000001]);
  const data = Buffer.from(flipped.buffer).toString("base64");
  const zone = new Zone("z", {
    width: 1, height: 1, tilewidth: 32, tilesets: [{ firstgid: 1, tiles: [{ id: 0, type: "sand" }] }],
    layers: [{ name: "ground", type: "tilelayer", data, encoding: "base64" }],
  });
  assert.equal(zone.groundAt(0, 0), "sand");
});

test("a compressed layer is refused with advice", () => {
  const layer = { name: "ground", type: "tilelayer", data: "eJw=", encoding: "base64", compression: "zlib" };
  assert.throws(() => new Zone("z", { width: 1, height: 1, tilewidth: 32, tilesets: [], layers: [layer] }), /ground.*uncompressed/);
});

test("walls that were drawn into the ground stand on what lies beside them", () => {
  const tile = (id: number, type: string, blocked: boolean) => ({ id, type, properties: [{ name: "blocked", value: blocked }] });
  const zone = new Zone("cellar", {
    width: 4, height: 3, tilewidth: 32,
    layers: [{ name: "ground", type: "tilelayer", data: [2, 2, 2, 2, 2, 1, 1, 3, 2, 2, 2, 2] }],
    tilesets: [{ firstgid: 1, tiles: [tile(0, "floor", false), tile(1, "wall", true), tile(2, "water", true)] }],
  });
  assert.deepEqual([zone.objectAt(0, 1), zone.objectAt(1, 1), zone.objectAt(3, 1)], ["wall", "", ""]);
  assert.deepEqual([zone.groundAt(0, 1), zone.groundAt(1, 1), zone.groundAt(3, 1)], ["floor", "floor", "water"]);
  assert.ok(zone.blocked(0, 1) && zone.blocked(3, 1) && !zone.blocked(1, 1));
});

test("rectangles of the layer collision block the tiles whose middles they cover, in a group too", () => {
  const walls = { name: "collision", type: "objectgroup", objects: [{ name: "", x: 40, y: 64, width: 60, height: 32 }] };
  const zone = new Zone("walls", { width: 4, height: 4, tilewidth: 32, tilesets: [], layers: [{ name: "more", type: "group", layers: [walls] }] });
  assert.deepEqual([1, 2, 3].map((x) => zone.blocked(x, 2)), [true, true, false]);
  assert.deepEqual([1, 3].map((y) => zone.blocked(1, y)), [false, false]);
});

test("what the shapes of Tiled block is what they block on the server", () => {
  const map = JSON.parse(readFileSync("../../../../content.files/src/test/resources/zones/shapes.json", "utf8"));
  const zone = new Zone("shapes", map);
  const rows = Array.from({ length: zone.height }, (_, y) => Array.from({ length: zone.width }, (_, x) => (zone.blocked(x, y) ? "#" : ".")).join(""));
  assert.deepEqual(rows, map.properties[0].value.split("\n"));
  assert.equal(zone.objectAt(1, 1), "tree");
});

test("a wall that blocks by its collision shape stands on the ground beside it, too", () => {
  const whole = { objects: [{ x: 0, y: 0, width: 32, height: 32 }] };
  const zone = new Zone("cellar", {
    width: 2, height: 1, tilewidth: 32, layers: [{ name: "ground", type: "tilelayer", data: [1, 2] }],
    tilesets: [{ firstgid: 1, tiles: [{ id: 0, type: "floor" }, { id: 1, type: "wall", objectgroup: whole }] }],
  });
  assert.deepEqual([zone.objectAt(1, 0), zone.groundAt(1, 0), zone.blocked(1, 0)], ["wall", "floor", true]);
});
