#!/usr/bin/env node
// Our state encoder beside that of Colyseus: peer, ours, peer, and a table of ratios. A quarter of an hour on a quiet machine.
//   mvn -q -pl benchmarks -am package -Dunit.skip && (cd benchmarks/peer && npm ci --ignore-scripts)
//   node benchmarks/encoder.mjs [--forks 2] [--iterations 5] [--seconds 1]
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const here = path.dirname(new URL(import.meta.url).pathname);
const options = { forks: 2, iterations: 5, seconds: 1 };
for (let i = 2; i < process.argv.length; i += 2) {
  const name = process.argv[i].replace(/^--/, '');
  if (!(name in options)) {
    console.error(`No such option: ${process.argv[i]}; there are ${Object.keys(options).join(', ')}`);
    process.exit(2);
  }
  options[name] = Number(process.argv[i + 1]);
}

function peer() {
  const seconds = String(options.seconds * options.iterations);
  return JSON.parse(execFileSync(process.execPath, [path.join(here, 'peer', 'schema.mjs'), seconds], { encoding: 'utf8' }));
}

/** Nanoseconds by the benchmark's method. */
function ours() {
  const out = path.join(os.tmpdir(), `hotrealm-encoder-${process.pid}.json`);
  const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  const classes = `${path.join(here, 'target/classes')}${path.delimiter}${path.join(here, 'target/lib/*')}`;
  const jmh = ['-cp', classes, 'org.openjdk.jmh.Main', 'state.(SharedPatch|ViewPatches)', '-f', options.forks, '-wi', options.iterations,
    '-i', options.iterations, '-w', options.seconds, '-r', options.seconds, '-tu', 'ns', '-rf', 'json', '-rff', out].map(String);
  const ended = spawnSync(java, jmh, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (ended.status !== 0) {
    console.error('JMH failed; build the benchmarks first, see the head of this file');
    process.exit(1);
  }
  const results = JSON.parse(fs.readFileSync(out, 'utf8'));
  fs.unlinkSync(out);
  return Object.fromEntries(results.map((one) => [one.benchmark.split('.').at(-1), one.primaryMetric.score]));
}

const before = peer();
const measured = ours();
const after = peer();
const rows = [
  ['set two fields', 'set', 'set'],
  ['encode once for all', 'encode', 'tickAndPatch'],
  ['set, encoded and made a message: values in objects', 'whole', 'objects'],
  ['the same: values in columns', 'whole', 'columns'],
  ['a seen entity in a view\'s message: 200 views of 100 among 2,000', 'views200of2000', 'views200of2000'],
  ['50 views of 100 among 10,000', 'views50of10000', 'views50of10000'],
  ['50 views of 100 among 30,000', 'views50of30000', 'views50of30000'],
];
console.log(`\n${execFileSync('uname', ['-srm'], { encoding: 'utf8' }).trim()}, ${os.cpus().length} cores, node ${process.version}\n`);
console.log('| ns an entity | `@colyseus/schema` | ours | it to ours |\n| --- | --- | --- | --- |');
for (const [text, theirs, own] of rows) {
  const [least, most] = [before[theirs], after[theirs]].sort((a, b) => a - b);
  const ratio = (least + most) / 2 / measured[own];
  console.log(`| ${text} | ${least.toFixed(1)} to ${most.toFixed(1)} | ${measured[own].toFixed(1)} | ${ratio.toFixed(1)} |`);
}
