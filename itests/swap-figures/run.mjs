// How long players wait when something is swapped under them, and when it is done otherwise.
//   node itests/swap-figures/run.mjs [--bots 20] [--times 200] [--kinds behaviour,owner,adapter,resource,bad,raw,restart] [--data FOLDER]
// Before: mvn -q -Dunit.skip -DskipITs verify -pl itests/swap-figures,itests/bots -am
// One server, the shipped realm, bots that play; every patch of every bot is timed at the bot. The gap of a swap is the longest
// time a bot had no patch from just before it was asked for until its new version was in force, less the 50 ms that are always there.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Bot } from "../bots/src/test/node/bot.mjs";

const TICK = 50;
const AFTER = 300;
const PROOF = "collect";
const BEHAVIOURS = ["monster.ai", "skill.book", "loot.tables", "realm.zone"];
const BAD = ["monster.ai", "room.engine", "content.files", "net.transport"];
const KINDS = {
  behaviour: BEHAVIOURS,
  owner: ["room.engine", "realm.world", "net.colyseus"],
  adapter: ["content.files", "metrics.prometheus", "play.web", "ops.shell"],
  resource: ["net.transport"],
};

const here = fileURLToPath(new URL(".", import.meta.url));
const home = join(here, "../../distribution/target/hotrealm-1.0.0");
const options = { bots: "20", times: "200", kinds: "behaviour,owner,adapter,resource,bad,raw,restart" };
for (let i = 2; i < process.argv.length; i += 2) {
  const name = process.argv[i].replace(/^--/, "");
  if (!(name in options)) throw new Error(`unknown option ${process.argv[i]}; there are --${Object.keys(options).join(", --")}`);
  options[name] = process.argv[i + 1];
}
const times = Number(options.times);
const say = console.log.bind(console);
for (const level of ["log", "warn", "info", "error"]) console[level] = () => {};

const folder = mkdtempSync(join(tmpdir(), "hotrealm-figures-"));
const jars = join(folder, "jars");
mkdirSync(jars);
prepare();
const [port, operator] = [await free(), await free()];
let server = await start();
const bots = Array.from({ length: Number(options.bots) }, (_, number) => new Bot(`ws://127.0.0.1:${port}`, number));
bots.forEach((bot) => {
  const patched = bot.patched.bind(bot);
  bot.seen = [];
  bot.patched = () => {
    bot.seen.push(performance.now());
    patched();
  };
});
for (let i = 0; i < bots.length; i += 10) await Promise.all(bots.slice(i, i + 10).map((bot) => bot.join()));
const thinking = bots.map((bot, i) => setInterval(() => bot.room.connection?.isOpen !== false && bot.act(), 150 + (i % 7)));
await sleep(30_000);

let release = 0;
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
server.kill("SIGKILL");
await new Promise((done) => server.once("exit", done));
rmSync(folder, { recursive: true, force: true });
process.exit(0);

/** Does it so many times and says what the bots saw; a jar is made before, as that stops this process and its bots for a while. */
async function row(what, count, deed, make) {
  const [gaps, took, verdicts] = [[], [], {}];
  const drops = bots.reduce((sum, bot) => sum + bot.did.drops + bot.did.closed, 0);
  for (let i = 0; i < count; i++) {
    const jar = make?.(i);
    await sleep(AFTER);
    bots.forEach((bot) => bot.seen.splice(0, bot.seen.length - 1));
    const from = performance.now();
    const { verdict, ms, until } = await deed(jar);
    await sleep(AFTER);
    gaps.push(gap(from, (until ?? performance.now()) + AFTER));
    took.push(ms);
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
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
  await playing();
  return { verdict, ms };
}

async function goods(kind) {
  const names = KINDS[kind];
  const deed = kind === "resource" ? swapForAll : swap;
  await row(`${kind}: ${names.map((name) => `\`${name}\``).join(", ")}`, times, deed, (i) => issue(names[i % names.length]));
}

/** A version that starts and offers nothing of what the one before offers. */
async function bads() {
  for (const name of BAD) {
    const count = Math.max(1, Math.round(times / BAD.length));
    await row(`a bad \`${name}\` rolled back`, count, swapForAll, () => issue(name, true));
  }
}

