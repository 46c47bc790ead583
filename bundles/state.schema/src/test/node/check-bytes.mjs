// node check-bytes.mjs <schema package>
// Feeds bytes made by our encoder to the SDK's own decoder. Each line of input is a job, each line of output its result:
//   { "countReferences": true, "clients": [ { "name", "handshake": hex, "frames": [ { "hex", "resync", "expect" } ] } ] }
//   { "frames": 12, "failures": [] }
// Bytes are hex without the opcode. Checked is that the decoder says nothing, that the state equals "expect", and that every
// reference the decoder knows is reachable and counted exactly as often as it is referred to (otherwise a client leaks or
// loses objects).
import readline from 'node:readline';

const [packageName] = process.argv.slice(2);
const { Reflection, Schema, getDecoderStateCallbacks } = await import(packageName);
let heard = [];
console.log = console.warn = console.error = (...words) => heard.push(words.map(String).join(' ').split('\n')[0]);

const unhex = (hex) => new Uint8Array(Buffer.from(hex, 'hex'));

function plain(value) {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number' && Object.is(value, -0)) return '-0';
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.keys(value).sort().map((key) => [key, plain(value[key])]));
  }
  return value;
}

function checkReferences(decoder, onFailure) {
  const known = new Map([...decoder.root.refs].map(([id, node]) => [node, id]));
  const idOf = (node) => {
    const id = node['~refId'] ?? node[Symbol.for('$refId')];
    return typeof id === 'number' ? id : known.get(node);
  };
  const counts = new Map([[0, 1]]);
  const seen = new Set();
  const walk = (node) => {
    if (seen.has(node)) return;
    seen.add(node);
    const fields = () => Object.values(node.constructor[Symbol.metadata] ?? {}).filter((f) => typeof f?.name === 'string');
    const children = node instanceof Schema ? fields().map((field) => node[field.name]) : [...node.values()];
    for (const child of children) {
      if (!child || typeof child !== 'object') continue;
      const id = idOf(child);
      if (id === undefined) {
        onFailure('an object in the state is unknown to the reference table');
        continue;
      }
      counts.set(id, (counts.get(id) ?? 0) + 1);
      walk(decoder.root.refs.get(id) ?? child);
    }
  };
  walk(decoder.state);
  for (const id of decoder.root.refs.keys()) {
    const wanted = counts.get(id) ?? 0;
    const counted = decoder.root.refCount?.[id] ?? decoder.root.refCounts?.[id] ?? 0;
    if (wanted !== counted) onFailure(`refId ${id} is referred to ${wanted} times but counted ${counted}`);
  }
}

function checkFrame(decoder, frame, countReferences, fail) {
  heard = [];
  if (frame.resync && decoder.decodeResync) decoder.decodeResync(unhex(frame.hex));
  else decoder.decode(unhex(frame.hex));
  if (heard.length) fail(`decoder complained: ${heard.slice(0, 3).join(' | ')}`);
  const seen = JSON.stringify(plain(decoder.state.toJSON()));
  const expected = JSON.stringify(plain(frame.expect));
  if (seen !== expected) fail(`state is\n${seen}\nnot\n${expected}`);
  if (countReferences) checkReferences(decoder, fail);
}

function checkClient(client, countReferences, failures) {
  let at = 'handshake';
  const fail = (why) => failures.push(`${client.name}, ${at}: ${why}`);
  try {
    heard = [];
    const decoder = Reflection.decode(unhex(client.handshake));
    getDecoderStateCallbacks(decoder);
    if (heard.length) fail(heard.join(' | '));
    for (const [i, frame] of client.frames.entries()) {
      at = `frame ${i}`;
      checkFrame(decoder, frame, countReferences, fail);
    }
  } catch (error) {
    fail(`decoder threw ${error.stack}`);
  }
}

function run(job) {
  const failures = [];
  let frames = 0;
  for (const client of job.clients) {
    frames += client.frames.length;
    checkClient(client, job.countReferences, failures);
  }
  return { frames, failures: failures.slice(0, 5) };
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(run(JSON.parse(line)))}\n`);
}
