// The running game: one realm, one world, one loop.
import { Effects } from "../draw/effects.ts";
import { Renderer } from "../draw/renderer.ts";
import type { Carried, Inbound, ItemInfo, RealmState, Welcome } from "../net/protocol.ts";
import type { Listener, Realm, Status } from "../net/realm.ts";
import { surroundings } from "../ambient.ts";
import type { Sounds } from "../sound.ts";
import { Bag } from "../ui/bag.ts";
import type { Chat } from "../ui/chat.ts";
import { Doll } from "../ui/doll.ts";
import { by, title } from "../ui/dom.ts";
import { showLatency, showStatus } from "../ui/link.ts";
import { Potions } from "../ui/potions.ts";
import { Hud } from "../ui/hud.ts";
import type { Settings } from "../ui/settings.ts";
import { SkillBar } from "../ui/skillbar.ts";
import { Toasts } from "../ui/toasts.ts";
import type { Actor } from "./actors.ts";
import { Control } from "./control.ts";
import { Events } from "./events.ts";
import { Inventory } from "./inventory.ts";
import { handlersOf } from "./messages.ts";
import { Predictor } from "./predict.ts";
import { Skills } from "./skills.ts";
import { World } from "./world.ts";
import { type Zone, loadZone } from "./zone.ts";

const PING_MILLIS = 2500;
/** Tiles between two steps that are heard. */
const STRIDE = 1.2;

export class Game implements Listener {
  readonly renderer = new Renderer(by<HTMLCanvasElement>("view"));
  readonly toasts = new Toasts();
  readonly skills = new Skills();
  readonly effects = new Effects();
  readonly inventory = new Inventory(() => this.welcome?.items, () => this.world?.me);
  readonly doll = new Doll((id) => this.item(id));
  readonly bag = new Bag(this.inventory, (type, payload) => this.realm?.send(type, payload), () => this.doll.draw(this.world?.me, performance.now()));
  readonly potions = new Potions(this.inventory, (id) => this.realm?.send("consume", { item: id }), (text) => this.say(text));
  readonly hud: Hud;
  realm: Realm | undefined;
  world: World | undefined;
  control: Control | undefined;
  events: Events | undefined;
  welcome: Welcome | undefined;
  zone: Zone | undefined;
  latency = 0;
  status_: Status = "joining";
  /** Milliseconds the last frames took in here, slowly following. */
  work = 0;
  private predictor: Predictor | undefined;
  private readonly bar = new SkillBar(this.skills, () => this.control);
  private readonly handlers = handlersOf(this);
  private last = performance.now();
  private stride = 0;
  private pingAt = 0;

  constructor(
    readonly settings: Settings,
    readonly sounds: Sounds,
    readonly chat: () => Chat,
    private readonly entered: () => void,
  ) {
    this.hud = new Hud({
      settings, inventory: this.inventory, toasts: this.toasts, bag: this.bag, doll: this.doll,
      names: { skill: (id) => this.skills.seen(id)?.name ?? title(id), attribute: (id) => this.skills.attribute(id), heroClass: (id) => this.welcome?.classes?.[id]?.name ?? title(id) },
      praise: () => sounds.play("boon"),
      respawn: () => this.realm?.send("respawn", undefined),
    });
    settings.onChange(() => {
      this.effects.calm = settings.now.calm;
      this.sounds.muted = settings.now.muted;
      this.sounds.volume = settings.now.volume;
    });
    requestAnimationFrame((now) => this.frame(now));
  }

  status(status: Status, text: string): void {
    this.status_ = status;
    showStatus(status, text);
    if (status === "online") {
      this.control?.resume(this.world?.me?.seq ?? 0);
      if (text !== "") {
        this.toasts.show(text, "good");
      }
    }
  }

  joined(realm: Realm): void {
    this.realm = realm;
    this.control = undefined;
    this.predictor = undefined;
    this.hud.death.hide();
    const world = new World(realm.sessionId, (kind) => this.welcome?.monsters[kind]?.name ?? title(kind));
    this.world = world;
    this.events = new Events(world, this.effects, this.sounds, this.renderer.camera, {
      toast: (text, tone, rare) => this.toasts.show(text, tone, rare),
      killed: (by) => this.fallen(by),
    }, (id) => this.item(id), this.skills);
  }

  state(state: RealmState): void {
    const now = performance.now();
    this.world?.sync(state, now);
    const me = this.world?.me;
    if (me !== undefined && this.predictor !== undefined) {
      const latest = me.track.at(Number.POSITIVE_INFINITY);
      this.predictor.server(latest.x, latest.y, me.seq, now);
      if (me.dead) {
        this.fallen(undefined);
      } else {
        this.hud.death.hide();
      }
    }
  }

