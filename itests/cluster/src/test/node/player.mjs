// Plays with the unmodified SDK and does what it is told. Usage: node player.mjs URL NAME; commands by line on the input:
// "where", "say TEXT". Answers and whatever happens to its connection are lines on the output.
import { createInterface } from "node:readline";
import WebSocket from "ws";
import { Client } from "@colyseus/sdk";

globalThis.WebSocket ??= WebSocket;
console.warn = console.error = console.info = () => {};
const [url, name] = process.argv.slice(2);
const tell = (event, more = {}) => process.stdout.write(JSON.stringify({ event, ...more }) + "\n");

const room = await new Client(url).joinOrCreate("realm", { name });
// A test has no time to wait until the SDK thinks a connection worth coming back to.
room.reconnection.minUptime = 0;
let patches = 0;
let sequence = 0;
room.onMessage("*", () => {});
room.onMessage("said", ({ name: by, text }) => tell("heard", { by, text }));
room.onStateChange(() => patches++);
room.onDrop((code) => tell("drop", { code }));
room.onReconnect(() => tell("back"));
room.onLeave((code) => tell("left", { code }));
const sockets = new Set();

// To and fro, as players do.
setInterval(() => room.send("move", { x: Math.sin(sequence / 10), y: 0, seq: ++sequence }), 100);

createInterface({ input: process.stdin }).on("line", (line) => {
  if (line === "where") {
    sockets.add(room.connection.transport.ws);
    const { x, y, maxHp } = room.state.players.get(room.sessionId);
    tell("where", { room: room.roomId, session: room.sessionId, patches, sockets: sockets.size, x, y, maxHp });
  } else {
    room.send("say", { text: line.replace("say ", "") });
  }
});
const joined = setInterval(() => {
  if (room.state?.players?.has(room.sessionId)) {
    clearInterval(joined);
    tell("joined", { room: room.roomId, session: room.sessionId });
  }
}, 20);
