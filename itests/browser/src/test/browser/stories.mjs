// Plays on a running server and prints one line of JSON a story.
// Usage: node stories.mjs URL CHROMIUM SCREENSHOTS UPGRADE DEPLOY
import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { basename, join } from "node:path";
import { chromium } from "playwright-core";
import { Line } from "./line.mjs";
import { Player } from "./player.mjs";

const [url, executablePath, screenshots, upgrade, deploy] = process.argv.slice(2);
const QUIET = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",
];

mkdirSync(screenshots, { recursive: true });
const browser = await chromium.launch({ executablePath, args: QUIET });
const ada = await Player.open(browser, url, "Ada");
const bob = await Player.open(browser, url, "Bob");
let failed = false;
let pictures = 0;

async function picture(player, name) {
  pictures++;
  await player.page.screenshot({ path: join(screenshots, `${String(pictures).padStart(2, "0")}-${name}.png`) });
}

async function story(name, play) {
  const began = Date.now();
  try {
    await play();
    console.log(JSON.stringify({ story: name, ok: true, millis: Date.now() - began }));
  } catch (failure) {
    failed = true;
    await picture(ada, "failed-ada").catch(() => undefined);
    await picture(bob, "failed-bob").catch(() => undefined);
    console.log(JSON.stringify({ story: name, ok: false, millis: Date.now() - began, error: String(failure?.stack ?? failure) }));
  }
}

await story("theFirstScreenAsksForANameAndRemembersIt", async () => {
  await picture(ada, "first-screen");
  await ada.enter();
  await bob.enter();
  assert.equal(await ada.see(() => window.hotrealm.me.name), "Ada");
  assert.match(await ada.see(() => localStorage.getItem("hotrealm.settings")), /"Ada"/);
  await picture(ada, "in-the-village");
});

await story("twoPlayersSeeEachOther", async () => {
  for (const [player, other] of [[ada, "Bob"], [bob, "Ada"]]) {
    await player.until(`sees ${other}`, (name) => window.hotrealm.players.some((each) => each.name === name), other);
  }
  assert.equal(await ada.see(() => window.hotrealm.roomId), await bob.see(() => window.hotrealm.roomId));
});

await story("walkingWithKeysIsSeenByTheOtherInTheSamePlace", async () => {
  const before = await ada.me();
  await ada.page.keyboard.down("s");
  await ada.until("has walked south", (from) => window.hotrealm.me.y > from + 1.5, before.y);
  await ada.page.keyboard.up("s");
  await ada.until("stands where the server has it", () => {
    const { me, players } = window.hotrealm;
    return players.find((each) => each.id === me.id) !== undefined && me.seq > 0;
  });
  const id = before.id;
  let last = 0;
  await bob.until("sees Ada at rest in the south", ([wanted, y]) => {
    const seen = window.hotrealm.players.find((each) => each.id === wanted);
    return seen !== undefined && seen.y > y + 0.8;
  }, [id, before.y]);
  await assert.doesNotReject(async () => {
    for (let attempt = 0; attempt < 100; attempt++) {
      const mine = await ada.me();
      const seen = await bob.see((wanted) => window.hotrealm.players.find((each) => each.id === wanted), id);
      last = Math.hypot(mine.x - seen.x, mine.y - seen.y);
      if (last < 0.1) {
        return;
      }
      await bob.page.waitForFunction(() => true);
    }
    throw new Error(`Ada and Bob differ by ${last} tiles about where Ada is`);
  });
});

await story("chatIsHeardByTheOther", async () => {
  await ada.page.keyboard.press("Enter");
  await ada.page.keyboard.type("Hello from the shrine");
  await ada.page.keyboard.press("Enter");
  await bob.page.locator("#chat-log .line", { hasText: "Hello from the shrine" }).waitFor({ timeout: 10_000 });
  assert.match(await bob.page.locator("#chat-log").innerText(), /Ada: Hello from the shrine/);
  await picture(bob, "chat");
});

await story("aSkillIsUsedAndItsCooldownIsShown", async () => {
  await ada.walkTo(64, 80, 1.2); // outside the village, where fighting is allowed
  const skills = await ada.see(() => window.hotrealm.skills);
  const ranged = skills.findIndex((each) => each.target === "single" && each.range > 3);
  const index = Math.max(0, ranged);
  await ada.until("sees a monster", () => window.hotrealm.monsters.some((each) => each.hp > 0));
  const prey = (await ada.nearest("slime")) ?? (await ada.nearest());
  await ada.walkTo(prey.x, prey.y, 5);
  await ada.page.keyboard.press("Tab");
  await ada.page.keyboard.press(String(index + 1));
  await ada.page.locator(`#skills [data-skill="${skills[index].id}"].cooling`).waitFor({ timeout: 15_000 });
  await picture(ada, "skill");
});