async function raws() {
  for (const name of ["monster.ai", "realm.zone", "room.engine", "realm.world", "net.colyseus", "net.transport"]) {
    await row(`\`update\` and \`refresh\` of \`${name}\``, Math.max(1, Math.round(times / 20)), async (jar) => {
      const began = performance.now();
      const answer = await shell("realm:raw", `org.hotrealm.${name}`, jar);
      const ms = performance.now() - began;
      await playing();
      return { verdict: answer.ok ? "done" : "failed", ms };
    }, () => issue(name));
  }
}

async function restarts() {
  await row("stopped and started", Math.max(1, Math.round(times / 20)), async () => {
    const began = performance.now();
    server.kill("SIGTERM");
    await new Promise((done) => server.once("exit", done));
    server = await start();
    const ms = performance.now() - began;
    await playing();
    return { verdict: "done", ms };
  });
}

async function nothing() {
  const began = performance.now();
  await sleep(1_000);
  return { verdict: "done", ms: performance.now() - began };
}

/** Waits until every bot has had a patch since; one whose room is gone joins again. */
async function playing() {
  const since = performance.now();
  for (const bot of bots) {
    for (let turn = 0; !(bot.seen.at(-1) > since); turn++) {
      await sleep(100);
      if (turn > 50 && turn % 20 === 0) await Promise.race([bot.join().catch(() => {}), sleep(3_000)]);
      if (turn > 1_200) throw new Error(`bot ${bot.number} never got back`);
    }
  }
}

/** The same bundle under a later version; a bad one has lost the descriptions of its components, so nothing comes of it. */
function issue(name, bad = false) {
  const version = `1.0.${++release}`;
  const from = readdirSync(join(home, "bundles")).find((file) => file.startsWith(`org.hotrealm.${name}-`));
  const jar = join(jars, `org.hotrealm.${name}-${version}.jar`);
  cpSync(join(home, "bundles", from), jar);
  const extra = join(jars, "extra.mf");
  writeFileSync(extra, `Bundle-Version: ${version}\n${bad ? "Service-Component: OSGI-INF/none.xml\n" : ""}`);
  execFileSync(join(process.env.JAVA_HOME ?? "/usr", "bin/jar"), ["ufm", jar, extra], { stdio: "ignore" });
  return jar;
}

async function shell(...words) {
  return fetch(`http://127.0.0.1:${operator}/shell`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(words),
  });
}

function prepare() {
  const plugin = join(here, "target/org.hotrealm.itests.swap-figures-1.0.0.jar");
  if (!existsSync(home) || !existsSync(plugin)) throw new Error("build first; the command is at the top of run.mjs");
  cpSync(join(home, "config"), join(folder, "config"), { recursive: true });
  writeFileSync(join(folder, "config/org.hotrealm.net.transport.json"), '{ "host": "127.0.0.1", "port": "$[env:PORT;type=Integer]" }');
  mkdirSync(join(folder, "plugin/features"), { recursive: true });
  mkdirSync(join(folder, "plugin/bundles"));
  cpSync(plugin, join(folder, "plugin/bundles/org.hotrealm.itests.swap-figures-1.0.0.jar"));
  writeFileSync(join(folder, "plugin/features/raw.feature.json"), JSON.stringify({
    "feature-resource-version": "1.0",
    id: "org.hotrealm:org.hotrealm.itests.swap-figures:1.0.0",
    bundles: [{ id: "org.hotrealm:org.hotrealm.itests.swap-figures:1.0.0", "start-order": 25 }],
  }));
}

async function start() {
  const child = spawn(join(home, "bin/hotrealm"), ["--feature", join(folder, "plugin/features/raw.feature.json")], {
    env: {
      ...process.env, PORT: port, OPERATOR_PORT: operator, HOTREALM_CONFIG: join(folder, "config"),
      HOTREALM_DATA: join(folder, "data"), HOTREALM_LOGS: join(folder, "logs"), HOTREALM_DEPLOY: join(folder, "deploy"),
      HOTREALM_START_TIMEOUT: "180",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((up, down) => {
    child.stdout.on("data", (text) => String(text).includes("is up after") && up());
    child.once("exit", () => down(new Error("the server ended before it was up")));
  });
  return child;
}

function parts(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return [at(0.5), at(0.99), sorted.at(-1)].map((value) => Math.round(value)).join(" / ");
}

function sleep(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

function free() {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port: number } = probe.address();
      probe.close(() => found(String(number)));
    });
  });
}
