// The running game: one realm, one world, one loop.
import { Effects } from "../draw/effects.ts";
import { Renderer } from "../draw/renderer.ts";
import type { Inbound, RealmState, Welcome } from "../net/protocol.ts";
import type { Listener, Realm, Status } from "../net/realm.ts";
import type { Sounds } from "../sound.ts";
import { Bag } from "../ui/bag.ts";
import type { Chat } from "../ui/chat.ts";
import { Death } from "../ui/death.ts";
import { by } from "../ui/dom.ts";
import { Hud, systemName, title } from "../ui/hud.ts";
import { Minimap } from "../ui/minimap.ts";
import type { Settings } from "../ui/settings.ts";
import { SkillBar } from "../ui/skillbar.ts";
import { Why } from "../ui/why.ts";
import { Control } from "./control.ts";
import { Events } from "./events.ts";
import { Predictor } from "./predict.ts";
import { Skills } from "./skills.ts";
import { World } from "./world.ts";
import { type TiledMap, Zone } from "./zone.ts";

const HUD_MILLIS = 100;
const PING_MILLIS = 2500;

export class Game implements Listener {
  readonly renderer = new Renderer(by<HTMLCanvasElement>("view"));
  readonly hud = new Hud();
  readonly skills = new Skills();
  readonly effects = new Effects();
  readonly why = new Why();
  readonly bag: Bag;
  readonly death = new Death(() => this.realm?.send("respawn", undefined));
  realm: Realm | undefined;
  world: World | undefined;
  control: Control | undefined;
  welcome: Welcome | undefined;
  zone: Zone | undefined;
  latency = 0;
  status_: Status = "joining";
  private predictor: Predictor | undefined;
  private events: Events | undefined;
  private minimap: Minimap | undefined;
  private readonly bar = new SkillBar(this.skills, () => this.control);
  private last = performance.now();
  private hudAt = 0;
  private pingAt = 0;

  constructor(
    private readonly settings: Settings,
    private readonly sounds: Sounds,
    private readonly chat: () => Chat,
    private readonly entered: () => void,
  ) {
    this.bag = new Bag(
      (id) => this.welcome?.items[id],
      (id) => this.realm?.send("consume", { item: id }),
      (text) => this.say(text),
    );
    settings.onChange(() => {
      this.effects.calm = settings.calm;
      this.sounds.muted = settings.muted;
    });
    requestAnimationFrame((now) => this.frame(now));
  }

  status(status: Status, text: string): void {
    this.status_ = status;
    this.hud.status(status, text);
    if (status === "online") {
      this.control?.resume(this.world?.me?.seq ?? 0);
    }
  }

  joined(realm: Realm): void {
    this.realm = realm;
    this.control = undefined;
    this.predictor = undefined;
    this.death.hide();
    const world = new World(realm.sessionId, (kind) => this.welcome?.monsters[kind]?.name ?? title(kind));
    this.world = world;
    this.events = new Events(world, this.effects, this.sounds, this.renderer.camera, {
      toast: (text, tone, rare) => this.hud.toast(text, tone, rare),
      swapped: (system, from, to) => this.hud.swapped(system, from, to),
      killed: (by) => this.death.show(by, this.welcome?.hero.respawnMillis ?? 5000),
    }, (id) => this.welcome?.items[id]);
  }

  state(state: RealmState): void {
    const now = performance.now();
    this.world?.sync(state, now);
    const me = this.world?.me;
    if (me !== undefined && this.predictor !== undefined) {
      const latest = me.track.at(Number.POSITIVE_INFINITY);
      this.predictor.server(latest.x, latest.y, me.seq, now);
      if (me.dead) {
        this.death.show("", this.welcome?.hero.respawnMillis ?? 5000);
      } else {
        this.death.hide();
      }
    }
  }

