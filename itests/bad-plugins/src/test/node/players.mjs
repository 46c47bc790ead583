// Two players with the unmodified SDK: they walk about and fight, and tell when asked how the server treated them.
import { createInterface } from "node:readline";
import WebSocket from "ws";
import { Client } from "@colyseus/sdk";

// The SDK takes the runtime's own WebSocket; older Node versions have none.
globalThis.WebSocket ??= WebSocket;
console.warn = console.error = console.info = () => {};
const endpoint = process.argv[2];
const players = [];

async function join(name) {
  const player = { patches: 0, drops: 0, leaves: 0, seq: 0 };
  const room = await new Client(endpoint).joinOrCreate("realm", { name });
  player.room = room;
  room.onDrop(() => player.drops++);
  room.onLeave(() => player.leaves++);
  room.onStateChange(() => player.patches++);
  room.onMessage("*", () => {});
  players.push(player);
  console.log(`joined ${players.length} ${room.roomId}`);
}

/** Walks to the nearest living monster and strikes it. */
function act(player) {
  const state = player.room.state;
  const me = state.players?.get(player.room.sessionId);
  if (!me) return;
  if (me.hp === 0) return player.room.send("respawn");
  let best, distance = Infinity;
  state.monsters.forEach((monster, id) => {
    const d = Math.hypot(monster.x - me.x, monster.y - me.y);
    if (monster.state !== 6 && d < distance) [best, distance] = [id, d];
  });
  if (best === undefined) return;
  const monster = state.monsters.get(best);
  const near = distance < 1.2;
  player.room.send("move", {
    x: near ? 0 : (monster.x - me.x) / distance,
    y: near ? 0 : (monster.y - me.y) / distance,
    seq: ++player.seq,
  });
  if (distance < 2) player.room.send("use", { skill: "strike", target: Number(best) });
}

await join("Ada");
await join("Bob");
setInterval(() => players.forEach(act), 100);

createInterface({ input: process.stdin }).on("line", () => {
  const least = Math.min(...players.map((player) => player.patches));
  const sum = (key) => players.reduce((total, player) => total + player[key], 0);
  console.log(`seen ${least} ${sum("drops")} ${sum("leaves")}`);
});
