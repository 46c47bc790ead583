// What an unmodified SDK must find in the room `my`: one check per line of the table, played in this order by clients that
// share one room. `from` is the first SDK generation that can do it, `until` the last.
import assert from 'node:assert/strict';
import { until } from './sdk.mjs';

const OLDER_CODES = 3690;
const BIG = 9007199254740993n;

const plain = (room) => room.state.toJSON();
const player = (room, of) => room.state.players.get(of.sessionId).toJSON();
const received = (play, type) => play.got.filter(([name]) => name === type).map(([, payload]) => payload);

/** Both see the same, field by field. */
async function agree(one, other) {
  await until('both clients see the same', () => {
    assert.deepEqual(plain(one), plain(other));
    return true;
  });
}

async function refused(play, code, attempt) {
  const expected = play.generation === 16 ? code + OLDER_CODES : code;
  await assert.rejects(attempt, (error) => {
    assert.equal(error.code, expected, String(error));
    return true;
  });
}

const ECHOED = {
  a: [1, 64, 127, 128, { b: 1 }, { b: 2 }],
  d: new Date(1700000000123),
  n: null,
  neg: -5,
  f: 1.5,
  s: 'é😀',
  big: 4294967296,
  nest: { x: { y: [true, false] } },
};

async function enter(play) {
  const { client } = play;
  play.a = await client.joinOrCreate('my', { name: 'Zoë' });
  play.a.onMessage('*', (type, payload) => play.got.push([type, payload]));
  play.a.onMessage('hello', (payload) => play.got.push(['hello', payload]));
  play.b = await client.joinById(play.a.roomId, { name: 'B' });
  play.b.onMessage('*', () => {});
  await until('two players on both sides', () => play.a.state.players.size === 2 && play.b.state.players.size === 2);
}

const joining = [
  { name: 'both clients see the same', run: async (play) => (await enter(play), agree(play.a, play.b)) },
  { name: 'there are two players', run: ({ a }) => assert.equal(a.state.players.size, 2) },
  { name: 'a name keeps its letters', run: ({ a }) => assert.equal(player(a, a).name, 'Zoë') },
  { name: 'a number beyond 53 bits is exact', run: ({ a }) => assert.equal(a.state.big, BIG) },
  {
    name: 'what is sent on joining arrives',
    run: (play) => until('hello', () => assert.deepEqual(play.got[0], ['hello', { from: 'join' }]) ?? true),
  },
];

const state = [
  {
    name: 'arrays in objects in a map follow',
    async run({ a, b }) {
      a.send('move', { x: 10, y: -3.75 });
      a.send('give', { at: 0, ids: [1, 2, 3] });
      await until('three items', () => player(b, a).items.length === 3);
      a.send('give', { at: 1, ids: [9] });
      a.send('drop', { at: 0, n: 1 });
      a.send('boss', 7);
      const items = [9, 2, 3].map((id) => ({ id, tags: ['t' + id] }));
      const wanted = { x: 10, y: -3.75, name: 'Zoë', items };
      await until('the items', () => assert.deepEqual(player(b, a), wanted) ?? true);
    },
  },
  { name: 'an object of a derived type follows', run: ({ b }) => until('a boss', () => b.state.boss.level === 7) },
  {
    name: 'an array turns round',
    async run({ a, b }) {
      a.send('reverse');
      a.send('boss', 0);
      const ids = () => player(b, a).items.map((item) => item.id);
      await until('the other order', () => assert.deepEqual(ids(), [3, 2, 9]) ?? true);
    },
  },
  { name: 'a field goes away', run: ({ b }) => until('no boss', () => b.state.boss === undefined) },
  {
    name: 'who comes late sees the same',
    async run(play) {
      play.late = await play.client.joinById(play.a.roomId, { name: 'C' });
      play.late.onMessage('*', () => {});
      await until('a third player', () => play.late.state.players?.size === 3);
      await agree(play.late, play.a);
    },
  },
];

