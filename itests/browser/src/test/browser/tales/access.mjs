// The page for everybody: checked by axe, and walked through by keyboard alone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { contrasts } from "../contrast.mjs";
import { Player } from "../player.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

export async function findings(player) {
  await player.page.evaluate(AXE);
  const { violations } = await player.page.evaluate((rules) => window.axe.run(document, rules), RULES);
  return violations.map((each) => `${each.id}: ${each.help} at ${each.nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

export async function tellAccess(stage) {
  await stage.story("thePageIsAccessible", async () => {
    const fay = await Player.open(stage.browser, stage.url, "Fay", { reducedMotion: "reduce" });
    await fay.page.locator("#enter:enabled").waitFor();
    assert.deepEqual(await findings(fay), [], "on the first screen");
    await fay.enter();
    assert.ok(await fay.see(() => document.documentElement.classList.contains("calm")), "a wish for less motion is honoured");
    assert.deepEqual(await findings(fay), [], "in the realm");
    await fay.page.keyboard.press("i");
    await fay.page.locator("#bag").waitFor();
    assert.deepEqual(await findings(fay), [], "with the bag open");
    await fay.page.keyboard.press("Escape");
    await fay.page.keyboard.press("o");
    await fay.page.locator("#settings").waitFor();
    assert.deepEqual(await findings(fay), [], "with the settings open");
    await fay.page.selectOption("#set-text", "1.3");
    await fay.page.check("#set-safe");
    await stage.picture(fay, "large-text-safe-colours");
    await fay.page.keyboard.press("Escape");
    await fay.close();
  });

  await stage.story("everythingIsReachedByKeyboardAndTheFocusIsSeen", async () => {
    const gil = await Player.open(stage.browser, stage.url, "Gil");
    await gil.page.locator("#enter:enabled").waitFor();
    await gil.page.locator("[role=radio][aria-checked=true]").focus();
    await gil.page.keyboard.press("ArrowRight");
    await gil.page.keyboard.press("Tab");
    await gil.page.keyboard.type("Gil");
    await gil.page.keyboard.press("Enter");
    await gil.until("is in the realm", () => window.hotrealm.playing);
    assert.equal((await gil.me()).heroClass, "mage");
    await gil.page.keyboard.press("F6");
    const reached = new Set();
    for (let step = 0; step < 40; step++) {
      const at = await gil.see(() => {
        const active = document.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(active);
        return { name: active.id || active.dataset.skill || active.tagName, seen: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 };
      });
      if (at.name === "BODY" || reached.has(at.name)) {
        break;
      }
      assert.ok(at.seen, `the focus on ${at.name} is seen`);
      reached.add(at.name);
      await gil.page.keyboard.press("Tab");
    }
    for (const name of ["portrait", "bag-open", "mute", "settings-open", "chat-open", "potion-heal"]) {
      assert.ok(reached.has(name), `${name} is reached; reached were ${[...reached].join(", ")}`);
    }
    await gil.close();
  });

  await stage.story("panelsKeepTheFocusAndGiveItBack", async () => {
    const hal = await Player.open(stage.browser, stage.url, "Hal");
    await hal.enter("warrior");
    const press = (key) => hal.page.keyboard.press(key);
    const within = (panel) => hal.see((id) => document.getElementById(id).contains(document.activeElement), panel);
    await hal.page.locator("#settings-open").focus();
    await press("Enter");
    await hal.page.locator("#settings").waitFor();
    for (let step = 0; step < 14; step++) {
      assert.ok(await within("settings"), `Tab number ${step} stays in the panel`);
      await press("Tab");
    }
    await press("Shift+Tab");
    assert.ok(await within("settings"), "and so it does backwards");
    await press("i");
    await hal.page.locator("#settings").waitFor({ state: "hidden" });
    assert.ok(await within("bag"), "one panel gives way to the other");
    await press("Escape");
    assert.equal(await hal.see(() => document.activeElement.id), "settings-open", "the focus is back where it came from");
    await press("F6");
    await hal.page.locator("#settings-open").click();
    await hal.page.locator("#set-text").focus();
    await press("Escape");
    await hal.page.locator("#settings").waitFor({ state: "hidden" });
    assert.equal(await hal.see(() => document.activeElement.tagName), "BODY", "a mouse gives the keys back to the world");
    await hal.close();
  });

  await stage.story("everyTextStandsOutFromWhatIsDrawnBehindIt", async () => {
    for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
      const ivy = await Player.open(stage.browser, stage.url, "Ivy", { viewport, reducedMotion: "reduce" });
      const read = async (where) => {
        const all = await contrasts(ivy);
        assert.ok(all.length > 4, `texts are seen ${where}`);
        assert.deepEqual(all.filter((each) => each.contrast < 4.5), [], `${where} at ${viewport.width} pixels`);
      };
      await ivy.page.locator("#enter:enabled").waitFor();
      await read("on the first screen");
      await ivy.enter("mage");
      // News fade within seconds.
      await ivy.until("has no news", () => document.querySelector(".toast") === null);
      await read("in the village");
      for (const [key, panel] of [["i", "bag"], ["m", "map"], ["o", "settings"]]) {
        await ivy.page.keyboard.press(key);
        await ivy.page.locator(`#${panel}`).waitFor();
        await read(`with the panel ${panel}`);
      }
      await ivy.close();
    }
  });
}
