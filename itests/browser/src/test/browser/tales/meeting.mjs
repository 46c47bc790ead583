// Coming in, seeing one another, walking, talking.
import assert from "node:assert/strict";

export async function tellMeeting(stage, ada, bob) {
  await stage.story("theFirstScreenAsksForAClassAndANameAndRemembersThem", async () => {
    await ada.page.locator("#classes [role=radio]").nth(1).waitFor();
    await stage.moment(ada, "first-screen");
    await ada.enter("warrior");
    await bob.enter("mage");
    assert.deepEqual([(await ada.me()).name, (await ada.me()).heroClass, (await bob.me()).heroClass], ["Ada", "warrior", "mage"]);
    assert.match(await ada.see(() => localStorage.getItem("hotrealm.settings")), /"Ada".*"warrior"/);
    assert.match(await ada.see(() => localStorage.getItem("hotrealm.device")), /^[A-Za-z0-9_-]{22,64}$/);
    assert.equal(await ada.page.locator("#skills button").count(), 6);
    await stage.moment(ada, "in-the-village");
  });

  await stage.story("twoPlayersSeeEachOther", async () => {
    for (const [player, other] of [[ada, "Bob"], [bob, "Ada"]]) {
      await player.until(`sees ${other}`, (name) => window.hotrealm.players.some((each) => each.name === name), other);
    }
    assert.equal(await ada.see(() => window.hotrealm.roomId), await bob.see(() => window.hotrealm.roomId));
  });

  await stage.story("walkingWithKeysIsSeenByTheOtherInTheSamePlace", async () => {
    const before = await ada.me();
    await ada.page.keyboard.down("s");
    await ada.until("has walked south", (from) => window.hotrealm.me.y > from + 1.5, before.y);
    await ada.page.keyboard.up("s");
    await bob.until("sees Ada at rest in the south", ([wanted, y]) => {
      const seen = window.hotrealm.players.find((each) => each.id === wanted);
      return seen !== undefined && seen.y > y + 0.8;
    }, [before.id, before.y]);
    let apart = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 100 && apart >= 0.1; attempt++) {
      const mine = await ada.me();
      const seen = await bob.see((wanted) => window.hotrealm.players.find((each) => each.id === wanted), before.id);
      apart = Math.hypot(mine.x - seen.x, mine.y - seen.y);
    }
    assert.ok(apart < 0.1, `Ada and Bob differ by ${apart} tiles about where Ada is`);
  });

  await stage.story("chatIsHeardByTheOther", async () => {
    await ada.page.keyboard.press("Enter");
    await ada.page.keyboard.type("Hello from the shrine");
    await ada.page.keyboard.press("Enter");
    await bob.page.locator("#chat-log .line", { hasText: "Hello from the shrine" }).waitFor({ timeout: 10_000 });
    assert.match(await bob.page.locator("#chat-log").innerText(), /Ada: Hello from the shrine/);
    await stage.moment(bob, "chat");
  });
}
