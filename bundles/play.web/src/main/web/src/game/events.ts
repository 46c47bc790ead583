// What the server tells becomes light, numbers, sound and words.
import type { Effects } from "../draw/effects.ts";
import { rarity } from "../draw/rarity.ts";
import type { Camera } from "../draw/camera.ts";
import type { Blow, CastAt, Inbound, ItemInfo } from "../net/protocol.ts";
import type { Sound, Sounds } from "../sound.ts";
import { type Actor, Hero, type World } from "./world.ts";

const BLOOD: Record<string, readonly string[]> = {
  slime: ["#8fe36a", "#5fb84a"],
  skeleton: ["#ece4d0", "#b8ae96"],
  hero: ["#ff7a6a", "#ffd0b0"],
};
const SPARKS = ["#ffd27a", "#ff8a6a", "#fff0c8"] as const;
const FIRE = ["#ffb04a", "#ff6a2f", "#ffe9a0"] as const;
const FAR = 2.4;
const FLIGHT = 11;

export interface Words {
  toast(text: string, tone?: "plain" | "good" | "bad" | "swap", rarity?: number | string): void;
  swapped(system: string, from: string, to: string): void;
  killed(by: string): void;
}

export class Events {
  private readonly flights = new Map<number, number>();

  constructor(
    private readonly world: World,
    private readonly effects: Effects,
    private readonly sounds: Sounds,
    private readonly camera: Camera,
    private readonly words: Words,
    private readonly item: (id: string) => ItemInfo | undefined,
  ) {}

  hurt(blow: Blow): void {
    const now = performance.now();
    const actor = this.world.actor(blow.id);
    if (actor === undefined) {
      return;
    }
    const mine = actor === this.world.me;
    actor.hurtAt = now;
    const byMe = blow.source === this.world.me?.id;
    this.effects.number(actor.x, actor.y, 1, String(blow.amount), mine ? "#ff6a5c" : byMe ? "#fff1b8" : "#d8d2c8", now, mine || byMe ? 1 : 0.75);
    this.effects.burst(actor.x, actor.y, 0.5, BLOOD[actor.kind] ?? SPARKS, 9, 2.4, now);
    this.sound(mine ? "ouch" : "hit", actor);
    if (mine && !this.effects.calm) {
      this.camera.rattle(Math.min(0.4, 0.08 + blow.amount / 60));
    }
  }

  healed(blow: Blow): void {
    const actor = this.world.actor(blow.id);
    if (actor !== undefined) {
      const now = performance.now();
      this.effects.number(actor.x, actor.y, 1, `+${blow.amount}`, "#8df08a", now);
      this.effects.burst(actor.x, actor.y, 0.3, ["#a8ffb0", "#5fe07a"], 12, 1.4, now, true);
      this.sound("heal", actor);
    }
  }

  cast(cast: CastAt): void {
    const caster = this.world.actor(cast.id);
    if (caster === undefined) {
      return;
    }
    this.sound("cast", caster);
    const millis = cast.ticks * this.world.tickMillis;
    this.flights.set(cast.id, window.setTimeout(() => this.launch(cast), millis));
  }

  broken(id: number): void {
    window.clearTimeout(this.flights.get(id));
    this.flights.delete(id);
    const actor = this.world.actor(id);
    if (actor !== undefined) {
      this.effects.number(actor.x, actor.y, 1.2, "broken off", "#ffcf8a", performance.now(), 0.7);
    }
  }

  landed(landed: Inbound["landed"]): void {
    const now = performance.now();
    const caster = this.world.actor(landed.id);
    const target = this.world.actor(landed.target);
    if (caster === undefined) {
      return;
    }
    caster.swungAt = now;
    if (target !== undefined && target !== caster && this.flies(landed.skill, caster, target)) {
      this.impact(landed.id, landed.skill, caster, target, now);
    } else if (target !== undefined && target !== caster) {
      this.effects.arrived(caster.id);
      this.slash(caster, target, now);
    } else if (/mend|heal/.test(landed.skill)) {
      this.effects.ring(caster.x, caster.y, 0.9, "#7df08a", now, 600, true);
    } else {
      this.whirl(caster, target ?? landed, now);
    }
  }

  died(id: number, killer: number): void {
    const actor = this.world.actor(id);
    if (actor === undefined) {
      return;
    }
    const now = performance.now();
    actor.diedAt = now;
    this.effects.burst(actor.x, actor.y, 0.4, BLOOD[actor.kind] ?? SPARKS, 20, 3, now);
    if (actor === this.world.me) {
      this.sounds.play("death");
      this.words.killed(this.world.actor(killer)?.name ?? "");
    } else {
      this.sound("kill", actor);
    }
  }

