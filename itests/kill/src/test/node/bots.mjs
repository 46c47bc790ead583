// Four bots that earn until the server is gone. What each was told is kept in a file; after the next start each looks whether
// it still has at least that.   node bots.mjs ENDPOINT FILE
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import WebSocket from "ws";
import { Client } from "@colyseus/sdk";

globalThis.WebSocket ??= WebSocket;
console.warn = console.error = console.info = () => {};
const [endpoint, file] = process.argv.slice(2);
const bots = existsSync(file)
  ? JSON.parse(readFileSync(file, "utf8"))
  : ["warrior", "mage", "warrior", "mage"].map((heroClass) => ({ token: randomBytes(18).toString("base64url"), heroClass, told: { xp: 0, level: 1, gold: 0, items: {}, slots: [] } }));

/** Everything of an inventory message: what is worn counts like what is carried. */
function totals({ items, equipment }) {
  const all = { ...items };
  for (const item of Object.values(equipment)) all[item] = (all[item] ?? 0) + 1;
  return all;
}

function check(bot, me, inventory) {
  const wrong = [];
  const has = totals(inventory);
  for (const field of ["xp", "level", "gold"]) if (me[field] < bot.told[field]) wrong.push(`${field} ${me[field]} < ${bot.told[field]}`);
  for (const [item, told] of Object.entries(bot.told.items)) if ((has[item] ?? 0) < told) wrong.push(`${item} ${has[item] ?? 0} < ${told}`);
  for (const slot of bot.told.slots) if (!inventory.equipment[slot]) wrong.push(`nothing worn as ${slot}`);
  if (wrong.length) console.log(`LOST ${bot.heroClass}: ${wrong.join(", ")}`);
  else console.log(`kept xp=${me.xp} gold=${me.gold} items=${JSON.stringify(has)} worn=${inventory.equipment ? Object.values(inventory.equipment) : ""}`);
}

async function play(bot) {
  const room = await new Client(endpoint).joinOrCreate("realm", { name: "Bot", token: bot.token, heroClass: bot.heroClass });
  let welcome, checked = false, inventory, seq = 0, id = 0;
  const me = () => room.state.players?.get(room.sessionId);
  const hear = () => {
    const self = me();
    if (!self || !inventory) return;
    if (!checked) {
      checked = true;
      check(bot, self, inventory);
    }
    for (const field of ["xp", "level", "gold"]) bot.told[field] = Math.max(bot.told[field], self[field]);
  };
  room.onMessage("welcome", (message) => {
    welcome ??= message;
    id = message.id;
    if (message.progress !== "stored") console.log(`LOST ${bot.heroClass} plays as ${message.progress}`);
  });
  room.onMessage("inventory", (message) => {
    inventory = message;
    hear();
    if (!checked) return;
    for (const [item, many] of Object.entries(totals(message))) bot.told.items[item] = Math.max(bot.told.items[item] ?? 0, many);
    bot.told.slots = Object.keys(message.equipment);
    console.log(`told ${JSON.stringify(message.items)}`);
  });
  room.onMessage("*", () => {});
  room.onStateChange(hear);

  const acting = setInterval(() => {
    const self = me();
    if (!self || !welcome) return;
    if (self.hp === 0) return room.send("respawn");
    wear();
    room.state.drops?.forEach((drop, key) => {
      if (Math.hypot(drop.x - self.x, drop.y - self.y) < 1.4) room.send("pickup", { drop: Number(key) });
    });
    const goal = nearest(room.state.drops, () => true, self) ?? nearest(room.state.monsters, (monster) => monster.state !== 6, self);
    const target = nearest(room.state.monsters, (monster) => monster.state !== 6, self);
    if (goal) {
      const near = goal.distance < 0.8;
      room.send("move", { x: near ? 0 : (goal.x - self.x) / goal.distance, y: near ? 0 : (goal.y - self.y) / goal.distance, seq: ++seq });
    }
    if (target) for (const skill of welcome.skills.slice(0, 3)) if (target.distance <= Math.max(skill.range, 2)) room.send("use", { skill: skill.id, target: Number(target.key), x: target.x, y: target.y });
  }, 100);

  function wear() {
    for (const item of Object.keys(inventory?.items ?? {})) {
      const { slot, level = 1, classes = [] } = welcome.items[item];
      const fits = slot && level <= me().level && (classes.length === 0 || classes.includes(bot.heroClass));
      if (fits && !inventory.equipment[slot]) room.send("equip", { item });
    }
  }

  await new Promise((gone) => {
    room.onDrop?.(gone);
    room.onLeave(gone);
    room.onError(gone);
  });
  clearInterval(acting);
}

function nearest(map, wanted, self) {
  let best;
  map?.forEach((each, key) => {
    const distance = Math.hypot(each.x - self.x, each.y - self.y);
    if (wanted(each) && (!best || distance < best.distance)) best = { key, x: each.x, y: each.y, distance };
  });
  return best;
}

await Promise.all(bots.map(play));
writeFileSync(file, JSON.stringify(bots, null, 1));
const sum = (field) => bots.reduce((total, bot) => total + bot.told[field], 0);
console.log(`over xp=${sum("xp")} gold=${sum("gold")}`);
process.exit(0);
