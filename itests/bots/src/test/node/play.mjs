// Bots that play: node play.mjs ENDPOINT BOTS SECONDS [--until-done] [--pid PID] [--operator URL]
// Prints a line every ten seconds and a summary as JSON at the end. With --until-done it ends as soon as every bot has fought
// and there was loot, a death, and somebody who came back and fought again.
import { readFileSync } from "node:fs";
import { Bot } from "./bot.mjs";

for (const level of ["warn", "info", "error"]) console[level] = () => {};
const [endpoint, count, seconds, ...rest] = process.argv.slice(2);
const option = (name) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);
const untilDone = rest.includes("--until-done");
const EVERY = 10;
const THINK = 150;

const bots = Array.from({ length: Number(count) }, (_, number) => new Bot(endpoint, number));
for (let i = 0; i < bots.length; i += 10) {
  await Promise.all(bots.slice(i, i + 10).map((bot) => bot.join()));
}
console.log(`joined ${bots.length}`);
const thinking = bots.map((bot, i) => setInterval(() => bot.act(), THINK + (i % 7)));

const sum = (key) => bots.reduce((total, bot) => total + bot.did[key], 0);
const samples = [];
let before = new Map();
const begun = performance.now();
for (let at = EVERY; ; at += EVERY) {
  await new Promise((done) => setTimeout(done, begun + at * 1000 - performance.now()));
  samples.push(await sample(at));
  console.log(JSON.stringify(samples.at(-1)));
  const done = bots.every((bot) => bot.did.hits > 0) && sum("picked") > 0 && sum("deaths") > 0 && sum("foughtAgain") > 0;
  if (at >= Number(seconds) || (untilDone && done)) break;
}
thinking.forEach(clearInterval);
const did = Object.fromEntries(Object.keys(bots[0].did).map((key) => [key, sum(key)]));
const fought = bots.filter((bot) => bot.did.hits > 0).length;
for (const { number, me, did } of bots.filter((bot) => bot.did.hits === 0)) {
  console.log(`never fought: ${JSON.stringify({ number, x: round(me?.x), y: round(me?.y), hp: me?.hp, ...did })}`);
}
console.log(`summary ${JSON.stringify({ bots: bots.length, fought, ...did, ...drift() })}`);
await Promise.all(bots.map((bot) => bot.leave()));
process.exit(0);

async function sample(at) {
  const gaps = bots.flatMap((bot) => bot.gaps.splice(0)).sort((a, b) => a - b);
  const out = { at, hits: sum("hits"), picked: sum("picked"), deaths: sum("deaths"), gapP99: round(gaps[Math.floor(gaps.length * 0.99)]) };
  if (option("--pid")) out.rssMB = round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${option("--pid")}/status`, "utf8"))[1]) / 1024);
  if (option("--operator")) Object.assign(out, await ticks());
  return out;
}

/** The 99th part of a hundred of the ticks since the last sample, from the server's own histogram; the collector's memory. */
async function ticks() {
  const text = await (await fetch(`${option("--operator")}/metrics`)).text();
  const now = new Map();
  for (const [, labels, value] of text.matchAll(/^hotrealm_tick_seconds_bucket\{([^}]*)\} (\S+)/gm)) {
    if (labels.includes('"realm"')) now.set(/le="([^"]*)"/.exec(labels)[1], Number(value));
  }
  const fresh = [...now].map(([le, n]) => [Number(le.replace("+Inf", "Infinity")), n - (before.get(le) ?? 0)]).sort((a, b) => a[0] - b[0]);
  before = now;
  const all = fresh.at(-1)?.[1] ?? 0;
  const at = fresh.findIndex(([, n]) => n >= all * 0.99);
  const [upper, upTo] = fresh[at] ?? [NaN, 0];
  const [lower, below] = at > 0 ? fresh[at - 1] : [0, 0];
  const p99 = upper === Infinity ? lower : lower + ((upper - lower) * (all * 0.99 - below)) / Math.max(1, upTo - below);
  const heap = [...text.matchAll(/^jvm_memory_used_bytes\{[^}]*area="heap"[^}]*\} (\S+)/gm)].reduce((s, m) => s + Number(m[1]), 0);
  return { ticks: all, tickP99ms: Number.isNaN(p99) ? null : round(p99 * 1000), heapMB: round(heap / 1048576) };
}

/** Means over the first and the last third, the first half minute of compiling left out. */
function drift() {
  const kept = samples.length > 9 ? samples.slice(3) : samples;
  const third = Math.max(1, Math.floor(kept.length / 3));
  const mean = (part, key) => round(part.reduce((s, one) => s + (one[key] ?? 0), 0) / part.length);
  const out = {};
  for (const key of ["rssMB", "heapMB", "tickP99ms", "gapP99"]) {
    if (kept[0][key] !== undefined) out[key] = [mean(kept.slice(0, third), key), mean(kept.slice(-third), key)];
  }
  return { firstAndLastThird: out };
}

function round(value) {
  return value === undefined ? null : Math.round(value * 100) / 100;
}
