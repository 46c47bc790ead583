import assert from "node:assert/strict";
import { test } from "node:test";
import { Pace, Track, turn } from "../src/game/track.ts";

test("between two positions one is on the way", () => {
  const track = new Track();
  track.push(0, 1, 1, 0, 50);
  track.push(50, 2, 1, 0, 50);
  assert.equal(track.at(25).x, 1.5);
  assert.equal(track.at(80).x, 2);
  assert.equal(track.at(-5).x, 1);
});

test("after a rest the walk begins when it began, not when the rest did", () => {
  const track = new Track();
  track.push(0, 1, 1, 0, 50);
  track.push(1000, 2, 1, 0, 50);
  assert.equal(track.at(900).x, 1);
  assert.equal(track.at(975).x, 1.5);
});

test("a leap is shown as one", () => {
  const track = new Track();
  track.push(0, 1, 1, 0, 50);
  track.push(50, 40, 1, 0, 50);
  assert.equal(track.at(10).x, 40);
});

test("one turns the short way round", () => {
  assert.ok(Math.abs(turn(3, -3, 0.5)) > 3);
  assert.equal(turn(0, 1, 0.5), 0.5);
});

test("states that arrive unevenly get even times", () => {
  const pace = new Pace();
  const stamps = [0, 62, 95, 160, 198].map((arrival) => pace.stamp(arrival, 50));
  const steps = stamps.slice(1).map((stamp, i) => stamp - (stamps[i] as number));
  assert.ok(steps.every((step) => Math.abs(step - 50) < 3), String(steps));
});
