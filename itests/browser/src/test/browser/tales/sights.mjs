// The land: places, monsters and light, kept as pictures; and what a newcomer is told.
import assert from "node:assert/strict";
import { Player } from "../player.mjs";

const GATE = [64, 79];
const MARSH = [62, 100];
const GRAVES = [64, 21];

export async function tellFirstSteps(stage) {
  await stage.story("aNewcomerIsToldWhatToDoNextUntilHeKnows", async () => {
    const ian = await Player.open(stage.browser, stage.url, "Ian");
    await ian.enter("warrior");
    await ian.page.locator("#guide", { hasText: "Walk" }).waitFor();
    const { y } = await ian.me();
    await ian.page.keyboard.down("s");
    await ian.until("has walked", (from) => window.hotrealm.me.y > from + 3.5, y);
    await ian.page.keyboard.up("s");
    await ian.until("is led to the slimes", () => /slime/i.test(window.hotrealm.advice));
    await stage.moment(ian, "first-steps");
    await ian.walkTo(...GATE, 1.5);
    await ian.until("is told to fight", () => window.hotrealm.advice === "Fight");
    for (let kill = 0; kill < 4 && (await ian.see(() => window.hotrealm.advice)) === "Fight"; kill++) {
      await ian.slay((await ian.nearest("slime") ?? (await ian.nearest())).id);
      await ian.page.waitForFunction(() => window.hotrealm.advice !== "Fight", undefined, { timeout: 3000 }).catch(() => undefined);
    }
    await ian.until("goes on to the next step", () => !["Fight", "Walk", ""].includes(window.hotrealm.advice));
    await ian.page.click("#guide-close");
    await ian.page.locator("#guide").waitFor({ state: "hidden" });
    await ian.page.reload();
    await ian.enter();
    assert.equal(await ian.see(() => window.hotrealm.advice), "", "who hid it does not see it again");
    assert.deepEqual(ian.complaints, []);
    await ian.close();
  });
}

export async function tellSights(stage) {
  await stage.story("theMapLeadsToAPlaceThatWasChosen", async () => {
    const kim = await Player.open(stage.browser, stage.url, "Kim");
    await kim.enter("warrior");
    stage.traveller = kim;
    await kim.page.keyboard.press("m");
    await kim.page.locator("#map").waitFor();
    await kim.page.locator("#map-places button", { hasText: "Slime Marsh" }).click();
    await kim.until("is led there", () => window.hotrealm.way !== null && window.hotrealm.way.y > 90);
    await stage.moment(kim, "map");
    await kim.page.keyboard.press("Escape");
    await kim.page.locator("#map").waitFor({ state: "hidden" });
  });

  await stage.story("slimesOfTheMarshSplit", async () => {
    const kim = stage.traveller;
    await kim.walkTo(...GATE, 1.5);
    await kim.walkTo(64, 90, 2);
    await kim.walkTo(...MARSH, 2.5);
    let split = false;
    for (let kill = 0; kill < 6 && !split; kill++) {
      await kim.comeBack();
      const slime = await kim.nearest("slime");
      if (slime === null) {
        await kim.walkTo(...MARSH, 2.5).catch(() => undefined);
        continue;
      }
      await kim.walkTo(slime.x, slime.y, 3).catch(() => undefined);
      await kim.slay(slime.id);
      split = await kim.page
        .waitForFunction(() => window.hotrealm.monsters.some((each) => each.kind === "slimeling"), undefined, { timeout: 8000, polling: 50 })
        .then(() => true, () => false);
    }
    assert.ok(split, "a slain slime leaves small ones");
    await stage.moment(kim, "marsh");
  });

  await stage.story("skeletonsGuardTheGraveyard", async () => {
    const kim = stage.traveller;
    await kim.goHome();
    await kim.walkTo(64, 50, 2);
    await kim.walkTo(...GRAVES, 3).catch(() => undefined);
    await kim.until("sees skeletons", () => window.hotrealm.monsters.some((each) => each.kind === "skeleton"));
    await kim.page.waitForFunction(() => window.hotrealm.monsters.some((each) => each.kind === "skeleton" && each.target === window.hotrealm.me.id), undefined, { timeout: 8000 }).catch(() => undefined);
    await stage.moment(kim, "graveyard");
    assert.deepEqual(kim.complaints, []);
  });

  await stage.story("nightFallsAndLampsAreLit", async () => {
    const kim = stage.traveller;
    await kim.comeBack();
    const address = new URL(kim.page.url());
    address.searchParams.set("hour", "0.8");
    await kim.page.goto(address.href);
    await kim.enter();
    await kim.page.keyboard.press("o");
    await kim.page.selectOption("#set-light", "high");
    await stage.moment(kim, "settings");
    await kim.page.keyboard.press("Escape");
    await kim.goHome();
    await kim.until("sees the night", () => window.hotrealm.dark > 0.4);
    await stage.moment(kim, "night");
    await kim.close();
  });
}
