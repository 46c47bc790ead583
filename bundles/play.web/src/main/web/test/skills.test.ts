import assert from "node:assert/strict";
import { test } from "node:test";
import { Hero } from "../src/game/actors.ts";
import { Aim, reachOf, wantsPlace } from "../src/game/aim.ts";
import { Skills } from "../src/game/skills.ts";
import { readStatuses, saidOf, secondsLeft, shortTime, type Status } from "../src/game/status.ts";
import type { PlayerState, SkillInfo } from "../src/net/protocol.ts";

const ADA: PlayerState = {
  id: 1, name: "Ada", x: 5, y: 5, facing: 0, hp: 100, maxHp: 100, mana: 50, maxMana: 60, level: 1, xp: 0, gold: 0, castTicks: 0, seq: 0, away: false,
};

function info(id: string, target: string, range: number, radius: number, effect = "damage"): SkillInfo {
  return { id, name: id, target, range, radius, cost: 0, cooldownMillis: 4000, castMillis: 0, globalCooldownMillis: 500, effects: [{ type: effect }] };
}

function skills(...infos: SkillInfo[]): Skills {
  const all = new Skills();
  all.take(infos);
  return all;
}

function ada(): Hero {
  const hero = new Hero("me", ADA);
  hero.place(5, 5, 0);
  return hero;
}

test("only skills that need one want a place", () => {
  const all = skills(
    info("strike", "single", 1.6, 0), info("whirl", "circle", 0, 2), info("rain", "circle", 7, 2), info("cone", "cone", 0, 4), info("line", "line", 0, 8),
    info("blink", "self", 6, 0, "dash"), info("charge", "single", 7, 0, "dash"), info("mend", "self", 0, 0, "heal"),
  );
  assert.deepEqual(all.all.filter(wantsPlace).map((each) => each.id), ["rain", "cone", "line", "blink"]);
});

test("an aimed place never lies out of range", () => {
  const rain = skills(info("rain", "circle", 7, 2)).all[0]!;
  const aim = new Aim();
  aim.begin(rain, 0, true);
  aim.pointed({ x: 50, y: 5 }, 0);
  const at = aim.point(rain, ada(), undefined, 0);
  assert.ok(at.x - 5 <= 7 && at.x - 5 > 6.5);
  assert.equal(at.y, 5);
});

test("a finger's drag counts by its share of the reach", () => {
  const rain = skills(info("rain", "circle", 8, 2)).all[0]!;
  const aim = new Aim();
  aim.begin(rain, 0, false);
  aim.drag({ x: 0, y: 0.5 });
  const at = aim.point(rain, ada(), undefined, 0);
  assert.equal(at.x, 5);
  assert.ok(Math.abs(at.y - 5 - reachOf(rain) / 2) < 1e-9);
});

test("without pointer and target one aims ahead", () => {
  const line = skills(info("line", "line", 0, 8)).all[0]!;
  const at = new Aim().point(line, ada(), undefined, 1e9);
  assert.ok(at.x > 9 && at.y === 5);
});

test("what is held is let go by its own key alone, and a click confirms what waits for it", () => {
  const cone = skills(info("cone", "cone", 0, 4)).all[0]!;
  const aim = new Aim();
  aim.begin(cone, 2, false);
  assert.equal(aim.release(1), undefined);
  assert.equal(aim.release(2), cone);
  aim.begin(cone, 2, true);
  assert.equal(aim.release(2), undefined);
  assert.equal(aim.confirm(), cone);
  assert.equal(aim.skill, undefined);
});

test("one use cools its own skill down long and all others for a moment", () => {
  const all = skills(info("strike", "single", 1.6, 0), info("whirl", "circle", 0, 2));
  all.cooling("whirl", 4000, 500, 1000);
  assert.equal(all.millisLeft("whirl", 1000), 4000);
  assert.equal(all.millisLeft("strike", 1000), 0);
  assert.equal(all.left("strike", 1250), 0.5);
  assert.ok(all.askable("strike", 1501));
  assert.ok(!all.askable("whirl", 1501));
  assert.ok(all.askable("whirl", 5001));
});

test("skills of others are known by what the server tells of all, the own ones by what it tells of them", () => {
  const all = new Skills();
  const rain = { name: "Bone Rain", target: "circle", range: 7, radius: 1.6, angle: 0, projectileSpeed: 0 };
  all.take([info("whirl", "circle", 0, 2)], { rain, whirl: { ...rain, radius: 9 } });
  assert.equal(all.seen("rain")?.aim, "circle");
  assert.equal(all.seen("rain")?.radius, 1.6);
  assert.equal(all.seen("whirl")?.radius, 2);
  assert.equal(all.find("rain"), undefined, "what others can is not on the own bar");
  assert.equal(all.seen("nothing"), undefined);
});

test("a status says which attribute it changes, where the server told", () => {
  const all = new Skills();
  const trick = { name: "Dirty Trick", target: "single", range: 1, radius: 0, angle: 0, projectileSpeed: 0 };
  all.take([], { trick: { ...trick, effects: [{ type: "debuff", attribute: "power" }, { type: "debuff", attribute: "magic" }] } });
  assert.deepEqual(["trick", "trick/1", "trick/1/7", "howl"].map((id) => all.attribute(id)), ["power", "magic", "magic", ""]);
  assert.deepEqual([saidOf(1, "power"), saidOf(0, "armour"), saidOf(1, ""), saidOf(7, "speed")], ["Less power", "More armour", "Weakened", "Slowed"]);
});

test("statuses are known by their skill, the bad ones first, with the time they have left", () => {
  const statuses: Status[] = [];
  readStatuses(new Map([
    ["mend/1", { kind: 3, stacks: 1, ends: 160 }],
    ["bite/1/7", { kind: 2, stacks: 3, ends: 200 }],
  ]), statuses);
  assert.deepEqual(statuses.map((each) => [each.skill, each.stacks]), [["bite", 3], ["mend", 1]]);
  assert.equal(secondsLeft(statuses[0]!, 100, 50), 5);
  assert.equal(secondsLeft(statuses[0]!, 300, 50), 0);
  assert.deepEqual([shortTime(75), shortTime(4.2), shortTime(1.25)], ["2m", "5", "1.3"]);
});
