// How long players wait when something is swapped under them, and when it is done otherwise.
//   node itests/swap-figures/run.mjs [--bots 20] [--times 200] [--kinds nothing,behaviour,owner,adapter,resource,bad,raw,restart]
// Before: mvn -q -Dunit.skip -DskipITs verify -pl itests/swap-figures,itests/bots -am
// One server, the shipped realm, bots that play; every patch of every bot is timed at the bot. The gap of a swap is the longest
// time a bot had no patch from just before it was asked for until its new version was in force, less the 50 ms that are always there.
import { rmSync } from "node:fs";
import { cpus } from "node:os";
import { Bot } from "../bots/src/test/node/bot.mjs";
import { Server } from "./server.mjs";

const TICK = 50;
const AFTER = 300;
const PROOF = "collect";
/** How long the SDK has to bring a player back before he joins again, and how long he tries. */
const RESUMED = 5_000;
const PATIENCE = 30_000;
/** Who joined so short a time ago is not brought back by the SDK. */
const YOUNG = 5_500;
const BEHAVIOURS = ["monster.ai", "skill.book", "loot.tables", "realm.zone"];
const BAD = ["monster.ai", "room.engine", "content.files", "net.transport"];
const KINDS = {
  behaviour: BEHAVIOURS,
  owner: ["room.engine", "realm.world", "net.colyseus"],
  adapter: ["content.files", "metrics.prometheus", "play.web", "ops.shell"],
  resource: ["net.transport"],
};

const options = { bots: "20", times: "200", kinds: "behaviour,owner,adapter,resource,bad,raw,restart" };
for (let i = 2; i < process.argv.length; i += 2) {
  const name = process.argv[i].replace(/^--/, "");
  if (!(name in options)) throw new Error(`unknown option ${process.argv[i]}; there are --${Object.keys(options).join(", --")}`);
  options[name] = process.argv[i + 1];
}
const times = Number(options.times);
const say = console.log.bind(console);
for (const level of ["log", "warn", "info", "error"]) console[level] = () => {};

const server = await Server.prepare();
const operator = server.operator;
await server.start();
const bots = Array.from({ length: Number(options.bots) }, (_, number) => new Bot(`ws://127.0.0.1:${server.port}`, number));
bots.forEach((bot) => {
  const patched = bot.patched.bind(bot);
  bot.seen = [];
  bot.patched = () => {
    bot.seen.push(performance.now());
    patched();
  };
});
await enter();
const thinking = bots.map((bot, i) => setInterval(() => bot.room.connection?.isOpen !== false && bot.act(), 150 + (i % 7)));
await sleep(30_000);

say(`${bots.length} bots, ${times} times each; Node ${process.version}, ${cpus().length} cores`);
say("| what | times | gap ms p50 / p99 / max | operation ms p50 / p99 / max | verdicts | sockets that dropped |");
say("| --- | --- | --- | --- | --- | --- |");
for (const kind of options.kinds.split(",")) {
  if (kind === "restart") await restarts();
  else if (kind === "bad") await bads();
  else if (kind === "raw") await raws();
  else if (kind === "nothing") await row("nothing", times, nothing);
  else await goods(kind);
}
thinking.forEach(clearInterval);
await server.end("SIGKILL");
server.remove();
process.exit(0);

/** Does it so many times and says what the bots saw; a jar is made before, as that stops this process and its bots for a while. */
async function row(what, count, deed, make) {
  const [gaps, took, verdicts] = [[], [], {}];
  const drops = bots.reduce((sum, bot) => sum + bot.did.drops + bot.did.closed, 0);
  for (let i = 0; i < count; i++) {
    const jar = make?.(i);
    await sleep(AFTER);
    bots.forEach((bot) => {
      bot.seen.splice(0, bot.seen.length - 1);
      bot.left = bot.did.closed;
    });
    const from = performance.now();
    const { verdict, ms, until, anew, lost } = await deed(jar);
    await sleep(AFTER);
    gaps.push(lost ? Infinity : gap(from, (until ?? performance.now()) + AFTER));
    took.push(ms);
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    if (lost) await fresh();
    if (anew || lost) await sleep(YOUNG);
  }
  const dropped = bots.reduce((sum, bot) => sum + bot.did.drops + bot.did.closed, 0) - drops;
  say(`| ${what} | ${count} | ${parts(gaps)} | ${parts(took)} | ${Object.entries(verdicts).map(([k, n]) => `${n} ${k}`).join(", ")} | ${dropped} |`);
}

