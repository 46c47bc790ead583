// Two honest players with the unmodified SDK: they move, look at every tick of the state, and tell at the end what they felt.
import WebSocket from "ws";
import { Client } from "@colyseus/sdk";

globalThis.WebSocket ??= WebSocket;
console.warn = console.error = console.info = () => {};
const endpoint = process.argv[2];
const players = [];

async function join() {
  const client = new Client(endpoint);
  const options = { walkers: 20 };
  const room = players.length === 0 ? await client.create("field", options) : await client.joinById(players[0].room.roomId);
  const player = { room, drops: 0, leaves: 0, skipped: 0, tick: 0 };
  room.onDrop(() => player.drops++);
  room.onLeave(() => player.leaves++);
  room.onStateChange((state) => {
    if (player.tick > 0 && state.tick > player.tick + 1) player.skipped += state.tick - player.tick - 1;
    player.tick = state.tick;
  });
  players.push(player);
}

await join();
await join();
console.log(`joined ${players[0].room.roomId}`);
const moving = setInterval(() => players.forEach(({ room }) => room.send("move", { x: Math.random(), y: 0 })), 100);

process.stdin.setEncoding("utf8").on("data", async (asked) => {
  const sum = (key) => players.reduce((total, player) => total + player[key], 0);
  if (asked.startsWith("tick")) return console.log(`tick ${Math.min(...players.map((player) => player.tick))}`);
  clearInterval(moving);
  console.log(`summary drops=${sum("drops")} leaves=${sum("leaves")} skipped=${sum("skipped")}`);
  await Promise.all(players.map((player) => player.room.leave()));
  process.exit(0);
});
