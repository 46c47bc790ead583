// Players of one room who read as they like: one steadily, one in bursts, one slowly, one not at all.
import net from "node:net";
import WebSocket from "ws";

// Where the next WebSocket really goes, such as through a thin line.
let port = 0;
globalThis.WebSocket = class extends WebSocket {
  constructor(address, ...rest) {
    const url = new URL(address);
    if (port > 0) url.port = port;
    super(url, ...rest);
  }
};
// Only now: the SDK looks for a WebSocket when it is loaded.
const { Client } = await import("@colyseus/sdk");
console.warn = console.error = console.info = () => {};
const [endpoint, operator] = process.argv.slice(2);
const limit = Date.now() + 150_000;
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
let queued = 0;

async function metrics() {
  const text = await (await fetch(`${operator}/metrics`)).text();
  const sum = (name) =>
    text.split("\n").filter((line) => line.startsWith(name)).reduce((total, line) => total + Number(line.split(" ").at(-1)), 0);
  const seen = {
    merged: sum("hotrealm_clients_slow_merged_total"),
    resynced: sum("hotrealm_clients_slow_resynced_total"),
    cut: sum('hotrealm_clients_refused_total{kind="silent"}') + sum('hotrealm_clients_refused_total{kind="slow_reader"}'),
    queued: sum("hotrealm_queued_bytes"),
  };
  queued = Math.max(queued, seen.queued);
  return seen;
}

/** A line that lets through so many bytes a tenth of a second, until it is widened. */
async function thinLine(bytes) {
  const line = { wide: false };
  const server = net.createServer((near) => {
    const far = net.connect({ port: Number(new URL(endpoint).port), host: "127.0.0.1" });
    near.on("error", () => far.destroy()).on("close", () => far.destroy());
    far.on("error", () => near.destroy()).on("close", () => near.destroy());
    near.pipe(far);
    const timer = setInterval(() => {
      const piece = line.wide ? far.read() : (far.read(bytes) ?? far.read());
      if (piece !== null) near.write(piece);
    }, 100);
    far.on("close", () => clearInterval(timer));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  line.port = server.address().port;
  return line;
}

async function until(what, condition) {
  while (!(await condition())) {
    if (Date.now() > limit) {
      console.log(`gave up waiting until ${what}: ${JSON.stringify(await metrics())}`);
      process.exit(1);
    }
    await sleep(100);
  }
}

async function join(room) {
  const client = new Client(endpoint);
  const joined = room ? await client.joinById(room.roomId) : await client.create("field", { walkers: 600 });
  const player = { room: joined, ws: joined.connection.transport.ws, tick: 0, drops: 0, leaves: 0, seen: new Map() };
  joined.onDrop(() => player.drops++);
  joined.onLeave(() => player.leaves++);
  joined.onStateChange((state) => {
    player.tick = state.tick;
    player.seen.set(state.tick, JSON.stringify(state.walkers));
    player.seen.delete(state.tick - 40);
  });
  return player;
}

/** The same tick has to look the same to both. */
async function sameAs(steady, player, who) {
  let same = false;
  await until(`${who} sees a tick that the steady one sees`, () => {
    const tick = [...player.seen.keys()].reverse().find((number) => steady.seen.has(number));
    if (tick === undefined) return false;
    same = steady.seen.get(tick) === player.seen.get(tick);
    return true;
  });
  console.log(`${who} same=${same} drops=${player.drops} leaves=${player.leaves}`);
}

const steady = await join();
const [bursts, never] = [await join(steady.room), await join(steady.room)];
const line = await thinLine(6_000);
port = line.port;
line.wide = true;
const slow = await join(steady.room);
await until("all see the state", () => [steady, bursts, slow, never].every((player) => player.tick > 0));

never.ws.pause();
for (let seconds = 4; ; seconds += 0.5) {
  const before = await metrics();
  bursts.ws.pause();
  await sleep(seconds * 1000);
  bursts.ws.resume();
  bursts.seen.clear();
  await until("the one with the bursts is there again", () => bursts.tick > steady.tick - 5);
  const now = await metrics();
  if (now.merged + now.resynced > before.merged + before.resynced) break;
  if (seconds > 8) break;
}
await sameAs(steady, bursts, "bursts");

const first = await metrics();
line.wide = false;
await until("the slow one is spared patches", async () => {
  const now = await metrics();
  // What was merged or told anew is counted when its line is free again.
  line.wide = now.queued > 60_000;
  return now.merged + now.resynced > first.merged + first.resynced;
});
line.wide = true;
slow.seen.clear();
await sameAs(steady, slow, "slow");

await until("the one that reads nothing is cut", async () => (await metrics()).cut > 0);
console.log(`steady drops=${steady.drops} leaves=${steady.leaves}`);
console.log(`queued ${queued}`);
console.log(`spared ${(await metrics()).merged + (await metrics()).resynced}`);
process.exit(0);
