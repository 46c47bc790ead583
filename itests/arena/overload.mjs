#!/usr/bin/env node
// What players feel when more want in than the server can carry: small parties ask for a room of their own, one after the other,
// until so many have asked; then some time passes; then half of those who are in leave.
//   node overload.mjs BENCH [--ask 20] [--every 1] [--party 4] [--hold 15] [--url http://127.0.0.1:2567]
// The server's rooms have to be heavy for that, so that the driver is not what is overloaded (README). Told are: who was let in
// and who was refused with which words, jitter of the patches of those who are in, second by second, and how long it takes until
// all is even again and a newcomer gets in.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const JOIN_ROOM = 10;
const LEAVE_ROOM = 12;
const ROOM_STATE = 14;
const ROOM_STATE_PATCH = 15;
const PERIOD_MS = 50;
const EVEN_MS = 25;
const LONGEST_RECOVERY_S = 60;

const options = { ask: 20, every: 1, party: 4, hold: 15, url: 'http://127.0.0.1:2567' };
const [bench, ...rest] = process.argv.slice(2);
for (let i = 0; i < rest.length; i += 2) {
  const name = rest[i].replace(/^--/, '');
  if (!(name in options)) {
    console.error(`No such option: ${rest[i]}; there are ${Object.keys(options).join(', ')}`);
    process.exit(2);
  }
  options[name] = typeof options[name] === 'number' ? Number(rest[i + 1]) : rest[i + 1];
}
if (!bench) {
  console.error('Usage: overload.mjs BENCH [--option value]...');
  process.exit(2);
}
const { LeanSocket } = await import(pathToFileURL(path.resolve(bench, 'driver', 'ws-lean.mjs')));
const base = new URL(options.url);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const began = performance.now();
const seconds = () => Math.floor((performance.now() - began) / 1000);
const jitters = new Map();
const parties = [];
const refused = new Map();
let lost = 0;

async function seat(where) {
  const asked = performance.now();
  const answer = await fetch(`${options.url}/matchmake/${where}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
  const given = await answer.json();
  if (answer.ok) return given;
  const words = `${answer.status} ${String(given.error).replace(/"[^"]*"/g, '"…"')}`;
  const known = refused.get(words) ?? { times: 0, longestMs: 0 };
  known.times++;
  known.longestMs = Math.max(known.longestMs, Math.round(performance.now() - asked));
  refused.set(words, known);
  return null;
}

/** Counts how uneven the patches come, from the full state on. */
function connect(given) {
  return new Promise((resolve, reject) => {
    let last = 0;
    const socket = new LeanSocket(`ws://${base.host}/${given.processId}/${given.roomId}?sessionId=${given.sessionId}`, {
      frame: (bytes, from) => {
        const code = bytes[from] & 0x1f;
        const now = performance.now();
        if (code === JOIN_ROOM) {
          socket.send(Buffer.from([JOIN_ROOM]));
        } else if (code === ROOM_STATE) {
          last = now;
          resolve(socket);
        } else if (code === ROOM_STATE_PATCH && last > 0) {
          const list = jitters.get(seconds()) ?? [];
          list.push(Math.abs(now - last - PERIOD_MS));
          jitters.set(seconds(), list);
          last = now;
        }
      },
      close: (code) => {
        if (!socket.leaving) lost++;
        reject(new Error(`closed ${code}`));
      },
    });
  });
}

/** A room of its own for some players; whoever is refused gives up. */
async function party() {
  const first = await seat('create/arena');
  if (!first) return null;
  const players = [await connect(first)];
  while (players.length < options.party) {
    const next = await seat(`joinById/${first.roomId}`);
    if (!next) break;
    players.push(await connect(next));
  }
  parties.push(players);
  return players;
}

function p99(from, to) {
  const all = [];
  for (let s = from; s < to; s++) all.push(...(jitters.get(s) ?? []));
  all.sort((a, b) => a - b);
  return all.length === 0 ? null : Number(all[Math.floor(all.length * 0.99)].toFixed(1));
}

const asking = [];
for (let n = 0; n < options.ask; n++) {
  asking.push(party().catch((error) => console.error(`a party failed: ${error.message}`)));
  await pause(options.every * 1000);
}
await Promise.all(asking);
const asked = seconds();
await pause(options.hold * 1000);
const held = seconds();
const inside = parties.length;
const wanted = [...refused].map(([words, { times, longestMs }]) => `${times} × ${words} (at most ${longestMs} ms)`);
for (const players of parties.slice(0, Math.ceil(inside / 2))) {
  for (const player of players) {
    player.leaving = true;
    player.send(Buffer.from([LEAVE_ROOM]));
  }
}
const relieved = performance.now();
let evenAfter = null;
let openAfter = null;
while ((evenAfter === null || openAfter === null) && performance.now() - relieved < LONGEST_RECOVERY_S * 1000) {
  await pause(500);
  const since = Number(((performance.now() - relieved) / 1000).toFixed(1));
  if (openAfter === null && (await party().catch(() => null))) openAfter = since;
  if (evenAfter === null && p99(seconds() - 1, seconds()) < EVEN_MS) evenAfter = since;
}
console.log(`asked ${options.ask} parties of ${options.party}, one each ${options.every} s; in ${inside}; refused ${wanted.join('; ') || 'nobody'}`);
console.log(`lost connections ${lost}; jitter p99 ms while they asked ${p99(0, asked)}, after that ${p99(asked, held)}`);
console.log(`by the second: ${Array.from({ length: seconds() }, (_, s) => p99(s, s + 1)).join(' ')}`);
console.log(`half left: even again after ${evenAfter} s, newcomers let in after ${openAfter} s`);
process.exit(0);
