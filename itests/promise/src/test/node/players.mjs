// Bots that play, and tell on demand how the server treated them: node players.mjs ENDPOINT BOTS [--relay]
// With --relay two more talk to each other in a room of another type.
// Each line read is a command, each is answered by one line of JSON:
//   remember   asks monsters what they have in mind, and begins to measure
//   look       waits until whatever was sent before is answered, asks the same monsters again, and tells what befell all
import { createInterface } from "node:readline";
import { Bot, Client } from "../../../../bots/src/test/node/bot.mjs";

for (const level of ["warn", "info", "error"]) console[level] = () => {};
const [endpoint, count] = process.argv.slice(2);
const THINK = 150;
const PATIENCE = 60_000;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** A bot that also asks the server something with each of its decisions, and counts what is answered. */
class Witness extends Bot {
  asked = 0;
  answered = 0;
  lost = 0;
  resumed = 0;
  drops = 0;
  memories = [];

  async join() {
    await super.join();
    this.session = this.room.sessionId;
    this.room.onDrop(() => this.drops++);
    this.room.onReconnect(() => this.resumed++);
  }

  get open() {
    return this.room.connection.isOpen && this.room.sessionId === this.session;
  }

  act() {
    super.act();
    if (this.open) this.ask("inspect", { item: "gold" }).catch(() => {});
  }

  /** An answer is one whether it says yes or no. Where a socket closes, the SDK answers for the server. */
  async ask(type, payload) {
    this.asked++;
    try {
      return await this.room.request(type, payload, { timeout: PATIENCE });
    } catch (error) {
      if (/timed out/.test(error.message)) this.lost++;
      throw error;
    } finally {
      this.answered++;
    }
  }

  async explain(monster) {
    const said = await this.ask("explain", { monster }).catch(() => null);
    return said && { monster, kind: said.kind, home: JSON.stringify(said.home), seen: said.transitions };
  }

  /** What the nearest monsters have in mind. */
  async remember() {
    const me = this.me;
    const near = [];
    if (me) this.room.state.monsters?.forEach((it, key) => near.push([Math.hypot(it.x - me.x, it.y - me.y), Number(key)]));
    near.sort((a, b) => a[0] - b[0]);
    this.memories = (await Promise.all(near.slice(0, 4).map(([, key]) => this.explain(key)))).filter(Boolean);
    this.gaps = [];
    this.before = { drops: this.drops, closed: this.did.closed, resumed: this.resumed, lost: this.lost, patches: this.did.patches, hits: this.did.hits };
  }

  /** The moves sent so far are in the state, or later ones are; the dead do not move. */
  async settled() {
    const [asked, seq, until] = [this.asked, this.seq, performance.now() + PATIENCE];
    const late = () => !this.open || !this.me || this.answered < asked || (this.me.hp > 0 && this.me.seq < seq);
    while (late() && performance.now() < until) await pause(20);
    return !late();
  }
}

/** One of two that talk in a room of another type than the realm: what it says the other hears once, in order. */
class Talker {
  said = 0;
  heard = 0;
  misheard = 0;
  closed = 0;

  async join() {
    this.room = await new Client(endpoint).joinOrCreate("relay");
    this.room.onLeave(() => this.closed++);
    this.room.onMessage("word", ([, word]) => {
      if (word !== this.heard + 1) this.misheard++;
      this.heard = word;
    });
    this.room.onMessage("*", () => {});
  }

  talk() {
    if (this.room.connection.isOpen) this.room.send("word", ++this.said);
  }

  async hears(other) {
    const [said, until] = [other.said, performance.now() + PATIENCE];
    while (this.heard < said && this.room.connection.isOpen && performance.now() < until) await pause(20);
    return this.heard >= said;
  }
}

/**
 * Whether what a monster remembered is still there: its last eight transitions, newest first, are the same ones behind
 * whatever came meanwhile, with the same time between them.
 */
function kept(before, after) {
  if (before.kind !== after.kind || before.home !== after.home) return false;
  const [old, now] = [before.seen, after.seen];
  for (let fresh = 0; fresh <= now.length; fresh++) {
    const rest = now.slice(fresh);
    if (rest.length < old.length && now.length < 8) continue;
    const same = rest.every((one, i) => {
      const was = old[i];
      if (!was || one.from !== was.from || one.to !== was.to || one.reason !== was.reason) return false;
      return i === 0 || one.ago - rest[i - 1].ago === was.ago - old[i - 1].ago;
    });
    if (same) return true;
  }
  return false;
}

const bots = Array.from({ length: Number(count) }, (_, number) => new Witness(endpoint, number));
for (let i = 0; i < bots.length; i += 10) await Promise.all(bots.slice(i, i + 10).map((bot) => bot.join()));
bots.forEach((bot, i) => setInterval(() => bot.act(), THINK + (i % 7)));
const talkers = process.argv.includes("--relay") ? [new Talker(), new Talker()] : [];
for (const talker of talkers) await talker.join();
talkers.forEach((talker) => setInterval(() => talker.talk(), THINK));
console.log(JSON.stringify({ joined: bots.length }));

const sum = (of) => bots.reduce((total, bot) => total + of(bot), 0);

async function remember() {
  await Promise.all(bots.map((bot) => bot.remember()));
  talkers.forEach((talker) => (talker.misheard = 0));
  return { memories: sum((bot) => bot.memories.length) };
}

async function look() {
  const settled = await Promise.all(bots.map((bot) => bot.settled()));
  const heard = await Promise.all(talkers.map((talker, i) => talker.hears(talkers[1 - i])));
  const pairs = await Promise.all(bots.flatMap((bot) => bot.memories.map(async (before) => [before, await bot.explain(before.monster)])));
  const known = pairs.filter(([, after]) => after);
  const forgotten = known.filter(([before, after]) => !kept(before, after)).map((pair) => JSON.stringify(pair));
  const since = (key, now) => sum((bot) => now(bot) - bot.before[key]);
  return {
    drops: since("drops", (bot) => bot.drops),
    closed: since("closed", (bot) => bot.did.closed),
    resumed: since("resumed", (bot) => bot.resumed),
    patches: since("patches", (bot) => bot.did.patches),
    hits: since("hits", (bot) => bot.did.hits),
    seated: sum((bot) => (bot.open ? 1 : 0)),
    unsettled: settled.filter((ok) => !ok).length,
    unanswered: since("lost", (bot) => bot.lost),
    misheard: talkers.reduce((total, talker) => total + talker.misheard, 0) + heard.filter((all) => !all).length,
    hungUp: talkers.reduce((total, talker) => total + talker.closed, 0),
    remembered: known.length,
    forgotten,
    longestGap: Math.round(Math.max(...bots.flatMap((bot) => bot.gaps))),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await { remember, look }[line]()));
}
process.exit(0);
