// A mage with the unmodified SDK in a realm of its own: casts when told to, and tells what it is shown of that.
import { createInterface } from "node:readline";
import { Client } from "../../../../bots/src/test/node/bot.mjs";

console.warn = console.error = console.info = () => {};

const seen = { drops: 0, leaves: 0, landed: 0, broken: 0, version: "" };
const room = await new Client(process.argv[2]).create("realm", { name: "Merla", heroClass: "mage" });
let id = 0;
room.onDrop(() => seen.drops++);
room.onLeave(() => seen.leaves++);
room.onMessage("welcome", (welcome) => {
  id = welcome.id;
  console.log(`welcome ${welcome.heroClass} ${welcome.skills.length} ${room.roomId}`);
});
room.onMessage("cast", (cast) => cast.id === id && console.log(`cast ${cast.skill}`));
room.onMessage("landed", (cast) => {
  if (cast.id !== id) return;
  seen.landed++;
  seen.version = room.state.versions.get("skills");
  console.log(`landed ${cast.skill}`);
});
room.onMessage("broken", (cast) => cast.id === id && seen.broken++);
room.onMessage("*", () => {});

createInterface({ input: process.stdin }).on("line", async (line) => {
  if (line.startsWith("use ")) {
    room.send("use", { skill: line.slice(4) });
    return;
  }
  const me = room.state.players.get(room.sessionId);
  console.log(
    `summary drops=${seen.drops} leaves=${seen.leaves} landed=${seen.landed} broken=${seen.broken} version=${seen.version}` +
      ` statuses=${[...me.statuses.keys()]} hp=${me.hp}`,
  );
  await room.leave();
  process.exit(0);
});
