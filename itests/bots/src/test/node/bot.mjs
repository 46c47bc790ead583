// One player with the unmodified SDK: walks out of the village, fights what it finds, picks up what falls, drinks, dies,
// comes back and goes out again.
import WebSocket from "ws";

globalThis.WebSocket ??= WebSocket;
export const { Client } = await import("@colyseus/sdk");

const DEAD = 6;
const PATIENCE = 6_000;
const OUT_OF_MIND = 20_000;
const LOST = 60_000;
const TO_THE_GRAVES = [64, 40, 64, 20];
const ROADS = [TO_THE_GRAVES, [64, 88, 62, 106], [88, 62, 110, 50], [42, 65, 16, 58], [40, 66, 30, 96], [80, 91, 108, 100]];

export class Bot {
  constructor(endpoint, number) {
    this.endpoint = endpoint;
    this.number = number;
    this.seq = 0;
    this.did = { hits: 0, kills: 0, picked: 0, drunk: 0, deaths: 0, returns: 0, anew: 0, foughtAgain: 0, refused: 0, drops: 0, closed: 0, patches: 0 };
    this.gaps = [];
    this.last = 0;
    this.goal = null;
    this.stuck = { x: 0, y: 0, since: 0 };
    this.aim = { key: null, since: 0 };
    this.givenUp = new Map();
    this.awayUntil = 0;
  }

  async join() {
    this.joined = performance.now();
    this.last = 0;
    this.goal = null;
    const heroClass = this.number % 2 === 0 ? "warrior" : "mage";
    this.room = await new Client(this.endpoint).joinOrCreate("realm", { name: `Bot ${this.number}`, heroClass });
    this.room.onDrop(() => this.did.drops++);
    this.room.onLeave(() => (this.leaving ? 0 : this.did.closed++));
    this.room.onStateChange(() => this.patched());
    this.room.onMessage("welcome", (welcome) => {
      this.id = welcome.id;
      this.skills = (welcome.classes[welcome.heroClass]?.skills ?? []).map((id) => welcome.skills.find((skill) => skill.id === id));
      this.items = welcome.items;
    });
    this.room.onMessage("inventory", (inventory) => (this.bag = inventory.items));
    this.room.onMessage("hurt", ({ source, id }) => source === this.id && id !== this.id && this.hit());
    this.room.onMessage("gained", () => this.did.kills++);
    this.room.onMessage("picked", ({ id }) => id === this.id && this.did.picked++);
    this.room.onMessage("consumed", ({ id }) => id === this.id && this.did.drunk++);
    this.room.onMessage("refused", () => this.did.refused++);
    this.room.onMessage("*", () => {});
  }

  patched() {
    const now = performance.now();
    if (this.last > 0) this.gaps.push(now - this.last);
    this.last = now;
    this.did.patches++;
  }

  hit() {
    this.did.hits++;
    this.aim.since = performance.now();
    if (this.did.hits === 1 && this.careless) this.setOut();
    if (this.cameBack) {
      this.cameBack = false;
      this.did.foughtAgain++;
    }
  }

  /** True for a few that have fought, until they have died: they walk among skeletons and do not fight back, for death is rare. */
  get careless() {
    return this.number % 9 === 0 && this.did.hits > 0 && this.did.deaths === 0;
  }

  get me() {
    return this.room.state?.players?.get(this.room.sessionId);
  }

  /** One decision; called some times a second. */
  act() {
    const me = this.me;
    if (!me || !this.skills) return;
    if (this.did.hits === 0 && performance.now() - this.joined > LOST) return this.beginAnew();
    if (me.hp === 0) return this.dead();
    if (this.wasDead) {
      this.wasDead = false;
      this.cameBack = true;
      this.did.returns++;
    }
    // Every third knows no fear; the others look after themselves.
    if (this.number % 3 !== 0 && me.hp < me.maxHp * 0.4) this.drink();
    if (performance.now() < this.awayUntil) return this.roam();
    const drop = this.nearest(this.room.state.drops, (d) => !d.owner || d.owner === this.room.sessionId, 9);
    if (drop && this.worth(drop)) return drop.distance < 1.3 ? this.pickUp(drop) : this.walk(drop.it.x, drop.it.y);
    const foe = this.nearest(this.room.state.monsters, (m) => m.state !== DEAD, 12);
    if (foe && !this.careless && this.worth(foe)) return this.fight(foe);
    this.roam();
  }

