#!/usr/bin/env node
// Measures Colyseus, Hotrealm and Colyseus again, and so on, case by case, and prints a table of ratios.
//   node side-by-side.mjs BENCH [--cases rooms20:30,arena400,aoi200,zone10k,zone30k,zone10k200]
//     [--references ws,uws] [--runs 3] [--duration 12] [--warmup 10] [--join-rate 200] [--port 3600] [--out FILE]
// BENCH is the folder of the harness (run-matrix.mjs, cases.json, driver/ and peers/colyseus/ with their packages installed).
// A case may name its number of rooms. With the defaults it takes about 40 minutes; nothing else should run meanwhile.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const here = path.dirname(new URL(import.meta.url).pathname);
const options = {
  cases: 'rooms20:30,arena400,aoi200,zone10k,zone30k,zone10k200',
  references: 'ws,uws',
  runs: 3,
  duration: 12,
  warmup: 10,
  'join-rate': 200,
  port: 3600,
  out: path.join(os.tmpdir(), `side-by-side-${process.pid}.jsonl`),
};

const [bench, ...rest] = process.argv.slice(2);
if (!bench || !fs.existsSync(path.join(bench, 'run-matrix.mjs'))) {
  console.error('Usage: side-by-side.mjs BENCH [--option value]...; BENCH is the folder with run-matrix.mjs');
  process.exit(2);
}
for (let i = 0; i < rest.length; i += 2) {
  const name = rest[i].replace(/^--/, '');
  if (!(name in options)) {
    console.error(`No such option: ${rest[i]}; there are ${Object.keys(options).join(', ')}`);
    process.exit(2);
  }
  options[name] = typeof options[name] === 'number' ? Number(rest[i + 1]) : rest[i + 1];
}

const known = JSON.parse(fs.readFileSync(path.join(bench, 'cases.json'), 'utf8'));
const cases = options.cases.split(',').map((text) => {
  const [name, rooms] = text.split(':');
  if (!known[name]) {
    console.error(`No such case: ${name}; there are ${Object.keys(known).join(', ')}`);
    process.exit(2);
  }
  return { name, rooms: rooms ?? String(known[name].rooms[0]), stretch: known[name].stretch === true };
});
const references = options.references.split(',').filter(Boolean);

/** One fresh server, driven once; its line goes to the file of results. */
function run(who, { name, rooms }) {
  const server =
    who === 'ours'
      ? ['--cwd', here, '--cmd', './arena']
      : ['--cwd', path.join(bench, 'peers/colyseus'), '--cmd', 'node server.mjs', '--env', `TRANSPORT=${who}`];
  const measure = ['--cases', name, '--rooms', rooms, '--repeat', '1', '--out', path.resolve(options.out)];
  const times = ['duration', 'warmup', 'join-rate', 'port'].flatMap((key) => [`--${key}`, String(options[key])]);
  const argv = [path.resolve(bench, 'run-matrix.mjs'), '--name', who, ...server, ...measure, ...times];
  spawnSync(process.execPath, argv, { cwd: bench, stdio: 'inherit' });
}

/** References around each run of ours, as the machine's speed drifts; what references cannot carry is measured on ours alone. */
function turns({ stretch }) {
  const others = stretch ? [] : references;
  const all = [...others];
  for (let i = 0; i < options.runs; i++) all.push('ours', ...(i % 2 ? others : [...others].reverse()));
  return all;
}

function lines() {
  if (!fs.existsSync(options.out)) return [];
  return fs.readFileSync(options.out, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

const sorted = (values) => values.filter((v) => v != null).sort((a, b) => a - b);
const median = (values) => {
  const s = sorted(values);
  const half = s.length >> 1;
  return s.length === 0 ? NaN : s.length % 2 ? s[half] : (s[half - 1] + s[half]) / 2;
};
const short = (v) => (Number.isFinite(v) ? (Math.abs(v) >= 100 ? v.toFixed(0) : v.toPrecision(3)) : '-');
const spread = (values) => {
  const s = sorted(values);
  return s.length < 2 ? short(s[0]) : `${short(median(s))} [${short(s[0])}..${short(s.at(-1))}]`;
};

function table(all) {
  const head = ['case', 'server', 'runs valid', 'delivered', 'B/patch', 'CPU ms per player-s', 'CPU s per 1,000 patches',
    'p99 jitter ms', 'p99.9 jitter ms', 'p99 ping ms', 'RSS MB', 'CPU, ours to it', 'CPU per patch, ours to it'];
  console.log(`| ${head.join(' | ')} |\n|${head.map(() => '---|').join('')}`);
  for (const { name, rooms } of cases) {
    const of = (who) => all.filter((line) => line.label === `${who}/${name}/${rooms}`);
    const ours = of('ours');
    for (const who of [...references, 'ours']) {
      const runs = of(who);
      if (runs.length === 0) continue;
      const column = (pick) => spread(runs.map(pick));
      const ratio = (pick) => (who === 'ours' ? '' : short(median(ours.map(pick)) / median(runs.map(pick))));
      const cells = [`${name}, ${rooms} × ${runs[0].perRoom}`, who, `${runs.filter((r) => r.valid).length}/${runs.length}`,
        column((r) => r.delivered), column((r) => r.bytesPerPatch), column((r) => r.cpuMsPerPlayerSec), column((r) => r.cpuSecPer1000Patches),
        column((r) => r.jitterMs.p99), column((r) => r.jitterMs.p999), column((r) => r.pingMs.p99), column((r) => r.rssMb),
        ratio((r) => r.cpuMsPerPlayerSec), ratio((r) => r.cpuSecPer1000Patches)];
      console.log(`| ${cells.join(' | ')} |`);
    }
  }
}

const began = Date.now();
for (const each of cases) {
  for (const who of turns(each)) run(who, each);
}
console.log(`\n${execFileSync('uname', ['-srm'], { encoding: 'utf8' }).trim()}, ${os.cpus().length} cores, node ${process.version}, ` +
  `${Math.round((Date.now() - began) / 60_000)} minutes; lines in ${options.out}\n`);
table(lines());
