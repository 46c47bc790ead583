// Plays on a running server and prints one line of JSON a story.
// Usage: node stories.mjs URL CHROMIUM SCREENSHOTS UPGRADE DEPLOY
// A line {"ask": …} asks whoever runs this to stop or start the server; a line on the standard input says that it is done.
import assert from "node:assert/strict";
import { Player } from "./player.mjs";
import { Stage } from "./stage.mjs";
import { tellAccess } from "./tales/access.mjs";
import { tellAiming } from "./tales/aiming.mjs";
import { tellFighting } from "./tales/fighting.mjs";
import { tellMeeting } from "./tales/meeting.mjs";
import { tellPhone, tellTouch } from "./tales/phone.mjs";
import { tellReasons } from "./tales/reasons.mjs";
import { tellFirstSteps, tellSights } from "./tales/sights.mjs";
import { tellLine, tellStaying, tellSwap } from "./tales/staying.mjs";

const [url, chromium, screenshots, upgrade, deploy] = process.argv.slice(2);

const stage = await Stage.open(url, chromium, screenshots);
const ada = await Player.open(stage.browser, url, "Ada");
const bob = await Player.open(stage.browser, url, "Bob");
stage.players.push(ada, bob);

await tellMeeting(stage, ada, bob);
await tellFighting(stage, ada, bob);
await tellSwap(stage, ada, bob, upgrade, deploy);
await stage.story("noPageComplained", async () => {
  assert.deepEqual([...ada.complaints, ...bob.complaints], []);
});
await bob.close();
await tellAiming(stage);
await tellPhone(stage);
await tellFirstSteps(stage);
await tellSights(stage);
await tellReasons(stage);
await tellAccess(stage);
await tellLine(stage);
await tellStaying(stage, ada);
await tellTouch(stage, ada);

await stage.close();
process.exit(stage.failed ? 1 : 0);
