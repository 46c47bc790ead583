// A bot of @colyseus/loadtest in the room `my`: joins, walks about, reads everything.
import { cli } from '@colyseus/loadtest';
import { Client } from '@colyseus/sdk';

const WALK_MILLIS = 100;

cli(async ({ endpoint, roomName, clientId }) => {
  const room = await new Client(endpoint).joinOrCreate(roomName, { name: `bot${clientId}` });
  room.onMessage('*', () => {});
  const walk = setInterval(() => room.send('move', { x: Math.random() * 100, y: Math.random() * 100 }), WALK_MILLIS);
  room.onLeave(() => clearInterval(walk));
});
