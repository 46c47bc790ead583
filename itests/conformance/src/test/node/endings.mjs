// node endings.mjs <endpoint>: every way in which a connection ends or comes back, as the SDK's application hears of it.
import assert from 'node:assert/strict';
import { playAll } from './play.mjs';
import { sdk, until } from './sdk.mjs';
import WebSocket from 'ws';

const [endpoint] = process.argv.slice(2);
const { Client } = await sdk(18);

async function enter({ client }, options = {}) {
  const room = await client.create('ends', options);
  const events = [];
  room.onMessage('*', () => {});
  room.onDrop((code) => events.push(['drop', code]));
  room.onReconnect(() => events.push(['reconnect']));
  room.onLeave((code, reason) => events.push(['leave', code, reason ?? '']));
  room.onError((code, text) => events.push(['error', code, text]));
  room.reconnection.minUptime = 0;
  room.reconnection.maxRetries = 4;
  await until('the state', () => room.state.count === 0);
  return { room, events };
}

const last = (events) => events.at(-1)?.[0];

function closedWith(code, reason) {
  return {
    name: `the room closes with ${code}`,
    async run(play) {
      const { room, events } = await enter(play);
      room.send('close', { code, reason });
      await until('the end', () => last(events) === 'leave');
      assert.deepEqual(events, [['leave', code, reason]]);
    },
  };
}

/** A frame that no client may send, by the SDK's own connection. */
function breach(name, bytes, code, reason) {
  return {
    name,
    async run(play) {
      const { room, events } = await enter(play);
      room.connection.send(new Uint8Array(bytes));
      await until('the end', () => last(events) === 'leave');
      assert.equal(events[0][1], code);
      assert.match(events[0][2], reason);
    },
  };
}

const comesBack = (name, leave) => ({
  name,
  async run(play) {
    const { room, events } = await enter(play);
    const { sessionId, reconnectionToken } = room;
    await leave(room, events);
    await until('the drop', () => events.length > 0);
    room.send('count');
    room.send('count');
    await until('the return', () => last(events) === 'reconnect');
    assert.equal(events[0][0], 'drop');
    assert.equal(room.sessionId, sessionId);
    assert.notEqual(room.reconnectionToken, reconnectionToken);
    await until('what was sent meanwhile', () => room.state.count === 2);
    assert.equal(await room.leave(), 4000);
  },
});

const CHECKS = [
  closedWith(1000, 'done'),
  closedWith(3000, 'as you wish'),
  closedWith(4000, ''),
  closedWith(4002, 'you broke it'),
  closedWith(4005, 'kicked'),
  closedWith(4999, 'é'.repeat(40)),
  {
    name: 'the client leaves by consent',
    async run(play) {
      const { room, events } = await enter(play);
      assert.equal(await room.leave(), 4000);
      assert.deepEqual(events.map(([what, code]) => [what, code]), [['leave', 4000]]);
    },
  },
  {
    name: 'the room ends',
    async run(play) {
      const { room, events } = await enter(play);
      room.send('end');
      await until('the end', () => last(events) === 'leave');
      assert.deepEqual(events, [['leave', 4000, 'the room is over']]);
    },
  },
  {
    name: 'a message nobody handles',
    async run(play) {
      const { room, events } = await enter(play);
      room.send('nope');
      await until('the end', () => last(events) === 'leave');
      assert.deepEqual(events, [['leave', 4002, 'room onMessage for "nope" not registered.']]);
    },
  },
  {
    name: 'a message whose handler fails is an error, and the client stays',
    async run(play) {
      const { room, events } = await enter(play);
      room.send('fail');
      await until('the error', () => events.length === 1);
      assert.equal(events[0][0], 'error');
      room.send('count');
      await until('the count', () => room.state.count === 1);
      await room.leave();
    },
  },
  breach('a payload that is none', [0x0d, 0xa5, 0x63, 0x6f, 0x75, 0x6e, 0x74, 0xc1], 4002, /unknown byte 0xc1/),
  breach('a code of the server', [0x0e, 0x80], 4002, /code 0x0e/),
  breach('a message of 5000 bytes', [0x0d, 0xa1, 0x78, 0xc5, 0x13, 0x88, ...new Array(5000).fill(0)], 1009, /./),
  {
    name: 'a flood',
    async run(play) {
      const { room, events } = await enter(play);
      for (let i = 0; i < 2000 && events.length === 0; i++) {
        room.send('count');
      }
      await until('the end', () => last(events) === 'leave');
      assert.equal(events[0][1], 4002);
      assert.match(events[0][2], /more than 200 frames a second/);
    },
  },
  {
    name: 'the room refuses the join',
    run: (play) => assert.rejects(play.client.create('ends', { refuse: true }), { code: 4321, message: 'not you' }),
  },
  comesBack('the network fails', (room) => room.send('cut')),
  comesBack('the room asks to come back with 4010', (room) => room.send('close', { code: 4010, reason: 'a moment' })),
  comesBack('the client goes without consent', (room) => void room.leave(false)),
  {
    name: 'the client comes back by its token in another process',
    async run(play) {
      const { room } = await enter(play);
      const token = room.reconnectionToken;
      room.reconnection.enabled = false;
      const gone = new Promise((resolve) => room.onLeave(resolve));
      room.send('count');
      room.send('cut');
      await gone;
      const again = await new Client(endpoint).reconnect(token);
      again.onMessage('*', () => {});
      assert.equal(again.sessionId, room.sessionId);
      await until('the state', () => again.state.count === 1);
      assert.equal(await again.leave(), 4000);
      await assert.rejects(new Client(endpoint).reconnect(token), (error) => [522, 524].includes(error.code));
    },
  },
  {
    name: 'a new connection with the token takes over from one that looks alive',
    async run(play) {
      const { room, events } = await enter(play);
      const again = await new Client(endpoint).reconnect(room.reconnectionToken);
      again.onMessage('*', () => {});
      await until('the first to end', () => last(events) === 'leave');
      assert.deepEqual(events, [['leave', 4000, 'taken over by a new connection']]);
      again.send('count');
      await until('the second to play', () => again.state.count === 1);
      await again.leave();
    },
  },
  {
    name: 'a return that is refused is not tried again',
    async run(play) {
      const { room, events } = await enter(play);
      const url = new URL(room.connection.transport.ws.url);
      url.searchParams.set('reconnectionToken', 'wrong-one');
      const socket = new WebSocket(url);
      const frames = [];
      socket.on('message', (data) => frames.push(new Uint8Array(data)));
      const code = await new Promise((resolve) => socket.on('close', resolve));
      assert.equal(code, 4003);
      assert.equal(frames[0][0], 0x0b);
      assert.deepEqual(events, []);
      await room.leave();
    },
  },
  {
    name: 'a seat is taken once',
    async run(play) {
      const { room } = await enter(play);
      const url = room.connection.transport.ws.url;
      const code = await new Promise((resolve) => new WebSocket(url).on('close', resolve));
      assert.equal(code, 4002);
      await room.leave();
    },
  },
];

await playAll(`against ${endpoint}`, CHECKS, { client: new Client(endpoint) });
