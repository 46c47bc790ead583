#!/usr/bin/env node
// How long it takes to join, at a steady rate: an unmodified SDK client each, from the request for a seat to the room's answer.
//   node joins.mjs BENCH [--rate 200] [--seconds 10] [--stay 1] [--url http://127.0.0.1:2567] [--room arena]
// BENCH is the folder of the harness, whose driver has the SDK. Whoever has joined stays for so many seconds and leaves.
import { createRequire } from 'node:module';
import path from 'node:path';

const options = { rate: 200, seconds: 10, stay: 1, url: 'http://127.0.0.1:2567', room: 'arena' };
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
  console.error('Usage: joins.mjs BENCH [--option value]...');
  process.exit(2);
}

const { Client } = createRequire(path.resolve(bench, 'driver', 'package.json'))('@colyseus/sdk');
const took = [];
const failures = new Map();

async function join() {
  const begun = performance.now();
  try {
    const room = await new Client(options.url).joinOrCreate(options.room, {});
    took.push(performance.now() - begun);
    room.onMessage('*', () => {});
    await new Promise((resolve) => setTimeout(resolve, options.stay * 1000));
    await room.leave();
  } catch (error) {
    const text = String(error?.message ?? error);
    failures.set(text, (failures.get(text) ?? 0) + 1);
  }
}

const begun = performance.now();
const joins = [];
for (let n = 0; n < options.rate * options.seconds; n++) {
  const due = begun + (n * 1000) / options.rate;
  const wait = due - performance.now();
  if (wait > 0) {
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  joins.push(join());
}
const asked = (performance.now() - begun) / 1000;
await Promise.all(joins);
took.sort((a, b) => a - b);
const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))]?.toFixed(1);
console.log(`asked ${joins.length} in ${asked.toFixed(1)} s (${(joins.length / asked).toFixed(0)}/s): joined ${took.length}; ms p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, most ${at(1)}`);
for (const [text, times] of failures) {
  console.log(`failed ${times}: ${text}`);
}
process.exit(failures.size === 0 ? 0 : 1);
