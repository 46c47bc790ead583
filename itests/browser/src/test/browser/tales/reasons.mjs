// Why monsters do what they do: told to operators, to nobody else.
import assert from "node:assert/strict";
import { Player } from "../player.mjs";

const GATE = [64, 79];

async function choose(player) {
  await player.walkTo(...GATE, 1.5);
  await player.until("has a monster before it", () => window.hotrealm.monsters.some((each) => each.hp > 0));
  for (let step = 0; step < 20 && !(await player.see((id) => window.hotrealm.monsters.some((each) => each.id === id), await player.see(() => window.hotrealm.target))); step++) {
    await player.page.keyboard.press("Tab");
  }
  await player.page.locator("#foe").waitFor();
}

export async function tellReasons(stage) {
  await stage.story("anOperatorIsToldWhyAMonsterDoesWhatItDoes", async () => {
    const ola = await Player.open(stage.browser, stage.url, "Ola");
    await ola.enter("mage");
    await choose(ola);
    await ola.page.keyboard.press("e");
    await ola.page.locator("#reasons li").first().waitFor();
    await stage.picture(ola, "reasons");
    assert.deepEqual(ola.complaints, []);
    await ola.close();
  });

  await stage.story("otherPlayersAreNot", async () => {
    // Under another name than its own the machine is asked as from elsewhere.
    const elsewhere = new URL(stage.url);
    elsewhere.hostname = "127.0.0.2";
    const pip = await Player.open(stage.browser, elsewhere.href, "Pip");
    await pip.enter("mage");
    await choose(pip);
    await pip.page.keyboard.press("e");
    assert.ok(await pip.page.locator("#why").isHidden(), "there is no button");
    assert.ok(await pip.page.locator("#reasons").isHidden(), "and the key does nothing");
    await pip.close();
  });
}