  message<T extends keyof Inbound>(type: T, payload: Inbound[T]): void {
    this.handlers[type](payload);
  }

  say(text: string): void {
    this.toasts.show(text);
  }

  item(id: string): ItemInfo | undefined {
    return this.welcome?.items[id];
  }

  carried(carried: Carried): void {
    this.inventory.take(carried);
    this.rebuild();
  }

  /** Somebody is knocked or dashes to a place: the own hero is not to walk meanwhile. */
  carriedOff(to: { id: number; x: number; y: number }, ticks: number): void {
    const now = performance.now();
    if (to.id === this.world?.me?.id) {
      this.predictor?.carry(to.x, to.y, ticks * (this.world?.tickMillis ?? 50), now);
    }
    this.events?.rushed(to, now);
  }

  async enter(welcome: Welcome): Promise<void> {
    this.welcome = welcome;
    this.hud.why.allow(welcome.operator === true);
    this.skills.take(welcome.skills, welcome.spells);
    this.bar.rebuild();
    this.rebuild();
    const stored = welcome.progress === "stored";
    by("progress").className = stored ? "stored" : "guest";
    by("progress").textContent = stored ? "Progress is stored on the server" : "Guest: progress ends with this visit";
    if (this.zone?.name !== welcome.zone) {
      this.zone = undefined;
      try {
        this.zone = await loadZone(welcome.zone);
      } catch (failure) {
        showStatus("refused", failure instanceof Error ? failure.message : String(failure));
        return;
      }
      this.renderer.enter(this.zone);
      this.hud.enter(this.zone, welcome.monsters);
    }
    const { realm, world, zone } = this;
    if (realm !== undefined && world !== undefined && zone !== undefined && this.control === undefined) {
      this.predictor = new Predictor(zone, welcome.hero.speed, welcome.hero.radius);
      const me = world.me;
      if (me !== undefined) {
        this.predictor.place(me.x, me.y);
      }
      this.control = new Control(realm, world, zone, this.predictor, this.skills, (text) => this.say(text));
      this.entered();
    }
  }

  private fallen(killer: Actor | undefined): void {
    this.hud.fallen(this.world?.me, killer, this.welcome?.hero.respawnMillis ?? 5000);
  }

  private rebuild(): void {
    this.bag.rebuild();
    this.potions.rebuild();
  }

  private frame(now: number): void {
    requestAnimationFrame((next) => this.frame(next));
    const seconds = Math.min(0.1, Math.max(0, (now - this.last) / 1000));
    this.last = now;
    const { world, control, zone } = this;
    if (world === undefined || zone === undefined) {
      return;
    }
    const moment = performance.now();
    world.animate(moment, seconds);
    this.predictor?.hasten(world.me?.speed);
    control?.frame(moment, seconds);
    this.effects.update(moment, seconds);
    const { me } = world;
    if (me !== undefined) {
      this.renderer.camera.follow(me.x, me.y, seconds);
    }
    this.renderer.light.choose(this.settings.now.light, now);
    const { aim } = control ?? {};
    const aimed = aim?.skill === undefined || me === undefined ? undefined : { skill: aim.skill, at: aim.point(aim.skill, me, control?.target, moment) };
    this.renderer.draw({
      world, effects: this.effects, target: control?.target, goal: control?.goal, way: this.hud.way, route: this.hud.why.told, item: (id) => this.item(id), aimed,
      calm: this.settings.now.calm,
    }, moment);
    this.hear(world, moment);
    this.bar.update(me, moment);
    this.hud.frames.casts(world, control?.target, moment);
    this.hud.update(world, control?.target, this.realm, moment);
    this.ping(moment);
    this.work += (performance.now() - moment - this.work) * 0.05;
  }

  /** The sound of the place, and of the hero's feet. */
  private hear(world: World, now: number): void {
    const { zone } = this;
    const { me } = world;
    if (zone === undefined || me === undefined) {
      return;
    }
    this.sounds.listen(() => surroundings(zone, me.x, me.y, this.renderer.light.darkness(world, now)), now);
    const stride = Math.floor(me.walked / STRIDE);
    if (stride !== this.stride) {
      this.stride = stride;
      this.sounds.play("step");
    }
  }

  private ping(now: number): void {
    if (now - this.pingAt > PING_MILLIS && this.status_ === "online") {
      this.pingAt = now;
      this.realm?.ping((millis) => {
        this.latency = millis;
        showLatency(millis);
      });
    }
  }
}
