// Thumbs on a phone, upright and lying.
import assert from "node:assert/strict";
import { Player } from "../player.mjs";

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
