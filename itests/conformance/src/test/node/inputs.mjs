// node inputs.mjs <endpoint>: the SDK's inputs in the room `steer`, on both channels, over a reconnection, and judged by
// what the client saw.
import assert from 'node:assert/strict';
import { playAll } from './play.mjs';
import { sdk, until } from './sdk.mjs';

const [endpoint] = process.argv.slice(2);
const { Client } = await sdk(18);

const unit = (room) => room.state.units.get(room.sessionId);
const idle = { dx: 0, dy: 0, fire: false };

async function enter(play, options) {
  const room = await play.client.joinOrCreate('steer');
  room.onMessage('shot', (shot) => play.shots.push(shot));
  room.reconnection.minUptime = 0;
  await until('the unit', () => unit(room) !== undefined);
  const input = room.input(options);
  Object.assign(input.data, idle);
  return { room, input };
}

async function comeBack(room) {
  const back = new Promise((resolve) => room.onReconnect(resolve));
  room.send('cut');
  await back;
}

const CHECKS = [
  {
    name: 'the client learns rate, patch interval and steps',
    async run(play) {
      Object.assign(play, await enter(play));
      const { tickRate, patchRate, subSteps } = play.input;
      assert.deepEqual({ tickRate, patchRate, subSteps }, { tickRate: 20, patchRate: 50, subSteps: 2 });
    },
  },
  {
    name: 'an input moves its unit',
    async run({ room, input }) {
      input.data.dx = 2;
      input.send();
      await until('2 to the right', () => unit(room).x === 2);
    },
  },
  {
    name: 'an input without a change is the same again',
    async run({ room, input }) {
      input.send();
      await until('4 to the right', () => unit(room).x === 4);
    },
  },
  { name: 'each is confirmed', run: ({ input }) => until('both', () => input.lastProcessed === 2 && input.sentCount === 2) },
  {
    name: 'what is out of range is put right',
    async run({ room, input }) {
      input.data.dx = 100;
      input.send();
      await until('9 to the right', () => unit(room).x === 9);
    },
  },
  {
    name: 'the clock goes on while nothing changes',
    async run({ room }) {
      const before = room.clock.lastServerTime();
      await until('five patches more', () => room.clock.lastServerTime() >= before + 250);
    },
  },
  { name: 'and the way there and back is known', run: ({ room }) => until('a figure', () => room.clock.smoothedRtt() > 0) },
  {
    name: 'a shot is judged by what the client saw',
    async run({ input, shots }) {
      Object.assign(input.data, { dx: 0, fire: true });
      input.send();
      await until('the verdict', () => shots.length === 1);
      const [{ there, seen, at, reckon }] = shots;
      assert.ok(there && at > 0 && reckon >= at, JSON.stringify(shots));
      assert.ok(Math.abs(seen - at) <= 1, `the target was at ${seen} where it should have been at ${at}`);
    },
  },
  {
    name: 'after coming back inputs are counted anew',
    async run({ room, input }) {
      await comeBack(room);
      Object.assign(input.data, { dx: 1, fire: false });
      const seq = input.send();
      assert.equal(seq, 1);
      await until('10 to the right', () => unit(room).x === 10);
      await until('its confirmation', () => input.lastProcessed === 1);
    },
  },
  {
    name: 'the redundant channel is heard once',
    async run(play) {
      play.ring = await enter(play, { mode: 'unreliable', historySize: 4 });
      const { room, input } = play.ring;
      for (const dx of [1, 2, 3, 4, 5]) {
        input.data.dx = dx;
        input.send();
      }
      await until('15 to the right', () => unit(room).x === 15);
    },
  },
  {
    name: 'also over a reconnection',
    async run({ ring: { room, input } }) {
      await comeBack(room);
      input.data.dx = -5;
      input.send();
      input.send();
      await until('5 to the right', () => unit(room).x === 5);
    },
  },
  { name: 'all of them can leave', run: async ({ room, ring }) => assert.deepEqual([await room.leave(), await ring.room.leave()], [4000, 4000]) },
];

await playAll(`against ${endpoint}`, CHECKS, { client: new Client(endpoint), shots: [] });