const messages = [
  {
    name: 'a payload comes back as it was',
    async run(play) {
      play.a.send('echo', ECHOED);
      play.a.send('echo');
      play.a.send(7, 'seven');
      play.a.sendBytes('raw', new Uint8Array([9, 8, 7]));
      await until('bytes', () => received(play, 'raw').length === 1);
      assert.deepEqual(received(play, 'echo')[0], ECHOED);
    },
  },
  { name: 'a date stays a date', run: (play) => assert.ok(received(play, 'echo')[0].d instanceof Date) },
  { name: 'no payload stays none', run: (play) => assert.equal(received(play, 'echo')[1], undefined) },
  { name: 'a type may be a number', run: (play) => assert.deepEqual(received(play, 7), ['seven']) },
  { name: 'bytes stay bytes', run: (play) => assert.deepEqual([...received(play, 'raw')[0]], [9, 8, 7]) },
  {
    name: 'a request is answered',
    from: 18,
    run: async ({ a }) => assert.equal(await a.request('sum', [1, 2, 3]), 6),
  },
  {
    name: 'a request is rejected with its reason',
    from: 18,
    run: ({ a }) => assert.rejects(a.request('reject', 'no'), { name: 'rejected', reason: { why: 'no' } }),
  },
  {
    name: 'a request nobody handles says so',
    from: 18,
    run: ({ a }) => assert.rejects(a.request('nope'), { name: 'no_handler' }),
  },
  {
    name: 'a ping comes back',
    from: 17,
    run: async ({ a }) => assert.equal(typeof (await new Promise((resolve) => a.ping(resolve))), 'number'),
  },
  {
    name: 'latency can be measured before joining',
    from: 17,
    run: async ({ client }) => assert.equal(typeof (await client.getLatency({ pingCount: 2 })), 'number'),
  },
  {
    name: 'an error has its code and text',
    async run({ a }) {
      let heard;
      a.onError((code, text) => (heard = [code, text]));
      a.send('err');
      await until('the error', () => heard !== undefined);
      assert.deepEqual(heard, [1234, 'custom error']);
    },
  },
];

const refusals = [
  { name: 'no such room to join', run: (play) => refused(play, 522, () => play.client.joinById('zzz')) },
  { name: 'no such type of room', run: (play) => refused(play, 520, () => play.client.create('zzz')) },
  { name: 'refused by the room', run: (play) => refused(play, 525, () => play.client.create('my', { bad: true })) },
  { name: 'no such room to come back to', run: (play) => refused(play, 522, () => play.client.reconnect('zzz:t')) },
];

const reconnection = [
  {
    name: 'a cut client comes back by itself',
    from: 17,
    async run(play) {
      const { a, b } = play;
      const events = [];
      b.onLeave((code) => events.push(['leave', code]));
      b.onDrop((code) => events.push(['drop', code]));
      b.onReconnect(() => events.push(['reconnect']));
      play.token = b.reconnectionToken;
      b.reconnection.minUptime = 0;
      b.send('terminate');
      await until('the cut', () => events.length > 0);
      a.send('drop', { at: 0, n: 2 });
      a.send('boss', 3);
      await until('the return', () => events.length > 1);
      assert.deepEqual(events, [['drop', 1006], ['reconnect']]);
    },
  },
  { name: 'with a new token', from: 17, run: ({ b, token }) => assert.notEqual(b.reconnectionToken, token) },
  { name: 'and sees what it missed', from: 17, run: ({ a, b }) => agree(a, b) },
  {
    name: 'and what comes then',
    from: 17,
    async run({ a, b }) {
      a.send('move', { x: 1, y: 1 });
      await until('the move', () => player(b, a).x === 1);
      await agree(a, b);
    },
  },
  {
    name: 'a cut client is brought back',
    until: 16,
    async run(play) {
      const { b } = play;
      const token = b.reconnectionToken;
      const gone = new Promise((resolve) => b.onLeave(resolve));
      b.send('terminate');
      await gone;
      play.b = await play.client.reconnect(token);
      play.b.onMessage('*', () => {});
      await until('its state', () => play.b.state.players?.size === 3);
      await agree(play.b, play.a);
    },
  },
];

const leaving = [
  { name: 'leaving ends with its code', run: async ({ late }) => assert.equal(await late.leave(), 4000) },
  { name: 'who left is gone for all', run: ({ a }) => until('two players', () => a.state.players.size === 2) },
  {
    name: 'a kick has its code',
    async run({ a }) {
      const code = new Promise((resolve) => a.onLeave(resolve));
      a.send('kick');
      assert.equal(await code, 4005);
    },
  },
];

export const CHECKS = [...joining, ...state, ...messages, ...refusals, ...reconnection, ...leaving];
