// Thumbs on a phone, upright and lying.
import assert from "node:assert/strict";
import { Player } from "../player.mjs";
import { groundSkill } from "./aiming.mjs";

const PHONE = { hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

export async function tellPhone(stage) {
  await stage.story("aPhonePlaysWithThumbs", async () => {
    const eve = await Player.open(stage.browser, stage.url, "Eve", { viewport: { width: 390, height: 844 }, ...PHONE });
    await eve.page.locator("#classes [role=radio]").nth(1).tap();
    await stage.picture(eve, "phone-first-screen");
    await eve.enter();
    assert.equal((await eve.me()).heroClass, "mage");
    const before = await eve.me();
    const box = await eve.page.locator("#stick").boundingBox();
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await eve.page.mouse.move(middle.x, middle.y);
    await eve.page.mouse.down();
    await eve.page.mouse.move(middle.x, middle.y + 50);
    await eve.until("walks by the stick", (y) => window.hotrealm.me.y > y + 1, before.y);
    await stage.picture(eve, "phone");
    await eve.page.mouse.up();
    await eve.page.tap("#bag-open");
    await eve.page.locator("#bag").waitFor();
    await stage.picture(eve, "phone-bag");
    await eve.page.tap("#bag-close");
    await everythingFits(eve);
    await eve.page.setViewportSize({ width: 844, height: 390 });
    await stage.picture(eve, "phone-lying");
    await everythingFits(eve);
    assert.deepEqual(eve.complaints, []);
    await eve.close();
  });
}

export async function tellTouch(stage, ada) {
  await stage.story("aFingerAimsASkillByItsDirection", async () => {
    const eve = await Player.open(stage.browser, stage.url, "Eve", { viewport: { width: 390, height: 844 }, ...PHONE });
    await eve.enter("mage");
    const cone = (await eve.see(() => window.hotrealm.skills)).find((each) => each.target === "cone");
    const button = `#skills [data-skill="${cone.id}"]`;
    await eve.walkTo(64, 79, 1.5); // outside the village, where fighting is allowed
    const from = await eve.middle(button);
    await eve.fingers("touchStart", from);
    await eve.page.locator(`${button}.aiming`).waitFor();
    for (const [x, y] of [[-40, -10], [-70, -60], [-64, -64]]) {
      await eve.fingers("touchMove", { x: from.x + x, y: from.y + y });
    }
    await eve.until("aims up and to the left, as far as the finger went", () => {
      const { aim } = window.hotrealm;
      return aim !== null && aim.x < -1 && Math.abs(aim.x - aim.y) < 0.2;
    });
    await stage.picture(eve, "phone-aiming");
    await eve.fingers("touchEnd");
    await eve.page.locator(`${button}.waited`).waitFor({ timeout: 15_000 });
    assert.equal(await eve.see(() => window.hotrealm.aim), null, "nothing is aimed any more");

    const again = await eve.middle(button);
    // Its own cooldown only: who is struck strikes back meanwhile, and that makes all skills wait for a moment.
    await eve.page.locator(`${button}:not(.waited)`).waitFor({ timeout: 30_000 });
    await eve.fingers("touchStart", again);
    await eve.fingers("touchMove", { x: again.x - 60, y: again.y });
    await eve.page.locator(`${button}.aiming`).waitFor();
    await eve.fingers("touchCancel");
    await eve.page.locator(`${button}.aiming`).waitFor({ state: "detached" });

    const ground = await groundSkill(eve);
    const place = await eve.middle(`#skills [data-skill="${ground.id}"]`);
    await eve.fingers("touchStart", place);
    await eve.fingers("touchMove", { x: place.x, y: place.y - 45 });
    await eve.until("aims half as far as it reaches, upwards", (range) => {
      const { aim } = window.hotrealm;
      return aim !== null && Math.abs(aim.x) < 0.2 && Math.abs(aim.y + range / 2) < 0.3;
    }, ground.range);
    await stage.picture(eve, "phone-ground-circle");
    await eve.fingers("touchEnd");
    await ground.slot(".waited").waitFor({ timeout: 15_000 });
    // The server answers in the order it was asked, so that by now it would have told of the cone.
    assert.equal(await eve.page.locator(`${button}.waited`).count(), 0, "a finger that is taken away by the system casts nothing");
    assert.deepEqual(eve.complaints, []);
    await eve.close();
  });

  await stage.story("aFingerDragsWhatWasFoundOntoTheHeroAndOff", async () => {
    const worn = (await ada.me()).weapon;
    assert.notEqual(worn, "", "Ada wears what she found");
    const storageState = await ada.context.storageState();
    await ada.close(); // the phone goes on with her hero
    const phone = await Player.open(stage.browser, stage.url, "Ada", { viewport: { width: 390, height: 844 }, ...PHONE, storageState });
    await phone.enter();
    await phone.until("wears it on the phone", (weapon) => window.hotrealm.me.weapon === weapon, worn);
    await phone.page.tap("#bag-open");
    await phone.dragByFinger(`#slots [data-slot="weapon"]`, "#bag-items");
    await phone.until("has taken it off", () => window.hotrealm.me.weapon === "");
    await phone.dragByFinger(`#bag-items [data-item="${worn}"]`, "#doll", () => stage.picture(phone, "phone-drag"));
    await phone.until("wears it again", (weapon) => window.hotrealm.me.weapon === weapon, worn);
    assert.deepEqual(phone.complaints, []);
    await phone.close();
  });
}

/** No button may lie outside the screen, on another one, or be too small for a thumb. */
async function everythingFits(player) {
  const wrong = await player.see(() => {
    const shown = [...document.querySelectorAll("#skills button, #potions button, #thumb button, .tools button, #portrait")]
      .map((each) => ({ name: each.id || each.dataset.skill, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    const outside = shown.filter(({ box }) => box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight || box.width < 40 || box.height < 40);
    const touching = shown.flatMap((a, i) => shown.slice(i + 1)
      .filter((b) => a.box.left < b.box.right && a.box.right > b.box.left && a.box.top < b.box.bottom && a.box.bottom > b.box.top)
      .map((b) => `${a.name} on ${b.name}`));
    return [...outside.map(({ name, box }) => `${name} at ${JSON.stringify(box)}`), ...touching];
  });
  assert.deepEqual(wrong, []);
}
