// Where stories are told: the browser, the pictures kept of them, and one line of JSON for each.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

export const QUIET = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",
];
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

export class Stage {
  failed = false;
  pictures = 0;
  players = [];

  constructor(browser, url, screenshots) {
    this.browser = browser;
    this.url = url;
    this.screenshots = screenshots;
    this.answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  }

  static async open(url, executablePath, screenshots) {
    mkdirSync(screenshots, { recursive: true });
    return new Stage(await chromium.launch({ executablePath, args: QUIET }), url, screenshots);
  }

  /** Keeps what a page looks like. */
  async picture(player, name) {
    this.pictures++;
    await player.page.screenshot({ path: join(this.screenshots, `${String(this.pictures).padStart(2, "0")}-${name}.png`) });
  }

  /** Keeps a moment as it is seen at a desk and on a phone. */
  async moment(player, name) {
    await this.picture(player, name);
    await this.resize(player, PHONE);
    await player.page.screenshot({ path: join(this.screenshots, `${String(this.pictures).padStart(2, "0")}-${name}-phone.png`) });
    await this.resize(player, DESKTOP);
  }

  /** Until the page has laid itself out and drawn: what is read before is of the old size, and what is hidden there has no text. */
  async resize(player, size) {
    await player.page.setViewportSize(size);
    await player.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));
  }

  async story(name, play) {
    const began = Date.now();
    const told = { story: name, ok: true };
    try {
      await play();
    } catch (failure) {
      this.failed = true;
      for (const player of this.players) {
        await this.picture(player, `failed-${player.name}`).catch(() => undefined);
      }
      Object.assign(told, { ok: false, error: String(failure?.stack ?? failure) });
    }
    console.log(JSON.stringify({ ...told, millis: Date.now() - began }));
  }

  /** Asks whoever runs the stories for something that no player can do, and waits until it is done. */
  async ask(what) {
    console.log(JSON.stringify({ ask: what }));
    await this.answers.next();
  }

  async close() {
    await this.browser.close();
    process.stdin.destroy();
  }
}
