// The rooms that are there already, met by an unmodified SDK: relay, lobby and queue.
import assert from 'node:assert/strict';
import { sdk, until } from './sdk.mjs';

const endpoint = process.argv[2];
const { Client } = await sdk(18);

/** Everything a room sends, by type. */
function listen(room, ...types) {
  const heard = Object.fromEntries(types.map((type) => [type, []]));
  for (const type of types) {
    room.onMessage(type, (message) => heard[type].push(message));
  }
  return heard;
}

async function relay() {
  const ada = await new Client(endpoint).joinOrCreate('relay', { name: 'Ada' });
  const bob = await new Client(endpoint).joinById(ada.roomId);
  const heard = listen(bob, 'wave');
  await until('both are in the state', () => bob.state.players?.size === 2 && ada.state.players?.size === 2);
  assert.equal(bob.state.players.get(ada.sessionId).name, 'Ada');
  ada.send('wave', { hand: 'left' });
  await until('the wave arrives', () => heard.wave.length === 1);
  assert.deepEqual(heard.wave[0], [ada.sessionId, { hand: 'left' }]);
  await ada.leave();
  await until('Ada is out of the state', () => bob.state.players.size === 1);
  await bob.leave();
}

async function lobby() {
  const room = await new Client(endpoint).joinOrCreate('lobby');
  const heard = listen(room, 'rooms', '+', '-');
  await until('the list arrives', () => heard.rooms.length === 1);
  const my = await new Client(endpoint).create('my');
  await until('the new room is told', () => heard['+'].some(([id]) => id === my.roomId));
  const [, entry] = heard['+'].find(([id]) => id === my.roomId);
  assert.equal(entry.name, 'my');
  assert.equal(entry.private, false);
  assert.ok(entry.createdAt instanceof Date);
  room.send('filter', { name: 'nothing' });
  await until('the filtered list arrives', () => heard.rooms.length === 2);
  assert.deepEqual(heard.rooms[1], []);
  room.send('filter', { name: 'my' });
  await until('the list arrives again', () => heard.rooms.length === 3);
  assert.ok(heard.rooms[2].some((one) => one.roomId === my.roomId));
  await my.leave();
  await until('its end is told', () => heard['-'].includes(my.roomId));
  await room.leave();
}

async function queue() {
  const waiting = await Promise.all(
    [10, 12].map(async (rank) => {
      const client = new Client(endpoint);
      const room = await client.joinOrCreate('queue', { rank, name: `rank ${rank}` });
      const heard = listen(room, 'clients', 'seat');
      let closed;
      room.onLeave((code) => (closed = code));
      return { client, room, heard, closed: () => closed };
    }),
  );
  for (const { client, room, heard, closed } of waiting) {
    await until('the group is ready', () => heard.seat.length === 1);
    assert.equal(heard.clients[0], 1);
    const match = await client.consumeSeatReservation(heard.seat[0]);
    assert.equal(match.sessionId, room.sessionId);
    assert.equal(match.name, 'my');
    room.send('confirm');
    await until('the queue lets go', () => closed() === 1000);
    await until('the options came along', () => match.state.players?.get(match.sessionId)?.name.startsWith('rank '));
    await match.leave();
  }
}

for (const story of [relay, lobby, queue]) {
  await story();
  console.log(`${story.name}: fine`);
}
process.exit(0);