  /** False for a while for what was aimed at long and in vain: bots walk straight, and it may be behind a wall or a pond. */
  worth({ key }) {
    const now = performance.now();
    if (this.aim.key !== key) this.aim = { key, since: now };
    if (now - this.aim.since < PATIENCE) return true;
    this.givenUp.set(key, now + OUT_OF_MIND);
    this.awayUntil = now + PATIENCE;
    this.setOut();
    return false;
  }

  /** Bots walk straight, and a nook may hold one for long: it leaves and comes back to the shrine, as a lost player would. */
  async beginAnew() {
    this.skills = null;
    this.did.anew++;
    await this.leave();
    this.leaving = false;
    await this.join();
  }

  dead() {
    if (!this.wasDead) this.did.deaths++;
    this.wasDead = true;
    this.goal = null;
    this.room.send("respawn");
  }

  drink() {
    const potion = Object.keys(this.bag ?? {}).find((id) => this.items[id]?.attributes?.heal > 0);
    if (potion) this.room.send("consume", { item: potion });
  }

  pickUp(drop) {
    this.halt();
    this.room.send("pickup", { drop: Number(drop.key) });
  }

  fight({ key, it, distance }) {
    const reach = this.skills[0].range * 0.9;
    if (distance > reach) this.walk(it.x, it.y);
    else this.halt();
    const near = this.skills.filter((skill) => skill && distance <= Math.max(skill.range, skill.radius, 1.5));
    const skill = near[Math.floor(Math.random() * near.length)];
    if (!skill) return;
    this.room.send("use", skill.target === "self" ? { skill: skill.id } : { skill: skill.id, target: Number(key), x: it.x, y: it.y });
  }

  /** Along a road to a hunting ground, then about it; another one where it gets nowhere. */
  roam() {
    const { x, y } = this.me;
    const now = performance.now();
    if (Math.hypot(x - this.stuck.x, y - this.stuck.y) > 1) this.stuck = { x, y, since: now };
    if (!this.goal || now - this.stuck.since > 3000) {
      this.setOut();
      this.stuck.since = now;
    }
    const [[gx, gy]] = this.goal;
    if (Math.hypot(gx - x, gy - y) > 2) return this.walk(gx + Math.sin(now / 700) * 2, gy + Math.cos(now / 900) * 2);
    this.goal.shift();
    if (this.goal.length === 0) this.goal = [[gx + (Math.random() - 0.5) * 16, gy + (Math.random() - 0.5) * 16]];
  }

  /** Takes a road. Whoever got nowhere stands in a corner: all roads may lie behind it, so first any way out will do. */
  setOut() {
    const { x, y } = this.me;
    const [x0, y0, x1, y1] = this.careless ? TO_THE_GRAVES : ROADS[Math.floor(Math.random() * ROADS.length)];
    const away = [x + (Math.random() - 0.5) * 20, y + (Math.random() - 0.5) * 20];
    this.goal = this.goal ? [away, [x0, y0], [x1, y1]] : [[x0, y0], [x1, y1]];
  }

  walk(x, y) {
    const { x: mx, y: my } = this.me;
    const length = Math.hypot(x - mx, y - my) || 1;
    this.room.send("move", { x: (x - mx) / length, y: (y - my) / length, seq: ++this.seq });
  }

  halt() {
    this.room.send("move", { x: 0, y: 0, seq: ++this.seq });
  }

  nearest(map, fits, within) {
    const me = this.me;
    const now = performance.now();
    let best = null;
    map?.forEach((it, key) => {
      const distance = Math.hypot(it.x - me.x, it.y - me.y);
      if (distance < within && fits(it) && !(this.givenUp.get(key) > now) && (!best || distance < best.distance)) best = { it, key, distance };
    });
    return best;
  }

  async leave() {
    this.leaving = true;
    await this.room.leave();
  }
}
