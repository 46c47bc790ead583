// A circle on the ground, aimed by keys alone and by the mouse.
import assert from "node:assert/strict";
import { Player } from "../player.mjs";

const GATE = 77;
/** So many tiles from the hero nothing of the page lies over the ground, and the circle still reaches whoever is near. */
const OPEN = 3;

/** The skill of the own class that falls on a place. */
export async function groundSkill(player) {
  const skills = await player.see(() => window.hotrealm.skills);
  const index = skills.findIndex((each) => each.target === "circle" && each.range > 0);
  assert.notEqual(index, -1, "the class has a skill with a ground circle");
  return { ...skills[index], index, slot: (state) => player.page.locator(`#skills [data-skill="${skills[index].id}"]${state}`) };
}

export async function tellAiming(stage) {
  await stage.story("aGroundCircleIsAimedByKeysAlone", async () => {
    const lea = await Player.open(stage.browser, stage.url, "Lea");
    stage.caster = lea;
    await lea.enter("mage");
    await lea.page.keyboard.down("s");
    await lea.until("has left the village", (y) => window.hotrealm.me.y > y, GATE);
    await lea.page.keyboard.up("s");
    const { index, range, slot } = await groundSkill(lea);
    await lea.page.keyboard.down(String(index + 1));
    await slot(".aiming").waitFor();
    await lea.until("aims at a place in range", (most) => {
      const { aim } = window.hotrealm;
      const far = aim === null ? 0 : Math.hypot(aim.x, aim.y);
      return far > 0 && far <= most;
    }, range);
    await lea.page.keyboard.up(String(index + 1));
    await slot(".waited").waitFor({ timeout: 15_000 });
    assert.equal(await lea.see(() => window.hotrealm.aim), null, "nothing is aimed any more");
  });

  await stage.story("aGroundCircleThatWasClickedFallsWhereTheMousePoints", async () => {
    const lea = stage.caster;
    const { slot } = await groundSkill(lea);
    await lea.until("sees a monster near enough", () => {
      const { me, monsters } = window.hotrealm;
      return monsters.some((each) => each.hp > 0 && Math.hypot(each.x - me.x, each.y - me.y) < 12);
    });
    const first = await lea.nearest();
    await lea.walkTo(first.x, first.y, 4).catch(() => undefined);
    await slot(":not(.waited)").waitFor({ timeout: 30_000 });
    for (let attempt = 0; attempt < 4; attempt++) {
      await slot(":not(.waited)").waitFor({ timeout: 30_000 });
      await slot("").click();
      await slot(".aiming").waitFor();
      const place = towards(await lea.me(), await lea.nearest());
      const at = await lea.see(({ x, y }) => window.hotrealm.where(x, y), place);
      await lea.page.mouse.move(at.x, at.y);
      if (attempt === 0) {
        await stage.moment(lea, "ground-circle");
      }
      await lea.click(place);
      await slot(".waited").waitFor({ timeout: 15_000 });
      // Who wandered off in the half second of the cast is not hit: then it falls once more.
      const hit = await lea.page.waitForFunction(() => window.hotrealm.monsters.some((each) => each.hp < each.maxHp), undefined, { timeout: 4000, polling: 50 })
        .then(() => true, () => false);
      if (hit) {
        assert.deepEqual(lea.complaints, []);
        await lea.close();
        return;
      }
    }
    assert.fail("four times nobody stood in the circle");
  });
}

function towards(me, prey) {
  const away = Math.hypot(prey.x - me.x, prey.y - me.y);
  const share = away > OPEN ? OPEN / away : 1;
  return { x: me.x + (prey.x - me.x) * share, y: me.y + (prey.y - me.y) * share };
}
