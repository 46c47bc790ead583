// Two players with the unmodified SDK: they walk about, fight the monster next to them, and tell how the server treated them.
import WebSocket from "ws";
import { Client } from "@colyseus/sdk";

// The SDK takes the runtime's own WebSocket; older Node versions have none.
globalThis.WebSocket ??= WebSocket;
console.warn = console.error = console.info = () => {};
const endpoint = process.argv[2];
const players = [];

async function join(name) {
  const player = { name, drops: 0, leaves: 0, patches: 0, longest: 0, last: 0, version: "", seq: 0, id: 0 };
  const room = await new Client(endpoint).joinOrCreate("realm", { name });
  player.room = room;
  room.onDrop(() => player.drops++);
  room.onLeave(() => player.leaves++);
  room.onStateChange((state) => {
    const now = performance.now();
    if (player.last > 0) player.longest = Math.max(player.longest, now - player.last);
    player.last = now;
    player.patches++;
    player.version = state.versions?.get("monsters") ?? "";
  });
  room.onMessage("welcome", (welcome) => (player.id = welcome.id));
  room.onMessage("*", () => {});
  players.push(player);
  console.log(`joined ${players.length} ${room.roomId} ${room.sessionId}`);
  return player;
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
  const x = near ? 0 : (monster.x - me.x) / distance;
  const y = near ? 0 : (monster.y - me.y) / distance;
  player.room.send("move", { x, y, seq: ++player.seq });
  if (distance < 2) player.room.send("use", { skill: "strike", target: Number(best) });
}

await join("Ada");
await join("Bob");
const acting = setInterval(() => players.forEach(act), 100);

process.stdin.once("data", async () => {
  clearInterval(acting);
  // Every wish that was sent is in the state in the end: its number comes back.
  const lost = () => players.filter((player) => player.room.state.players?.get(player.room.sessionId)?.seq !== player.seq).length;
  for (let i = 0; i < 40 && lost() > 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
  const sum = (key) => players.reduce((total, player) => total + player[key], 0);
  const longest = Math.max(...players.map((player) => player.longest)).toFixed(0);
  const versions = players.map((player) => player.version).join(",");
  console.log(`summary drops=${sum("drops")} leaves=${sum("leaves")} versions=${versions} patches=${sum("patches")} longest=${longest}ms lost=${lost()}`);
  await Promise.all(players.map((player) => player.room.leave()));
  process.exit(0);
});
