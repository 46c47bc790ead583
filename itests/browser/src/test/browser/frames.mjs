// Measures the client's frames against a running server, and prints a table.
// Usage: node frames.mjs URL CHROMIUM [SECONDS] [PROFILE]: seconds a scene (10); with a file, where the script's time goes is told too.
// Headless Chromium draws without a graphics card: how long a frame takes is that of software; what the script takes is not.
import { writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { Player } from "./player.mjs";
import { QUIET } from "./stage.mjs";

const [url, executablePath, seconds = "10", profile] = process.argv.slice(2);
const MILLIS = Number(seconds) * 1000;
const ROWS = 25;

const browser = await chromium.launch({ executablePath, args: QUIET });
const desk = await enter("Fin", "warrior");
const line = await desk.context.newCDPSession(desk.page);
await line.send("Performance.enable");
await line.send("Profiler.enable");

const figures = [];
await scene("standing in the village", async () => undefined);
await scene("walking through the village", walk);
await desk.goHome();
await desk.walkTo(64, 79, 1.5);
await scene("fighting slimes", fight, profile);
await desk.goHome();
await desk.page.goto(`${url}/?hour=0.8`);
await desk.enter("warrior");
await desk.page.keyboard.press("o");
await desk.page.selectOption("#set-light", "high");
await desk.page.keyboard.press("Escape");
await scene("night in the village, all light", walk);
console.log(`| scene at 1280 × 800 | frames a second | frame p50 / p95 / p99 ms | script a frame: mean / p99 ms | style and layout ms |`);
console.log("| --- | --- | --- | --- | --- |");
for (const each of figures) {
  console.log(`| ${each.name} | ${each.rate.toFixed(1)} | ${each.frames.map((value) => value.toFixed(1)).join(" / ")} `
    + `| ${each.script.toFixed(2)} / ${each.longest.toFixed(1)} | ${each.layout.toFixed(2)} |`);
}
await browser.close();

/** Comes in with a page that notes when each frame begins and how long its callbacks take. */
async function enter(name, heroClass) {
  const player = await Player.open(browser, "about:blank", name);
  await player.page.addInitScript(() => {
    const frames = [];
    window.frameNotes = frames;
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => ask((at) => {
      const began = performance.now();
      callback(at);
      const took = performance.now() - began;
      const last = frames.at(-1);
      if (last?.at === at) {
        last.took += took;
      } else {
        frames.push({ at, took });
      }
    });
  });
  await player.page.goto(url);
  await player.enter(heroClass);
  return player;
}

async function scene(name, play, profileTo) {
  const before = await metrics();
  await desk.see(() => (window.frameNotes.length = 0));
  if (profileTo !== undefined) {
    await line.send("Profiler.start");
  }
  const until = Date.now() + MILLIS;
  while (Date.now() < until) {
    await Promise.all([play(), desk.page.waitForTimeout(250)]);
  }
  if (profileTo !== undefined) {
    tell((await line.send("Profiler.stop")).profile, profileTo);
  }
  const notes = await desk.see(() => window.frameNotes);
  const after = await metrics();
  const frames = notes.length - 1;
  const each = notes.slice(1).map((note, index) => note.at - notes[index].at);
  const perFrame = (what) => ((after[what] - before[what]) * 1000) / frames;
  figures.push({
    name, rate: (frames * 1000) / (notes.at(-1).at - notes[0].at), frames: [0.5, 0.95, 0.99].map((share) => quantile(each, share)),
    script: perFrame("ScriptDuration"), longest: quantile(notes.map((note) => note.took), 0.99), layout: perFrame("LayoutDuration") + perFrame("RecalcStyleDuration"),
  });
}

async function metrics() {
  const { metrics: all } = await line.send("Performance.getMetrics");
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function walk() {
  const way = ["a", "d"][Math.floor(Date.now() / 1500) % 2];
  await desk.page.keyboard.down(way);
  await desk.page.waitForTimeout(700);
  await desk.page.keyboard.up(way);
}

/** Whatever comes, with all that the class has. */
async function fight() {
  await desk.comeBack();
  const prey = await desk.nearest();
  const me = await desk.me();
  if (prey !== null && Math.hypot(prey.x - me.x, prey.y - me.y) > 3) {
    await desk.walkTo(prey.x, prey.y, 2).catch(() => undefined);
  }
  for (const key of ["Space", "2", "3", "4"]) {
    await desk.page.keyboard.press(key);
    await desk.page.waitForTimeout(300);
  }
}

/** Functions by the time spent in themselves; the whole goes into the file for the browser's own tools. */
function tell(all, file) {
  writeFileSync(file, JSON.stringify(all));
  const byId = new Map(all.nodes.map((node) => [node.id, node]));
  const own = new Map();
  all.samples.forEach((id, index) => {
    const { functionName, lineNumber } = byId.get(id).callFrame;
    const name = `${functionName || "(anonymous)"}:${lineNumber + 1}`;
    own.set(name, (own.get(name) ?? 0) + (all.timeDeltas[index] ?? 0) / 1000);
  });
  const whole = (all.endTime - all.startTime) / 1000;
  for (const [name, millis] of [...own].sort((a, b) => b[1] - a[1]).slice(0, ROWS)) {
    console.log(`${((millis * 100) / whole).toFixed(1).padStart(5)} %  ${name}`);
  }
}
