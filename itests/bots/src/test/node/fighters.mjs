// Two players with the unmodified SDK: each walks to the nearest living monster and strikes it. node fighters.mjs ENDPOINT
// Each line read is a command, answered by a line:
//   seen   the patches of the player who got fewest, connections that dropped, seats that were lost
//   end    what befell both, once whatever they wished is in the state; then they leave
import { createInterface } from "node:readline";
import { Bot } from "./bot.mjs";

for (const level of ["warn", "info", "error"]) console[level] = () => {};
const DEAD = 6;

class Fighter extends Bot {
  act() {
    if (!this.me) return;
    if (this.me.hp === 0) return this.room.send("respawn");
    const foe = this.nearest(this.room.state.monsters, (monster) => monster.state !== DEAD, Infinity);
    if (!foe) return;
    if (foe.distance < 1.2) this.halt();
    else this.walk(foe.it.x, foe.it.y);
    if (foe.distance < 2) this.room.send("use", { skill: "strike", target: Number(foe.key) });
  }

  /** Whether the last move that was sent is in the state. */
  get settled() {
    return this.me?.seq === this.seq;
  }
}

// Only warriors strike; they have even numbers.
const players = [new Fighter(process.argv[2], 0), new Fighter(process.argv[2], 2)];
for (const [i, player] of players.entries()) {
  await player.join();
  console.log(`joined ${i + 1} ${player.room.roomId} ${player.room.sessionId}`);
}
const acting = setInterval(() => players.forEach((player) => player.act()), 100);

const sum = (key) => players.reduce((total, player) => total + player.did[key], 0);

function seen() {
  console.log(`seen ${Math.min(...players.map((player) => player.did.patches))} ${sum("drops")} ${sum("closed")}`);
}

async function end() {
  clearInterval(acting);
  const lost = () => players.filter((player) => !player.settled).length;
  for (let i = 0; i < 40 && lost() > 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
  const longest = Math.max(...players.flatMap((player) => player.gaps)).toFixed(0);
  const versions = players.map((player) => player.room.state.versions?.get("monsters")).join(",");
  console.log(`summary drops=${sum("drops")} leaves=${sum("closed")} versions=${versions} patches=${sum("patches")} longest=${longest}ms lost=${lost()}`);
  await Promise.all(players.map((player) => player.leave()));
  process.exit(0);
}

createInterface({ input: process.stdin }).on("line", (line) => ({ seen, end })[line]());
