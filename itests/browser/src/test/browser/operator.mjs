// An operator looks at the status page of a running server; prints one line of JSON a story.
// Usage: node operator.mjs URL CHROMIUM SCREENSHOTS OPERATOR-URL TOKEN
// A line {"ask": …} asks whoever runs this to stop or start the server; a line on the standard input says that it is done.
import assert from "node:assert/strict";
import { Player } from "./player.mjs";
import { Stage } from "./stage.mjs";
import { findings } from "./tales/access.mjs";

const [url, chromium, screenshots, operator, token] = process.argv.slice(2);
const PATIENCE = { timeout: 30_000 };

const stage = await Stage.open(url, chromium, screenshots);
const ida = await Player.open(stage.browser, `${operator}/`, "Ida");
const ada = await Player.open(stage.browser, url, "Ada");
stage.players.push(ida, ada);

/** A call by somebody who has the token. */
function call(path, body) {
  return fetch(operator + path, {
    method: body === undefined ? "GET" : "POST",
    headers: { Authorization: `Bearer ${token}`, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

const see = (selector, text) => ida.page.locator(selector, text === undefined ? {} : { hasText: text }).first().waitFor(PATIENCE);
const tile = (name, part) => ida.page.locator("#tiles > div", { hasText: name }).first().locator(part).textContent();

await stage.story("whoShowsNoTokenSeesNothing", async () => {
  await ida.page.locator("#ask").waitFor(PATIENCE);
  assert.match(ida.page.url(), /\/status\/$/);
  assert.equal(await ida.page.locator("#tiles > div").count(), 0);
  assert.equal((await fetch(`${operator}/status/data`)).status, 403);
  await ida.page.fill("#token", "guessed");
  await ida.page.keyboard.press("Enter");
  await ida.page.locator("#ask").waitFor({ state: "visible", ...PATIENCE });
  await ida.page.fill("#token", token);
  await ida.page.keyboard.press("Enter");
  await see("#live[data-state=on]");
  await see("#health[data-level=OK]");
});

await stage.story("playersRoomsAndTicksAreLive", async () => {
  assert.equal(await tile("Players", ".figure"), "0");
  await ada.enter();
  await see("#tiles > div:first-child .figure", /^1$/);
  await see("#rooms tbody tr td", "1 / 500");
  await see("#rooms .pin", "monsters 1.0.0");
  await see("#systems tbody tr", "room.realm");
  const before = await tile("Rooms", ".note");
  await ida.page.waitForFunction((old) => ![...document.querySelectorAll("#tiles .note")].some((note) => note.textContent === old), before, PATIENCE);
  await see("#tiles > div", /Patches\s*\d+\/s/);
  await stage.moment(ida, "status");
});

await stage.story("aSwapIsSeenWhileItRunsAndAfterwards", async () => {
  const swapped = call("/swaps", { bundle: "org.hotrealm.monster.ai/1.1.0", soak: "3s", who: "Ida" });
  await see("#swapping:not([hidden])", "monster.ai 1.0.0 → 1.1.0");
  await see("#steps .running", "soak");
  await stage.moment(ida, "status-swapping");
  assert.equal((await swapped).status, 200);
  await see("#swaps li:first-child [data-verdict=DONE]");
  await see("#swaps li:first-child", "1 room, longest gap");
  await see("#rooms .pin", "monsters 1.1.0");
  await ida.page.locator("#swapping").waitFor({ state: "hidden", ...PATIENCE });
});

await stage.story("aLineOfTheLogArrivesAndIsFound", async () => {
  assert.equal((await call("/shell", ["log", "org.hotrealm.story", "warn"])).status, 200);
  await see("#lines li", "org.hotrealm.story writes from WARN on");
  await ida.page.fill("#find", "org.hotrealm.story");
  await ida.page.waitForFunction(() => document.querySelectorAll("#lines li").length === 1, undefined, PATIENCE);
  await ida.page.fill("#find", "");
  await ida.page.check("#sieve [name=level][value='4']");
  await ida.page.waitForFunction(() => document.querySelectorAll("#lines li").length === 0, undefined, PATIENCE);
  await ida.page.check("#sieve [name=level][value='0']");
  await see("#lines li", "org.hotrealm.story writes from WARN on");
});

await stage.story("anybodyCanReadItInLightAndDarkAndOnAPhone", async () => {
  await ida.page.locator("#bundles-card summary").click();
  for (const colorScheme of ["light", "dark"]) {
    await ida.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    assert.deepEqual(await findings(ida), [], colorScheme);
  }
  await stage.picture(ida, "status-dark");
  await ida.page.setViewportSize({ width: 390, height: 844 });
  const over = await ida.page.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
  assert.ok(over <= 0, `the page is ${over} pixels wider than a phone`);
  await ida.page.setViewportSize({ width: 1280, height: 800 });
  const health = await Player.open(stage.browser, `${operator}/health`, "Hal");
  await health.page.locator("h1", { hasText: /^(OK|WARN)$/ }).waitFor(PATIENCE);
  assert.deepEqual(await findings(health), [], "the page of health");
  await stage.picture(health, "health");
  await health.close();
});

await stage.story("aNodeThatDrainsSaysSoAndIsNotReady", async () => {
  assert.equal((await call("/health/ready")).status, 200);
  await call("/shell", ["drain", "2"]);
  await see("#draining:not([hidden])");
  // The checks remember what they said for two seconds.
  await see("#health[data-level=TEMPORARILY_UNAVAILABLE]");
  assert.equal((await call("/health/ready")).status, 503);
  assert.equal((await call("/health/live")).status, 200);
  assert.match(await (await call("/metrics")).text(), /^hotrealm_ready 0/m);
  await see("#rooms tbody:empty + *, .scroll:has(#rooms tbody:empty) + .nothing");
});

await stage.story("noPageComplained", async () => {
  // A browser tells of every 403; those are the two above, before the token was known.
  const complaints = ida.complaints.filter((complaint) => !complaint.includes("403"));
  assert.deepEqual(complaints, []);
});

await stage.story("aServerThatGoesIsMissedAndFoundAgain", async () => {
  await stage.ask("stop");
  await see("#live[data-state=off]");
  await see("body.stale");
  await stage.ask("start");
  await see("#live[data-state=on]");
  await ida.page.locator("#draining").waitFor({ state: "hidden", ...PATIENCE });
  await see("#swaps li:first-child [data-verdict=DONE]");
});

await stage.close();
process.exit(stage.failed ? 1 : 0);
