// Joins the arena as a game would and tells, as one line of JSON, what it saw: entities, how many moved, patches, its own way.
//   node verify.mjs URL SECONDS
import { Client } from '@colyseus/sdk';

const [url, seconds] = [process.argv[2], Number(process.argv[3] ?? 3)];
const room = await new Client(url).joinOrCreate('arena');
await new Promise((resolve) => room.onStateChange.once(resolve));

const places = () => new Map([...room.state.monsters.entries()].map(([key, entity]) => [key, `${entity.x} ${entity.y}`]));
const own = () => room.state.players.get(room.sessionId);
const before = places();
const from = { x: own().x, y: own().y };
let patches = 0;
let pong = null;
room.onStateChange(() => patches++);
room.onMessage('pong', (value) => (pong = value));
room.send('ping', 42.5);
const walking = setInterval(() => room.send('move', { x: 0.7, y: 0.7 }), 100);

// Until it is clear that everything works, at most a minute.
const told = () => patches >= seconds * 20 && pong !== null && moved() > 0 && way() > 0.5;
const moved = () => [...places()].filter(([key, place]) => before.has(key) && before.get(key) !== place).length;
const way = () => Math.hypot(own().x - from.x, own().y - from.y);
const limit = Date.now() + 60_000;
while (!told() && Date.now() < limit) {
  await new Promise((resolve) => setTimeout(resolve, 50));
}
clearInterval(walking);

const states = [0, 0, 0, 0, 0];
for (const entity of room.state.monsters.values()) states[entity.state]++;
console.log(JSON.stringify({ players: room.state.players.size, monsters: room.state.monsters.size, moved: moved(), patches, way: way(), pong, states }));
process.exit(0);
