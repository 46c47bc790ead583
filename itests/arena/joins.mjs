#!/usr/bin/env node
// How long it takes to join, at a steady rate: from the request for a seat to the room's answer (JOIN_ROOM) and to the full state.
//   node joins.mjs BENCH [--client lean|sdk] [--rate 200] [--seconds 10] [--warm 20] [--stay 1] [--url http://127.0.0.1:2567]
//     [--room arena] [--json]
// BENCH is the folder of the harness, whose driver has a WebSocket client that costs little, and the SDK. For the first --warm
// seconds nothing is counted; whoever has joined stays for --stay seconds and leaves. Each client has connections of its own.
// A run in which the driver itself was late is marked invalid: it measured the driver. With --client sdk it usually is.
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

const LATE_MS = 12;
const JOIN_ROOM = 10;
const ERROR = 11;
const LEAVE_ROOM = 12;
const ROOM_STATE = 14;

const options = { client: 'lean', rate: 200, seconds: 10, warm: 20, stay: 1, url: 'http://127.0.0.1:2567', room: 'arena', json: false };
const [bench, ...rest] = process.argv.slice(2);
for (let i = 0; i < rest.length; i++) {
  const name = rest[i].replace(/^--/, '');
  if (!(name in options)) {
    console.error(`No such option: ${rest[i]}; there are ${Object.keys(options).join(', ')}`);
    process.exit(2);
  }
  options[name] = options[name] === false ? true : typeof options[name] === 'number' ? Number(rest[++i]) : rest[++i];
}
if (!bench) {
  console.error('Usage: joins.mjs BENCH [--option value]...');
  process.exit(2);
}
const driver = path.resolve(bench, 'driver');
const base = new URL(options.url);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The seat that matchmaking gives. */
function seat() {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': 2 };
    const target = { host: base.hostname, port: base.port, path: `/matchmake/joinOrCreate/${options.room}`, method: 'POST', headers, agent: false };
    const request = http.request(target, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString();
        answer.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(`${answer.statusCode} ${text.slice(0, 120)}`));
      });
    });
    request.on('error', reject);
    request.end('{}');
  });
}

/** The moments of one client's way in, in milliseconds from its beginning. */
async function lean(LeanSocket) {
  const begun = performance.now();
  const at = () => performance.now() - begun;
  const given = await seat();
  const marks = { seat: at() };
  const host = given.publicAddress ?? base.host;
  const url = `ws://${host}/${given.processId}/${given.roomId}?sessionId=${given.sessionId}`;
  await new Promise((resolve, reject) => {
    const socket = new LeanSocket(url, {
      open: () => (marks.open = at()),
      frame: (bytes, from, to) => {
        const code = bytes[from] & 0x1f;
        if (code === JOIN_ROOM) {
          marks.joined = at();
          socket.send(Buffer.from([JOIN_ROOM]));
        } else if (code === ROOM_STATE && marks.state === undefined) {
          marks.state = at();
          setTimeout(() => socket.send(Buffer.from([LEAVE_ROOM])), options.stay * 1000);
        } else if (code === ERROR) {
          reject(new Error(bytes.toString('latin1', from + 1, to)));
        }
      },
      close: (code) => (marks.state === undefined ? reject(new Error(`closed ${code} ${socket.error ?? ''}`)) : resolve()),
    });
  });
  return marks;
}

/** As an application does it; the state's moment is not told apart. */
async function withSdk(Client) {
  const begun = performance.now();
  const room = await new Client(options.url).joinOrCreate(options.room, {});
  const marks = { joined: performance.now() - begun };
  room.onMessage('*', () => {});
  await pause(options.stay * 1000);
  await room.leave();
  return marks;
}

const join = options.client === 'sdk'
  ? withSdk.bind(null, createRequire(path.join(driver, 'package.json'))('@colyseus/sdk').Client)
  : lean.bind(null, (await import(pathToFileURL(path.join(driver, 'ws-lean.mjs')))).LeanSocket);
const took = { seat: [], open: [], joined: [], state: [] };
const failures = new Map();
let joined = 0;

async function one(counted) {
  try {
    const marks = await join();
    if (counted) {
      joined++;
      for (const [name, ms] of Object.entries(marks)) took[name].push(ms);
    }
  } catch (error) {
    const text = String(error?.message ?? error);
    failures.set(text, (failures.get(text) ?? 0) + 1);
  }
}

const delay = monitorEventLoopDelay({ resolution: 2 });
const all = [];
const begun = performance.now();
const unmeasured = Math.round(options.warm * options.rate);
const measured = Math.round(options.seconds * options.rate);
let counting = begun;
for (let n = 0; n < unmeasured + measured; n++) {
  if (n === unmeasured) {
    delay.enable();
    counting = performance.now();
  }
  const wait = begun + (n * 1000) / options.rate - performance.now();
  if (wait > 0) await pause(wait);
  all.push(one(n >= unmeasured));
}
const asked = (performance.now() - counting) / 1000;
delay.disable();
await Promise.all(all);

const lateMs = (delay.percentile(99) - 2e6) / 1e6;
const rounded = (ms) => (ms === undefined ? null : Number(ms.toFixed(1)));
const result = { client: options.client, rate: Number((measured / asked).toFixed(0)), asked: measured, joined, failed: [...failures.values()].reduce((a, b) => a + b, 0) };
for (const [name, list] of Object.entries(took)) {
  if (list.length === 0) continue;
  list.sort((a, b) => a - b);
  const share = (part) => rounded(list[Math.min(list.length - 1, Math.floor(list.length * part))]);
  result[name] = { p50: share(0.5), p90: share(0.9), p99: share(0.99), max: rounded(list.at(-1)) };
}
result.driverLateMsP99 = rounded(lateMs);
result.valid = lateMs < LATE_MS && result.failed === 0;
if (options.json) {
  console.log(JSON.stringify(result));
} else {
  console.log(`asked ${measured} at ${result.rate}/s: joined ${joined}, failed ${result.failed}; driver late p99 ${result.driverLateMsP99} ms; ${result.valid ? 'valid' : 'NOT VALID'}`);
  for (const name of Object.keys(took)) {
    const s = result[name];
    if (s) console.log(`${name.padEnd(7)} ms p50 ${s.p50}, p90 ${s.p90}, p99 ${s.p99}, most ${s.max}`);
  }
  for (const [text, times] of failures) console.log(`failed ${times}: ${text}`);
}
process.exit(result.failed === 0 ? 0 : 1);
