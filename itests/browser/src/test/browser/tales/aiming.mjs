// A circle on the ground, aimed by a key that is held and by the mouse, where nobody is about.
import assert from "node:assert/strict";
import { Player } from "../player.mjs";

/** Outside the village, where fighting is allowed, and where nobody lives who attacks on sight. */
const ROAD = [49, 62];

/** The skill of the own class that falls on a place. */
export async function groundSkill(player) {
  const skills = await player.see(() => window.hotrealm.skills);
  const index = skills.findIndex((each) => each.target === "circle" && each.range > 0);
  assert.notEqual(index, -1, "the class has a skill with a ground circle");
  return { ...skills[index], index, slot: (state) => player.page.locator(`#skills [data-skill="${skills[index].id}"]${state}`) };
}

export async function tellAiming(stage) {
  await stage.story("aGroundCircleIsAimedWhileItsKeyIsHeld", async () => {
    const lea = await Player.open(stage.browser, stage.url, "Lea");
    stage.caster = lea;
    await lea.enter("mage");
    await lea.walkTo(...ROAD, 1);
    const { index, range, slot } = await groundSkill(lea);
    await pointAt(lea, await openPlace(lea));
    await lea.page.keyboard.down(String(index + 1));
    await slot(".aiming").waitFor();
    await lea.until("aims at a place in range", (most) => {
      const { aim } = window.hotrealm;
      const far = aim === null ? 0 : Math.hypot(aim.x, aim.y);
      return far > 0 && far <= most;
    }, range);
    await pointAt(lea, await openPlace(lea));
    await lea.page.keyboard.up(String(index + 1));
    await slot(".waited").waitFor({ timeout: 15_000 });
    assert.equal(await lea.see(() => window.hotrealm.aim), null, "nothing is aimed any more");
  });

  await stage.story("aGroundCircleThatWasClickedFallsWhereTheMousePoints", async () => {
    const lea = stage.caster;
    const { slot } = await groundSkill(lea);
    await slot(":not(.waited)").waitFor({ timeout: 30_000 });
    const place = await openPlace(lea);
    await slot("").click();
    await slot(".aiming").waitFor();
    await pointAt(lea, place);
    await lea.until("aims where the mouse points", ({ x, y }) => {
      const { aim, me } = window.hotrealm;
      return aim !== null && Math.hypot(me.x + aim.x - x, me.y + aim.y - y) < 0.3;
    }, place);
    await stage.moment(lea, "ground-circle");
    await lea.click(place);
    await slot(".waited").waitFor({ timeout: 15_000 });
    assert.deepEqual(lea.complaints, []);
    await lea.close();
  });
}

async function pointAt(player, place) {
  const at = await player.see(({ x, y }) => window.hotrealm.where(x, y), place);
  await player.page.mouse.move(at.x, at.y);
}

/** A place three tiles away with nothing in between, and nothing of the page over it. */
async function openPlace(player) {
  const place = await player.see(() => {
    const { me, free } = window.hotrealm;
    const clear = (x, y) => Array.from({ length: 15 }, (_, i) => i / 4).every((far) => [-0.4, 0, 0.4].every((aside) => free(me.x + x * far + y * aside, me.y + y * far + x * aside)));
    const way = [[0, 1], [0, -1], [1, 0], [-1, 0]].find(([x, y]) => clear(x, y));
    return way === undefined ? null : { x: me.x + way[0] * 3, y: me.y + way[1] * 3 };
  });
  assert.ok(place !== null, "there is open ground beside the hero");
  return place;
}
