// One player in one browser: what it sees, and how it acts through keys, mouse and fingers alone.

const PATIENCE = 30_000;

export class Player {
  constructor(page, name) {
    this.page = page;
    this.name = name;
    this.complaints = [];
    this.closedSockets = 0;
    page.on("pageerror", (error) => this.complaints.push(String(error.stack ?? error)));
    page.on("console", (message) => message.type() === "error" && this.complaints.push(message.text()));
    page.on("websocket", (socket) => socket.on("close", () => this.closedSockets++));
  }

  static async open(browser, url, name, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const player = new Player(await context.newPage(), name);
    player.context = context;
    await player.page.goto(url);
    return player;
  }

  /** Comes in, as one of a class where one is named. */
  async enter(heroClass) {
    await this.page.locator("#enter:enabled").waitFor();
    if (heroClass !== undefined) {
      await this.page.click(`#classes [data-class="${heroClass}"]`);
    }
    await this.page.fill("#name", this.name);
    await this.page.click("#enter");
    await this.until("is in the realm", () => window.hotrealm.playing && window.hotrealm.monsters !== undefined);
  }

  /** What `window.hotrealm` says. */
  see(read, argument) {
    return this.page.evaluate(read, argument);
  }

  me() {
    return this.see(() => window.hotrealm.me);
  }

  /** Waits until the page says so. */
  async until(what, condition, argument, timeout = PATIENCE) {
    try {
      return await this.page.waitForFunction(condition, argument, { timeout, polling: 50 });
    } catch (failure) {
      const seen = await this.see(() => JSON.stringify({ status: window.hotrealm.status, me: window.hotrealm.me, drops: window.hotrealm.drops }));
      throw new Error(`${this.name}: waited in vain until it ${what}; saw ${seen}`, { cause: failure });
    }
  }

  /** Walks by clicking on the ground, in steps that stay on the screen, until it is this near. */
  async walkTo(x, y, near = 1.2) {
    let before;
    for (let step = 0; step < 40; step++) {
      const me = await this.me();
      const away = Math.hypot(x - me.x, y - me.y);
      if (away <= near) {
        return;
      }
      // Whoever stands where one clicks is chosen instead, so the next click goes a little to the side.
      const turn = me.x === before?.x && me.y === before?.y ? (step % 2 === 0 ? 0.6 : -0.6) : 0;
      const angle = Math.atan2(y - me.y, x - me.x) + turn;
      const length = Math.min(3.6, away);
      const goal = { x: me.x + Math.cos(angle) * length, y: me.y + Math.sin(angle) * length };
      before = me;
      await this.click(goal);
      await this.page
        .waitForFunction(({ goal, from }) => {
          const { me } = window.hotrealm;
          return Math.hypot(goal.x - me.x, goal.y - me.y) < 0.8 || Math.hypot(from.x - me.x, from.y - me.y) > 4;
        }, { goal, from: me }, { timeout: 4000, polling: 50 })
        .catch(() => undefined);
    }
    throw new Error(`${this.name}: cannot walk to ${x}, ${y}; stands at ${JSON.stringify(await this.me())}`);
  }

  /** Clicks on a point of the world. */
  async click(point) {
    const at = await this.see(({ x, y }) => window.hotrealm.where(x, y), point);
    await this.page.mouse.click(at.x, at.y);
  }

  /** Back from the dead, if it died. */
  async comeBack() {
    if ((await this.me()).hp > 0) {
      return;
    }
    await this.page.locator("#respawn:enabled").click({ timeout: 20_000 });
    await this.until("is back from the dead", () => window.hotrealm.me.hp > 0);
  }

  /** To the village, where nobody fights: on foot or by way of death. */
  async goHome() {
    await this.comeBack();
    await this.walkTo(66, 66, 4).catch(() => undefined);
    await this.comeBack();
  }

