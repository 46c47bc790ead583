import assert from "node:assert/strict";
import { test } from "node:test";
import { findPath } from "../src/game/path.ts";
import { Predictor, walk } from "../src/game/predict.ts";
import { zoneOf } from "./zones.ts";

const OPEN = zoneOf(...Array.from({ length: 12 }, () => ".".repeat(12)));

test("a body slides along a wall", () => {
  const zone = zoneOf(".....", ".....", "..#..", ".....");
  const moved = walk(zone, { x: 1.65, y: 2.5 }, 0.2, 0.2, 0.3);
  assert.ok(Math.abs(moved.x - 1.6999) < 1e-9);
  assert.equal(moved.y, 2.7);
});

test("a path leads around water to the very point", () => {
  const zone = zoneOf(".....", ".~~~.", ".....");
  const path = findPath(zone, { x: 2.5, y: 0.5 }, { x: 2.4, y: 2.6 });
  assert.deepEqual(path.at(-1), { x: 2.4, y: 2.6 });
  assert.ok(path.every((point) => !zone.blocked(Math.floor(point.x), Math.floor(point.y))));
});

test("a path to what cannot be reached ends as near as one can come", () => {
  const zone = zoneOf("...~~", "...~.", "...~~");
  const end = findPath(zone, { x: 0.5, y: 1.5 }, { x: 4.5, y: 1.5 }).at(-1);
  assert.deepEqual(end, { x: 2.5, y: 1.5 });
});

test("a path never cuts a corner", () => {
  const zone = zoneOf("..", "#.");
  assert.deepEqual(findPath(zoneOf("..", ".."), { x: 0.5, y: 0.5 }, { x: 1.5, y: 1.5 }).length, 1);
  assert.equal(findPath(zone, { x: 0.5, y: 0.5 }, { x: 1.5, y: 1.5 }).length, 2);
});

test("the hero walks at once and the server's late word does not pull it back", () => {
  const predictor = new Predictor(OPEN, 4, 0.3);
  predictor.place(2, 5);
  predictor.wished(1, 0);
  let now = 0;
  for (let frame = 0; frame < 60; frame++) {
    now += 1000 / 60;
    predictor.advance(1, 0, 1000 / 60, now);
    if (frame % 3 === 2) {
      const walked = Math.max(0, (now - 100) / 1000) * 4;
      predictor.server(2 + walked, 5, now > 100 ? 1 : 0, now);
    }
  }
  assert.ok(Math.abs(predictor.x - 6) < 0.15, `walked to ${predictor.x}`);
});

test("far from what the server says the hero leaps there", () => {
  const predictor = new Predictor(OPEN, 4, 0.3);
  predictor.place(2, 5);
  predictor.server(9, 5, 0, 10);
  assert.deepEqual([predictor.x, predictor.y], [9, 5]);
});

test("a hero that stands ends where the server has it", () => {
  const predictor = new Predictor(OPEN, 4, 0.3);
  predictor.place(2, 5);
  for (let tick = 0; tick < 40; tick++) {
    predictor.server(2.2, 5, 0, 10_000 + tick * 50);
  }
  assert.ok(Math.abs(predictor.x - 2.2) < 0.01);
});

test("a dash carries the hero whatever the keys say, and the server's word counts again afterwards", () => {
  const hero = new Predictor(OPEN, 4.5, 0.3);
  hero.place(2, 2);
  hero.carry(6, 2, 200, 1000);
  hero.advance(-1, 0, 100, 1100);
  assert.ok(hero.x > 4 && hero.x < 6);
  hero.server(2.5, 2, 1, 1150);
  hero.advance(-1, 0, 100, 1200);
  assert.equal(hero.x, 6);
  hero.advance(0, 0, 16, 1400);
  hero.server(6, 2, 1, 1450);
  hero.advance(1, 0, 100, 1500);
  assert.ok(hero.x > 6.4);
});

test("what works on the hero makes it slower or holds it", () => {
  const hero = new Predictor(OPEN, 4, 0.3);
  hero.place(2, 2);
  hero.hasten(2);
  hero.advance(1, 0, 100, 1000);
  assert.ok(Math.abs(hero.x - 2.2) < 1e-9);
  hero.hasten(0);
  hero.advance(1, 0, 100, 1100);
  assert.ok(Math.abs(hero.x - 2.2) < 1e-9);
  hero.hasten(undefined);
  hero.advance(1, 0, 100, 1200);
  assert.ok(Math.abs(hero.x - 2.6) < 1e-9);
});
