// Skills, a goblin and what it drops, wolves and death.
import assert from "node:assert/strict";

const LOOT = "rusty_dagger";

export async function tellFighting(stage, ada, bob) {
  await stage.story("aSkillThatWantsAPlaceIsAimedAndItsCooldownIsShown", async () => {
    await bob.walkTo(64, 79, 1.5); // outside the village, where fighting is allowed
    const skills = await bob.see(() => window.hotrealm.skills);
    const index = skills.findIndex((each) => each.target === "cone");
    const slot = (state) => bob.page.locator(`#skills [data-skill="${skills[index].id}"].${state}`);
    const aimAndCast = async (meanwhile) => {
      await bob.page.keyboard.down(String(index + 1));
      await slot("aiming").waitFor();
      await meanwhile();
      await bob.page.keyboard.up(String(index + 1));
    };
    await aimAndCast(() => stage.moment(bob, "aiming"));
    // On a busy machine a picture at two sizes holds the page up for longer than the cooldown lasts: then it is cast once more.
    await slot("cooling").waitFor({ timeout: 5_000 }).catch(() => aimAndCast(() => undefined));
    await slot("cooling").waitFor({ timeout: 15_000 });
    await bob.page.hover(`#skills [data-skill="${skills[index].id}"]`);
    await bob.page.locator("#tip", { hasText: skills[index].name }).waitFor();
    assert.match(await bob.page.locator("#tip").innerText(), /mana/);
  });

  await stage.story("aGoblinIsSlainAndItsDropPickedUpIntoTheBag", async () => {
    await ada.walkTo(78, 62, 2);
    const diary = [];
    const content = async () => (await ada.me()).xp > 0 && (await ada.lies(LOOT));
    for (let hunt = 0; hunt < 15 && !(await content()); hunt++) {
      await ada.comeBack();
      await ada.until("sees a goblin", () => window.hotrealm.monsters.some((each) => each.hp > 0 && each.kind === "goblin"), undefined, 60_000);
      const prey = await ada.nearest("goblin");
      await ada.walkTo(prey.x, prey.y, 4);
      await ada.slay(prey.id, () => hunt === 0 && stage.moment(ada, "goblins"));
      await ada.page.waitForFunction((item) => window.hotrealm.drops.some((each) => each.item === item), LOOT, { timeout: 4000 }).catch(() => undefined);
      diary.push(await ada.see(() => ({ me: window.hotrealm.me, drops: window.hotrealm.drops })));
    }
    assert.ok(await content(), `a kill gives experience and leaves ${LOOT}; after each hunt: ${JSON.stringify(diary)}`);
    await stage.moment(ada, "loot");
    await ada.fetch(LOOT);
    await ada.page.keyboard.press("f");
  });

  await stage.story("whatWasFoundIsWornByKeyAndByDrag", async () => {
    await ada.goHome();
    assert.equal((await ada.me()).weapon, "");
    await ada.page.keyboard.press("i");
    const item = ada.page.locator(`#bag-items [data-item="${LOOT}"]`).first();
    await item.waitFor();
    await item.focus();
    await ada.page.keyboard.press("Enter");
    await ada.until("wears it", (wanted) => window.hotrealm.me.weapon === wanted, LOOT);
    await stage.moment(ada, "bag");
    await ada.drag(`#slots [data-slot="weapon"]`, "#bag-items");
    await ada.until("has taken it off", () => window.hotrealm.me.weapon === "" && window.hotrealm.equipment.weapon === undefined);
    await ada.drag(`#bag-items [data-item="${LOOT}"]`, "#doll");
    await ada.until("wears it again", (wanted) => window.hotrealm.me.weapon === wanted, LOOT);
    await ada.page.keyboard.press("Escape");
    await ada.page.locator("#bag").waitFor({ state: "hidden" });
  });

  await stage.story("wolvesKillAndTheShrineBringsBack", async () => {
    await ada.walkTo(46, 62, 2);
    for (let step = 0; step < 40 && (await ada.me()).hp > 0; step++) {
      const wolf = await ada.nearest("wolf");
      if (wolf === null) {
        await ada.walkTo(33, 62, 2).catch(() => undefined);
      } else {
        await ada.walkTo(wolf.x, wolf.y, 2).catch(() => undefined);
        await ada.page.waitForFunction(() => window.hotrealm.me.hp <= 0, undefined, { timeout: 2500 }).catch(() => undefined);
      }
      if (step === 1) {
        await stage.moment(ada, "wolves");
      }
    }
    await ada.until("is dead", () => window.hotrealm.me.hp <= 0, undefined, 60_000);
    await ada.page.locator("#grave").waitFor();
    await ada.page.locator("#grave").evaluate((grave) => Promise.all(grave.getAnimations().map((each) => each.finished)));
    await stage.moment(ada, "death");
    await ada.page.locator("#respawn:enabled").waitFor({ timeout: 20_000 });
    await ada.page.keyboard.press("r");
    await ada.until("is back at the shrine", () => window.hotrealm.me.hp > 0 && Math.hypot(window.hotrealm.me.x - 64, window.hotrealm.me.y - 66) < 8);
    assert.equal((await ada.me()).weapon, LOOT, "what is worn stays on");
  });
}
