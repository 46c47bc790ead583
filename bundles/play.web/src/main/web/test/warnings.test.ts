import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ctx } from "../src/draw/pen.ts";
import { Warnings } from "../src/draw/warnings.ts";

const FALLS = { id: 7, x: 3, y: 4, radius: 2, born: 1000, life: 500, tone: "255 90 70" };

/** The radii of what is drawn, in tiles of ten pixels. */
function drawn(warnings: Warnings, now: number): number[] {
  const radii: number[] = [];
  const ctx = { beginPath() {}, fill() {}, stroke() {}, arc: (_x: number, _y: number, radius: number) => radii.push(radius / 10) };
  warnings.draw(ctx as unknown as Ctx, 10, now);
  return radii;
}

test("a warning fills until the cast falls, and goes by itself when no news comes", () => {
  const warnings = new Warnings();
  warnings.add(FALLS);
  assert.deepEqual(drawn(warnings, 1250), [2, 1]);
  assert.deepEqual(drawn(warnings, 1600), [2, 2]);
  assert.deepEqual(drawn(warnings, 1801), []);
});

test("a cast that fell or broke off warns no more, and one who casts anew warns of that alone", () => {
  const warnings = new Warnings();
  warnings.add(FALLS);
  warnings.add({ ...FALLS, radius: 3 });
  warnings.add({ ...FALLS, id: 8, radius: 5 });
  assert.deepEqual(drawn(warnings, 1000), [3, 0, 5, 0]);
  warnings.over(7);
  assert.deepEqual(drawn(warnings, 1000), [5, 0]);
});
