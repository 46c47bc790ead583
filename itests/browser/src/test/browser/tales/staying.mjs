// What lasts: over a reload, over a new server, over a cut line, over a new mind of the monsters.
import assert from "node:assert/strict";
import { copyFileSync, existsSync, renameSync } from "node:fs";
import { basename, join } from "node:path";
import { Line } from "../line.mjs";
import { Player } from "../player.mjs";

const kept = (player) => player.see(() => {
  const { me, equipment, inventory } = window.hotrealm;
  return { level: me.level, xp: me.xp, gold: me.gold, heroClass: me.heroClass, equipment, inventory };
});

export async function tellSwap(stage, ada, bob, upgrade, deploy) {
  await stage.story("aSwapOfTheMonstersMindIsSeenAndNobodyIsDisconnected", async () => {
    assert.ok(existsSync(upgrade), `there is no upgrade at ${upgrade}`);
    const sessions = await Promise.all([ada, bob].map((each) => each.see(() => window.hotrealm.sessionId)));
    const closed = [ada.closedSockets, bob.closedSockets];
    const running = await ada.see(() => window.hotrealm.versions.monsters);
    const dropping = join(deploy, `.${basename(upgrade)}`);
    copyFileSync(upgrade, dropping);
    renameSync(dropping, join(deploy, basename(upgrade)));
    for (const player of [ada, bob]) {
      await player.until("plays with the new version", (old) => window.hotrealm.versions.monsters !== old, running, 60_000);
      await player.page.locator("#toasts .toast.swap, #chat-log .swap").first().waitFor({ timeout: 10_000 });
    }
    await stage.moment(ada, "swap");
    await ada.page.locator("#systems", { hasText: /Monsters\s*1\.1\.0/ }).waitFor();
    await bob.comeBack();
    const from = await bob.me();
    await bob.page.keyboard.down("ArrowUp");
    await bob.until("walks on after the swap", (y) => window.hotrealm.me.y < y - 1, from.y);
    await bob.page.keyboard.up("ArrowUp");
    assert.deepEqual(await Promise.all([ada, bob].map((each) => each.see(() => window.hotrealm.sessionId))), sessions);
    assert.deepEqual([ada.closedSockets, bob.closedSockets], closed, "sockets closed");
  });
}

export async function tellStaying(stage, ada) {
  await stage.story("aReloadKeepsTheProgress", async () => {
    assert.equal(await ada.see(() => window.hotrealm.progress), "stored");
    const before = await kept(ada);
    await ada.page.reload();
    assert.equal(await ada.page.inputValue("#name"), "Ada");
    await ada.page.locator("[role=radio][aria-checked=true]", { hasText: "Warrior" }).waitFor();
    await ada.enter();
    await ada.until("has its bag again", (count) => Object.keys(window.hotrealm.inventory).length >= count, Object.keys(before.inventory).length);
    assert.deepEqual(await kept(ada), before);
  });

  await stage.story("aServerRestartBringsItBackByItself", async () => {
    const before = await kept(ada);
    await stage.ask("stop");
    await ada.page.locator("#veil", { hasText: /again|reconnecting|restarting/i }).waitFor({ timeout: 30_000 });
    await stage.moment(ada, "server-away");
    await stage.ask("start");
    await ada.until("is back by itself", () => window.hotrealm.status === "online" && window.hotrealm.playing && window.hotrealm.me.hp > 0, undefined, 120_000);
    await ada.until("has its things again", (weapon) => window.hotrealm.equipment.weapon === weapon, before.equipment.weapon);
    assert.deepEqual(await kept(ada), before);
    const { y } = await ada.me();
    await ada.page.keyboard.down("s");
    await ada.until("walks on", (from) => window.hotrealm.me.y > from + 1, y);
    await ada.page.keyboard.up("s");
  });
}

export async function tellLine(stage) {
  await stage.story("aCutLineIsMendedByItselfWithAnHonestMessage", async () => {
    const line = new Line(stage.url);
    const dan = await Player.open(stage.browser, await line.open(), "Dan");
    await dan.enter();
    const { id } = await dan.me();
    const session = await dan.see(() => window.hotrealm.sessionId);
    await line.cut();
    await dan.page.locator("#veil", { hasText: "Connection lost" }).waitFor({ timeout: 10_000 });
    await stage.picture(dan, "connection-lost");
    await line.mend();
    await dan.until("is back", () => window.hotrealm.status === "online" && document.querySelector("#veil").hidden);
    const before = await dan.me();
    await dan.page.keyboard.down("s");
    await dan.until("walks on", (y) => window.hotrealm.me.y > y + 1, before.y);
    await dan.page.keyboard.up("s");
    assert.deepEqual([(await dan.me()).id, await dan.see(() => window.hotrealm.sessionId)], [id, session]);
    await dan.close();
    line.close();
  });
}
