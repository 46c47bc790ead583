// A player who sees a plugin come: node check.mjs ENDPOINT. Says what it sees, a line each, and ends once it has seen all.
import WebSocket from "ws";

globalThis.WebSocket ??= WebSocket;
const { Client } = await import("@colyseus/sdk");

const room = await new Client(process.argv[2]).joinOrCreate("realm", { name: "Ada", heroClass: "warrior" });
room.onMessage("*", () => {});
room.onLeave((code) => console.log(`closed ${code}`));
room.onDrop(() => console.log("dropped"));
const me = () => room.state?.players?.get(room.sessionId);
const until = async (said, holds) => {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 200));
  console.log(said);
};

await until("joined", () => me()?.mana > 0);
await until("dances", async () => {
  const slime = [...(room.state.monsters ?? [])].find(([, monster]) => monster.kind === "slime");
  if (!slime) return false;
  const why = await room.request("explain", { monster: Number(slime[0]) }).catch(() => ({ transitions: [] }));
  return why.transitions[0]?.reason === "dances";
});
// Until the effect's bundle is there the skill is refused, which costs nothing; the wall itself costs 15 of 60, so mana tells.
await until("walled", () => {
  room.send("use", { skill: "shield_wall" });
  return [...(me().statuses?.keys() ?? [])].some((id) => id.startsWith("shield_wall"));
});
console.log(me().mana === me().maxMana ? "inspired" : `mana ${me().mana} of ${me().maxMana}`);
process.exit(0);