  /** The nearest living monster of a kind, or of any. */
  nearest(kind) {
    return this.see((wanted) => {
      const { me, monsters } = window.hotrealm;
      const away = (each) => Math.hypot(each.x - me.x, each.y - me.y);
      return monsters.filter((each) => each.hp > 0 && each.state !== 6 && (!wanted || each.kind === wanted)).sort((a, b) => away(a) - away(b))[0] ?? null;
    }, kind);
  }

  /** Whether such a thing lies in sight. */
  lies(item) {
    return this.see((wanted) => window.hotrealm.drops.some((each) => each.item === wanted), item);
  }

  carries(item) {
    return this.see((wanted) => (window.hotrealm.inventory[wanted] ?? 0) > 0, item);
  }

  /** Walks to a thing on the ground and picks it up, whoever stands in the way. */
  async fetch(item) {
    for (let attempt = 0; attempt < 20; attempt++) {
      await this.comeBack();
      const drop = await this.see((wanted) => window.hotrealm.drops.find((each) => each.item === wanted) ?? null, item);
      if (drop !== null) {
        await this.walkTo(drop.x, drop.y, 1).catch(() => undefined);
        await this.page.keyboard.press("f");
      }
      if (await this.page.waitForFunction((wanted) => window.hotrealm.inventory[wanted] > 0, item, { timeout: 2000, polling: 50 }).then(() => true, () => false)) {
        return;
      }
    }
    throw new Error(`${this.name}: could not pick up ${item}; sees ${JSON.stringify(await this.see(() => window.hotrealm.drops))}`);
  }

  /** Puts fingers on the page, moves them or lifts them: `touchStart`, `touchMove` or `touchEnd` with where each is. */
  async fingers(type, ...points) {
    this.cdp ??= await this.context.newCDPSession(this.page);
    await this.cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points.map((each, id) => ({ ...each, id })) });
  }

  /** Where a thing of the page has its middle. */
  async middle(what) {
    const box = await this.page.locator(what).first().boundingBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Drags one thing of the page onto another with a finger; `meanwhile` sees it above its goal. */
  async dragByFinger(what, onto, meanwhile = async () => undefined) {
    const from = await this.middle(what);
    const to = await this.middle(onto);
    await this.fingers("touchStart", from);
    for (let step = 1; step <= 8; step++) {
      await this.fingers("touchMove", { x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 });
    }
    await meanwhile();
    await this.fingers("touchEnd");
  }

  /** Drags one thing of the page onto another with the mouse. */
  async drag(what, onto) {
    const from = await this.middle(what);
    const to = await this.middle(onto);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + 12, from.y + 4, { steps: 3 });
    await this.page.mouse.move(to.x, to.y, { steps: 6 });
    await this.page.mouse.up();
  }

  /** Attacks with the mouse and with skills, and stays at it until the monster is dead; `meanwhile` sees the third blow. */
  async slay(id, meanwhile = async () => undefined) {
    for (let blow = 0; blow < 40; blow++) {
      if (blow === 2) {
        await meanwhile();
      }
      await this.comeBack();
      const monster = await this.see((wanted) => window.hotrealm.monsters.find((each) => each.id === wanted) ?? null, id);
      if (monster === null || monster.hp <= 0 || monster.state === 6) {
        return;
      }
      if ((await this.see(() => window.hotrealm.target)) !== id) {
        await this.click({ x: monster.x, y: monster.y - 0.4 });
      } else {
        await this.page.keyboard.press(["Space", "2", "3"][blow % 3]);
      }
      await this.page
        .waitForFunction(({ id, hp }) => {
          const seen = window.hotrealm.monsters.find((each) => each.id === id);
          return seen === undefined || seen.hp < hp || seen.state === 6 || window.hotrealm.target !== id;
        }, { id, hp: monster.hp }, { timeout: 5000, polling: 50 })
        .catch(() => undefined);
    }
    throw new Error(`${this.name}: could not slay monster ${id}`);
  }

  async close() {
    await this.context.close();
  }
}