function gap(from, until) {
  let most = 0;
  for (const bot of bots) {
    const seen = bot.seen.filter((at) => at <= until);
    for (let i = 1; i < seen.length; i++) if (seen[i] > from) most = Math.max(most, seen[i] - seen[i - 1]);
  }
  return Math.max(0, most - TICK);
}

/** The operation over HTTP; its new version is in force long before its old one is proved to be gone from memory. */
async function swap(jar) {
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${operator}/swaps`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ file: jar, soak: "0s", who: "swap-figures" }),
  });
  const record = await answer.json();
  rmSync(jar);
  if (!record.verdict) return { verdict: `status ${answer.status}`, ms: performance.now() - began };
  const proof = record.steps.filter((step) => step.name === PROOF).reduce((sum, step) => sum + step.micros, 0) / 1000;
  const ms = performance.now() - began - proof;
  return { verdict: record.verdict, ms, until: record.verdict === "DONE" ? began + ms : undefined };
}

/** Where sockets close, the swap is over for a player when the SDK has brought him back. */
async function swapForAll(jar) {
  const { verdict, ms } = await swap(jar);
  return { ...(await playing(verdict)), ms };
}

async function goods(kind) {
  const names = KINDS[kind];
  const deed = kind === "resource" ? swapForAll : swap;
  await row(`${kind}: ${names.map((name) => `\`${name}\``).join(", ")}`, times, deed, (i) => server.issue(names[i % names.length]));
}

/** A version that starts and offers nothing of what the one before offers. */
async function bads() {
  for (const name of BAD) {
    const count = Math.max(1, Math.round(times / BAD.length));
    await row(`a bad \`${name}\` rolled back`, count, swapForAll, () => server.issue(name, true));
  }
}

async function raws() {
  for (const name of ["monster.ai", "realm.zone", "room.engine", "realm.world", "net.colyseus", "net.transport"]) {
    await row(`\`update\` and \`refresh\` of \`${name}\``, Math.max(1, Math.round(times / 20)), async (jar) => {
      const began = performance.now();
      const answer = await shell("realm:raw", `org.hotrealm.${name}`, jar);
      const ms = performance.now() - began;
      return { ...(await playing(answer.ok ? "done" : "failed")), ms };
    }, () => server.issue(name));
  }
}

async function restarts() {
  await row("stopped and started", Math.max(1, Math.round(times / 20)), async () => {
    const began = performance.now();
    await server.end("SIGTERM");
    await server.start();
    const ms = performance.now() - began;
    return { ...(await playing("done")), ms };
  });
}

async function nothing() {
  const began = performance.now();
  await sleep(1_000);
  return { verdict: "done", ms: performance.now() - began };
}

/** Waits until everybody plays, and adds to the verdict who had to join again for it and who never got in. */
async function playing(verdict) {
  const since = performance.now();
  const ways = await Promise.all(bots.map((bot) => back(bot, since)));
  const anew = ways.filter((way) => way === "anew").length;
  const lost = ways.filter((way) => way === "never").length;
  const told = [verdict, anew && `${anew} joined anew`, lost && `${lost} of ${bots.length} players never came back`];
  return { verdict: told.filter(Boolean).join(", "), anew: anew > 0, lost: lost > 0 };
}

/** How this one came to have a patch again: a player whom the SDK does not bring back joins again. */
async function back(bot, since) {
  let way = "resumed";
  while (performance.now() < since + PATIENCE) {
    if (bot.seen.at(-1) > since) return way;
    if (bot.did.closed > bot.left || performance.now() > since + RESUMED) {
      way = "anew";
      await Promise.race([bot.join().catch(() => {}), sleep(3_000)]);
      await sleep(900);
    }
    await sleep(100);
  }
  return "never";
}

/** A server that players cannot get into any more is of no use for what comes next. */
async function fresh() {
  await server.end("SIGKILL");
  server.forget();
  await server.start();
  await enter();
}

async function enter() {
  for (let i = 0; i < bots.length; i += 10) await Promise.all(bots.slice(i, i + 10).map((bot) => bot.join()));
}

async function shell(...words) {
  return fetch(`http://127.0.0.1:${operator}/shell`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(words),
  });
}

function parts(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return [at(0.5), at(0.99), sorted.at(-1)].map((value) => (value === Infinity ? "never" : Math.round(value))).join(" / ");
}

function sleep(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