await story("aMonsterIsSlainAndItsDropPickedUpIntoTheBag", async () => {
  const before = await ada.see(() => JSON.stringify([window.hotrealm.inventory, window.hotrealm.me.gold]));
  for (let kill = 0; kill < 8; kill++) {
    await ada.until("sees something to fight", () => window.hotrealm.monsters.some((each) => each.hp > 0 && each.kind === "slime"), undefined, 60_000);
    const prey = await ada.nearest("slime");
    await ada.walkTo(prey.x, prey.y, 4);
    await ada.slay(prey.id);
    await picture(ada, `slain-${kill + 1}`);
    if (await ada.page.waitForFunction(() => window.hotrealm.drops.length > 0, undefined, { timeout: 1500, polling: 50 }).then(() => true, () => false)) {
      break;
    }
  }
  assert.ok((await ada.me()).xp > 0, "a kill gives experience");
  await picture(ada, "drop");
  await ada.page.keyboard.press("f");
  await ada.until("has more than before", (known) => JSON.stringify([window.hotrealm.inventory, window.hotrealm.me.gold]) !== known, before);
  await ada.page.keyboard.press("i");
  await ada.page.locator("#bag").waitFor();
  const carried = await ada.see(() => Object.keys(window.hotrealm.inventory));
  for (const item of carried) {
    await ada.page.locator(`#bag [data-item="${item}"]`).waitFor({ timeout: 5000 });
  }
  await picture(ada, "bag");
  await ada.page.keyboard.press("Escape");
});

await story("aSwapOfTheMonstersMindIsSeenAndNobodyIsDisconnected", async () => {
  assert.ok(existsSync(upgrade), `there is no upgrade at ${upgrade}`);
  const sessions = [await ada.see(() => window.hotrealm.sessionId), await bob.see(() => window.hotrealm.sessionId)];
  const monsters = await ada.see(() => window.hotrealm.monsters.length);
  const running = await ada.see(() => window.hotrealm.versions.monsters);
  const dropping = join(deploy, `.${basename(upgrade)}`);
  copyFileSync(upgrade, dropping);
  renameSync(dropping, join(deploy, basename(upgrade)));
  for (const player of [ada, bob]) {
    await player.until("plays with the new version", (old) => window.hotrealm.versions.monsters !== old, running, 60_000);
    await player.page.locator("#toasts .toast.swap").waitFor({ timeout: 10_000 });
  }
  await picture(ada, "swap");
  await picture(bob, "swap");
  assert.match(await ada.page.locator("#systems").innerText(), /Monsters\s+1\.1\.0/);
  const from = await bob.me();
  await bob.page.keyboard.down("ArrowUp");
  await bob.until("walks on after the swap", (y) => window.hotrealm.me.y < y - 1, from.y);
  await bob.page.keyboard.up("ArrowUp");
  assert.deepEqual([await ada.see(() => window.hotrealm.sessionId), await bob.see(() => window.hotrealm.sessionId)], sessions);
  assert.deepEqual([ada.closedSockets, bob.closedSockets], [0, 0], "sockets closed");
  assert.ok((await ada.see(() => window.hotrealm.monsters.length)) > 0 && monsters > 0, "monsters are there before and after");
});

await story("aPhonePlaysWithThumbs", async () => {
  const eve = await Player.open(browser, url, "Eve", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  await picture(eve, "phone-first-screen");
  await eve.enter();
  const before = await eve.me();
  const box = await eve.page.locator("#stick").boundingBox();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await eve.page.mouse.move(middle.x, middle.y);
  await eve.page.mouse.down();
  await eve.page.mouse.move(middle.x, middle.y + 50);
  await eve.until("walks by the stick", (y) => window.hotrealm.me.y > y + 1, before.y);
  await picture(eve, "phone");
  await eve.page.mouse.up();
  await eve.page.tap("#bag-open");
  await eve.page.locator("#bag").waitFor();
  await picture(eve, "phone-bag");
  assert.deepEqual(eve.complaints, []);
  await eve.close();
});

await story("aCutLineIsMendedByItselfWithAnHonestMessage", async () => {
  const line = new Line(url);
  const dan = await Player.open(browser, await line.open(), "Dan");
  await dan.enter();
  const { id } = await dan.me();
  const session = await dan.see(() => window.hotrealm.sessionId);
  await line.cut();
  await dan.page.locator("#veil", { hasText: "Connection lost" }).waitFor({ timeout: 10_000 });
  await picture(dan, "connection-lost");
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

await story("noPageComplained", async () => {
  assert.deepEqual(ada.complaints, []);
  assert.deepEqual(bob.complaints, []);
});

await browser.close();
process.exit(failed ? 1 : 0);
