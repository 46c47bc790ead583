// Clients of two nodes, with the unmodified SDK. Usage: node clients.mjs meet URL-A URL-B | node clients.mjs fresh URL
import WebSocket from "ws";
import { Client } from "@colyseus/sdk";

// The SDK takes the runtime's own WebSocket; older Node versions have none.
globalThis.WebSocket ??= WebSocket;
console.warn = console.error = console.info = () => {};
const [story, ...urls] = process.argv.slice(2);

/** Joins by this node, whichever node the room is on; waits until the state is there. */
async function join(url, how) {
  const room = await how(new Client(url));
  room.onMessage("*", () => {});
  await until(() => room.state?.players?.has(room.sessionId));
  return room;
}

async function until(condition) {
  const deadline = Date.now() + 15_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error("not within 15 seconds: " + condition);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const stories = {
  /** One asks node A, two ask node B: by name, by id. All meet in the room on A, and hear each other. */
  async meet([a, b]) {
    const ada = await join(a, (client) => client.joinOrCreate("realm", { name: "Ada" }));
    const bob = await join(b, (client) => client.joinOrCreate("realm", { name: "Bob" }));
    const cleo = await join(b, (client) => client.joinById(ada.roomId, { name: "Cleo" }));
    const heard = new Promise((resolve) => ada.onMessage("said", resolve));
    await until(() => ada.state.players.size === 3 && bob.state.players.size === 3);
    bob.send("say", { text: "hello from the other node" });
    const { name, text } = await heard;
    // A seat that is held on A is found through B as well.
    cleo.reconnection.enabled = false;
    const token = cleo.reconnectionToken;
    cleo.connection.close();
    await until(() => ada.state.players.get(cleo.sessionId)?.away);
    const back = await new Client(b).reconnect(token);
    console.log(JSON.stringify({ rooms: [ada, bob, cleo].map((room) => room.roomId), name, text, same: back.sessionId === cleo.sessionId }));
  },
  /** Joins through the surviving node until no dead room is offered any more. */
  async fresh([url]) {
    const client = new Client(url);
    const deadline = Date.now() + 40_000;
    let room;
    while (!room) {
      try {
        room = await join(url, () => client.joinOrCreate("realm", { name: "Dora" }));
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
    }
    console.log(JSON.stringify({ room: room.roomId, players: room.state.players.size }));
  },
};

await stories[story](urls);
process.exit(0);
