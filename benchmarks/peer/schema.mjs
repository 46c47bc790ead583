// What @colyseus/schema needs for the worlds that SharedPatch and ViewPatches of our benchmarks have: every entity moves in each
// tick, which sets two of its four fields. The calls and their order are those of Colyseus' own room: encode(), encodeView() for
// each client, discardChanges(). Prints one line of JSON: nanoseconds by case.
import { Encoder, schema, StateView, t } from '@colyseus/schema';

const SECONDS = Number(process.argv[2] ?? 3);
const WARM_SECONDS = 2;
const VISIBLE = 100;

Encoder.BUFFER_SIZE = 1 << 21;
const Entity = schema({ x: t.float32(), y: t.float32(), hp: t.uint16(), state: t.uint8() }, 'Entity');
const Open = schema({ all: t.map(Entity) }, 'Open');
const Gated = schema({ all: t.map(Entity).view() }, 'Gated');

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** Medians over the ticks of each part, in nanoseconds. */
function measure(count, viewers) {
  const root = viewers > 0 ? new Gated() : new Open();
  const entities = [];
  for (let i = 0; i < count; i++) {
    const entity = new Entity();
    Object.assign(entity, { x: i, y: i, hp: 100, state: 1 });
    root.all.set(`m${i}`, entity);
    entities.push(entity);
  }
  const encoder = new Encoder(root);
  encoder.encodeAll({ offset: 0 });
  encoder.discardChanges();
  const views = Array.from({ length: viewers }, (_, v) => {
    const view = new StateView();
    const start = Math.floor((v * count) / viewers);
    for (let i = 0; i < VISIBLE; i++) view.add(entities[(start + i) % count]);
    return view;
  });
  const shared = { offset: 1 };
  encoder.encode(shared);
  const mark = shared.offset;
  views.forEach((view) => encoder.encodeView(view, mark, shared));
  encoder.discardChanges();

  const parts = { set: [], encode: [], views: [], whole: [] };
  let tick = 0;
  let bytes = 0;
  const step = () => {
    tick++;
    const begun = process.hrtime.bigint();
    for (let i = 0; i < count; i++) {
      entities[i].x = i + tick * 0.1;
      entities[i].y = i - tick * 0.1;
    }
    const set = process.hrtime.bigint();
    const it = { offset: 1 };
    bytes = encoder.encode(it).length;
    const from = it.offset;
    const encoded = process.hrtime.bigint();
    for (const view of views) bytes = encoder.encodeView(view, from, it).length;
    const copied = process.hrtime.bigint();
    encoder.discardChanges();
    const done = process.hrtime.bigint();
    parts.set.push(Number(set - begun));
    parts.encode.push(Number(encoded - set + (done - copied)));
    parts.views.push(Number(copied - encoded));
    parts.whole.push(Number(done - begun));
  };
  for (const end = performance.now() + WARM_SECONDS * 1000; performance.now() < end; ) step();
  Object.values(parts).forEach((list) => (list.length = 0));
  for (const end = performance.now() + SECONDS * 1000; performance.now() < end; ) step();
  return { set: median(parts.set), encode: median(parts.encode), views: median(parts.views), whole: median(parts.whole), bytes };
}

const shared = measure(10_000, 0);
const result = {
  set: shared.set / 10_000,
  encode: shared.encode / 10_000,
  whole: shared.whole / 10_000,
};
for (const [viewers, count] of [[200, 2_000], [50, 10_000], [50, 30_000]]) {
  const one = measure(count, viewers);
  result[`views${viewers}of${count}`] = one.views / viewers / VISIBLE;
  result[`tick${viewers}of${count}`] = one.whole;
}
console.log(JSON.stringify(result));