  message<T extends keyof Inbound>(type: T, payload: Inbound[T]): void {
    const handlers: { [K in keyof Inbound]: (payload: Inbound[K]) => void } = {
      welcome: (it) => void this.enter(it),
      inventory: (it) => this.bag.take(it.items),
      hurt: (it) => this.hurt(it),
      healed: (it) => this.events?.healed(it),
      died: (it) => this.events?.died(it.id, it.killer),
      returned: (it) => this.returned(it.id),
      cast: (it) => this.events?.cast(it),
      landed: (it) => this.events?.landed(it),
      broken: (it) => this.events?.broken(it.id),
      cooldown: (it) => this.skills.cooling(it.skill, it.ticks * (this.world?.tickMillis ?? 50), performance.now()),
      dropped: (it) => this.events?.dropped(it),
      picked: (it) => this.events?.picked(it),
      consumed: (it) => this.events?.consumed(it.id),
      gained: (it) => this.events?.gained(it.xp),
      level: (it) => this.events?.level(it.id, it.level),
      said: (it) => this.said(it),
      refused: (it) => this.refused(it.reason),
      system: (it) => this.swapped(it),
    };
    handlers[type](payload);
  }

  say(text: string): void {
    this.hud.toast(text, "plain");
  }

  private async enter(welcome: Welcome): Promise<void> {
    this.welcome = welcome;
    this.skills.take(welcome.skills);
    this.bar.rebuild();
    this.bag.rebuild();
    if (this.zone?.name !== welcome.zone) {
      this.zone = undefined;
      try {
        this.zone = await loadZone(welcome.zone);
      } catch (failure) {
        this.hud.status("refused", failure instanceof Error ? failure.message : String(failure));
        return;
      }
      this.renderer.enter(this.zone);
      this.minimap = new Minimap(this.zone);
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

  private hurt(blow: Inbound["hurt"]): void {
    this.events?.hurt(blow);
    if (blow.id === this.world?.me?.id) {
      this.control?.struckBy(blow.source);
    }
  }

  private returned(id: number): void {
    const actor = this.world?.actor(id);
    if (actor !== undefined) {
      const now = performance.now();
      this.effects.ring(actor.x, actor.y, 1.4, "#9be8ff", now, 700, true);
      if (actor === this.world?.me) {
        this.death.hide();
        this.control?.release();
      }
    }
  }

  private said(said: Inbound["said"]): void {
    const mine = said.id === this.world?.me?.id;
    this.chat().heard(said.name, said.text, mine);
    const actor = this.world?.actor(said.id);
    if (actor !== undefined) {
      actor.said = said.text.length > 60 ? `${said.text.slice(0, 59)}…` : said.text;
      actor.saidAt = performance.now();
    }
    if (!mine) {
      this.sounds.play("chat");
    }
  }

  private refused(reason: string): void {
    if (/ready in|too far/i.test(reason)) {
      // The skill bar shows the one, and the hero walks on because of the other.
      return;
    }
    this.hud.toast(title(reason), "bad");
    this.sounds.play("no");
  }

  private swapped(it: Inbound["system"]): void {
    this.world?.versions.set(it.system, it.to);
    this.hud.swapped(it.system, it.from, it.to);
    this.chat().note(`${systemName(it.system)} now runs version ${it.to} (was ${it.from}).`, "swap");
    this.sounds.play("swap");
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
    control?.frame(moment, seconds);
    this.effects.update(moment, seconds);
    const me = world.me;
    if (me !== undefined) {
      this.renderer.camera.follow(me.x, me.y, seconds);
    }
    const kindOf = (item: string): string => (this.welcome?.items[item]?.kind ?? "material").toLowerCase();
    this.renderer.draw({ world, effects: this.effects, target: control?.target, goal: control?.goal, route: this.why.told, kindOf, calm: this.settings.calm }, moment);
    this.bar.update(me, moment);
    this.frames(moment);
  }

  private frames(now: number): void {
    if (now - this.hudAt > HUD_MILLIS && this.world !== undefined) {
      this.hudAt = now;
      this.hud.update(this.world, this.control?.target, this.world.zone);
      this.minimap?.draw(this.world, this.control?.targetId ?? 0);
      this.death.update(now);
      this.why.update(this.realm, this.control?.target, this.world.tickMillis, now);
    }
    if (now - this.pingAt > PING_MILLIS && this.status_ === "online") {
      this.pingAt = now;
      this.realm?.ping((millis) => {
        this.latency = millis;
        this.hud.latency(millis);
      });
    }
  }
}

async function loadZone(name: string): Promise<Zone> {
  const response = await fetch(`/zones/${encodeURIComponent(name)}.json`);
  if (!response.ok) {
    throw new Error(`The map of ${name} could not be loaded (${response.status}).`);
  }
  return new Zone(name, (await response.json()) as TiledMap);
}
