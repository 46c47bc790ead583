// A player with the unmodified SDK over TLS, who stays while the certificate changes.
import WebSocket from "ws";
import { Client } from "@colyseus/sdk";

globalThis.WebSocket ??= WebSocket;
const room = await new Client(process.argv[2]).create("field", { walkers: 5 });
let drops = 0;
room.onDrop(() => drops++);
room.onLeave(() => drops++);
console.log(`joined ${room.roomId}`);
process.stdin.once("data", () => {
  const before = room.state.tick;
  room.onStateChange((state) => {
    if (state.tick <= before + 5) return;
    console.log(`summary drops=${drops}`);
    process.exit(0);
  });
});