  dropped(drop: Inbound["dropped"]): void {
    const rare = this.item(drop.item)?.rarity;
    if (rarity(rare).name !== "common" && rarity(rare).name !== "uncommon") {
      this.sounds.play("treasure");
    }
  }

  picked(picked: Inbound["picked"]): void {
    if (picked.id !== this.world.me?.id) {
      return;
    }
    const info = this.item(picked.item);
    const name = info?.name ?? picked.item;
    this.words.toast(picked.quantity > 1 ? `${picked.quantity} × ${name}` : name, "good", info?.rarity);
    this.sounds.play("pick");
  }

  consumed(id: number): void {
    const actor = this.world.actor(id);
    if (actor !== undefined) {
      this.effects.ring(actor.x, actor.y, 0.7, "#ff8f86", performance.now(), 500);
      this.sound("drink", actor);
    }
  }

  gained(xp: number): void {
    const me = this.world.me;
    if (me !== undefined) {
      this.effects.number(me.x, me.y, 1.5, `+${xp} xp`, "#c9b6ff", performance.now(), 0.8);
    }
  }

  level(id: number, level: number): void {
    const actor = this.world.actor(id);
    if (actor === undefined) {
      return;
    }
    const now = performance.now();
    this.effects.ring(actor.x, actor.y, 1.8, "#ffe08a", now, 900, true);
    this.effects.burst(actor.x, actor.y, 0.4, ["#ffe9a0", "#ffc84a", "#ffffff"], 40, 3.6, now, true);
    if (actor === this.world.me) {
      this.sounds.play("level");
      this.words.toast(`Level ${level}!`, "good");
    }
  }

  private flies(skill: string, caster: Actor, target: Actor): boolean {
    const far = Math.hypot(target.x - caster.x, target.y - caster.y) > FAR;
    return far || this.effects.flying(caster.id) !== undefined || /fire|bolt|arrow|shot/.test(skill);
  }

  private impact(id: number, skill: string, caster: Actor, target: Actor, now: number): void {
    this.effects.arrived(id);
    if (fiery(skill, caster)) {
      this.effects.burst(target.x, target.y, 0.5, FIRE, 22, 3.4, now, true);
      this.effects.ring(target.x, target.y, 0.9, "#ff9a4a", now);
      this.sound("fire", target);
    }
  }

  private launch(cast: CastAt): void {
    this.flights.delete(cast.id);
    const caster = this.world.actor(cast.id);
    const target = this.world.actor(cast.target);
    if (caster === undefined || target === undefined || target === caster) {
      return;
    }
    const way = Math.hypot(target.x - caster.x, target.y - caster.y);
    if (way > FAR / 2) {
      const arrow = !fiery(cast.skill, caster);
      this.effects.bolt({
        id: cast.id, x: caster.x, y: caster.y, toX: target.x, toY: target.y, born: performance.now(), life: (way / FLIGHT) * 1000, arrow,
      });
      this.sound(arrow ? "swing" : "fire", caster);
      caster.swungAt = performance.now();
    }
  }

  private slash(caster: Actor, target: Actor, now: number): void {
    const angle = Math.atan2(target.y - caster.y, target.x - caster.x);
    const colour = caster instanceof Hero ? "rgba(255, 250, 225, .9)" : "rgba(255, 170, 140, .7)";
    this.effects.slash(caster.x, caster.y, angle, caster instanceof Hero ? 1.25 : 0.95, colour, now);
    this.sound("swing", caster);
  }

  private whirl(caster: Actor, at: { x: number; y: number }, now: number): void {
    this.effects.ring(at.x, at.y, 2.1, "#fff0c0", now, 360, true);
    for (let i = 0; i < 3; i++) {
      this.effects.slash(caster.x, caster.y, (i * Math.PI * 2) / 3, 1.9, "rgba(255, 244, 205, .75)", now);
    }
    this.sound("swing", caster);
  }

  private sound(sound: Sound, at: { x: number; y: number }): void {
    const me = this.world.me;
    this.sounds.play(sound, me === undefined ? 0.4 : 1 - Math.hypot(at.x - me.x, at.y - me.y) / 13);
  }
}

function fiery(skill: string, caster: Actor): boolean {
  return !/arrow|shot|bow|throw/.test(skill) && (caster instanceof Hero || /fire|bolt|flame|spark|magic/.test(skill));
}
