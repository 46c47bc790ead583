#!/usr/bin/env node
// What a connection costs that does nothing: clients join rooms in which nothing moves and stay.
//   node idle.mjs BENCH PID [--clients 2000] [--rate 200] [--url http://127.0.0.1:2567]
// PID is the server's, started with ARENA_MONSTERS=0; `jcmd` of its Java has to be on the path. The clients come and go once
// before, so that what is kept for whoever comes next is there already; read are the heap after a whole collection and what is
// resident, without clients and with them.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const JOIN_ROOM = 10;
const LEAVE_ROOM = 12;
const ROOM_STATE = 14;
const SETTLE_MS = 4000;

const options = { clients: 2000, rate: 200, url: 'http://127.0.0.1:2567' };
const [bench, pid, ...rest] = process.argv.slice(2);
for (let i = 0; i < rest.length; i += 2) {
  const name = rest[i].replace(/^--/, '');
  if (!(name in options)) {
    console.error(`No such option: ${rest[i]}; there are ${Object.keys(options).join(', ')}`);
    process.exit(2);
  }
  options[name] = typeof options[name] === 'number' ? Number(rest[i + 1]) : rest[i + 1];
}
if (!bench || !pid) {
  console.error('Usage: idle.mjs BENCH PID [--option value]...');
  process.exit(2);
}
const { LeanSocket } = await import(pathToFileURL(path.resolve(bench, 'driver', 'ws-lean.mjs')));
const base = new URL(options.url);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** One client with its full state; it answers pings and says nothing else. */
async function join() {
  const answer = await fetch(`${options.url}/matchmake/joinOrCreate/arena`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
  const seat = await answer.json();
  if (!answer.ok) throw new Error(`${answer.status} ${JSON.stringify(seat)}`);
  return new Promise((resolve, reject) => {
    const socket = new LeanSocket(`ws://${base.host}/${seat.processId}/${seat.roomId}?sessionId=${seat.sessionId}`, {
      frame: (bytes, from) => {
        const code = bytes[from] & 0x1f;
        if (code === JOIN_ROOM) socket.send(Buffer.from([JOIN_ROOM]));
        else if (code === ROOM_STATE) resolve(socket);
      },
      close: (code) => reject(new Error(`closed ${code} ${socket.error ?? ''}`)),
    });
  });
}

async function joinAll() {
  const begun = performance.now();
  const all = [];
  for (let n = 0; n < options.clients; n++) {
    const wait = begun + (n * 1000) / options.rate - performance.now();
    if (wait > 0) await pause(wait);
    all.push(join());
  }
  return Promise.all(all);
}

/** Bytes on the heap after a whole collection, and resident. */
async function memory() {
  await pause(SETTLE_MS);
  execFileSync('jcmd', [pid, 'GC.run']);
  await pause(SETTLE_MS);
  execFileSync('jcmd', [pid, 'GC.run']);
  const used = /used (\d+)K/.exec(execFileSync('jcmd', [pid, 'GC.heap_info'], { encoding: 'utf8' }));
  const resident = /VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  return { heap: Number(used[1]) * 1024, resident: Number(resident[1]) * 1024 };
}

const first = await joinAll();
first.forEach((socket) => socket.send(Buffer.from([LEAVE_ROOM])));
const without = await memory();
const stay = await joinAll();
const withThem = await memory();
const open = stay.filter((socket) => !socket.closed).length;
const each = (what) => Number(((withThem[what] - without[what]) / open / 1024).toFixed(1));
const mb = (bytes) => Number((bytes / 1048576).toFixed(1));
console.log(JSON.stringify({
  clients: open,
  lost: options.clients - open,
  heapMb: [mb(without.heap), mb(withThem.heap)],
  residentMb: [mb(without.resident), mb(withThem.resident)],
  heapKbEach: each('heap'),
  residentKbEach: each('resident'),
}));
process.exit(open === options.clients ? 0 : 1);
