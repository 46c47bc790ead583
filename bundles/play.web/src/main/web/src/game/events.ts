// What the server tells becomes light, numbers, sound and words.
import type { Effects } from "../draw/effects.ts";
import { rarity } from "../draw/rarity.ts";
import type { Camera } from "../draw/camera.ts";
import type { Blow, CastAt, Inbound, ItemInfo } from "../net/protocol.ts";
import type { Sound, Sounds } from "../sound.ts";
import type { Tone } from "../ui/toasts.ts";
import type { Actor } from "./actors.ts";
import { Casts } from "./casts.ts";
import type { Skills } from "./skills.ts";
import { StatusKind, saidOf, wordOf } from "./status.ts";
import type { World } from "./world.ts";

const BLOOD: Record<string, readonly string[]> = {
  slime: ["#8fe36a", "#5fb84a"],
  slimeling: ["#8fe36a", "#5fb84a"],
  skeleton: ["#ece4d0", "#b8ae96"],
  hero: ["#ff7a6a", "#ffd0b0"],
};
const SPARKS = ["#ffd27a", "#ff8a6a", "#fff0c8"] as const;

export interface Words {
  toast(text: string, tone?: Tone, rarity?: number | string): void;
  killed(by: Actor | undefined): void;
}

export class Events {
  private readonly casts: Casts;

  constructor(
    private readonly world: World,
    private readonly effects: Effects,
    private readonly sounds: Sounds,
    private readonly camera: Camera,
    private readonly words: Words,
    private readonly item: (id: string) => ItemInfo | undefined,
    private readonly skills: Skills,
  ) {
    this.casts = new Casts(world, effects, skills, (sound, at) => this.sound(sound, at));
  }

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
    if (!this.effects.calm && (mine || byMe)) {
      this.camera.rattle(mine ? Math.min(0.4, 0.08 + blow.amount / 60) : Math.min(0.1, blow.amount / 400));
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
    this.casts.begin(cast);
  }

  landed(landed: Inbound["landed"]): void {
    this.casts.landed(landed);
  }

  broken(id: number): void {
    this.casts.breakOff(id);
    const actor = this.world.actor(id);
    if (actor !== undefined) {
      this.effects.word(actor.x, actor.y, 1.75, "broken off", "#ffcf8a", performance.now());
    }
  }

  /** A shield took it. */
  shielded(blow: Blow): void {
    const actor = this.world.actor(blow.id);
    if (actor !== undefined) {
      const now = performance.now();
      this.effects.number(actor.x, actor.y, 1, `(${blow.amount})`, "#bfeaff", now, 0.85);
      this.effects.burst(actor.x, actor.y, 0.5, ["#dff6ff", "#8fd4ff"], 8, 2, now, true);
      this.sound("ward", actor);
    }
  }

  status(it: Inbound["status"]): void {
    const actor = this.world.actor(it.id);
    if (actor === undefined || !it.gained) {
      return;
    }
    const word = wordOf(it.kind);
    if (it.kind >= StatusKind.Stun || actor === this.world.me) {
      this.effects.word(actor.x, actor.y, 1.75, saidOf(it.kind, this.skills.attribute(it.status ?? it.skill)), word.colour, performance.now());
    }
    this.sound(word.good ? "boon" : "bane", actor);
  }

  /** Somebody is knocked or dashes away. */
  rushed(to: { id: number; x: number; y: number }, now: number): void {
    const actor = this.world.actor(to.id);
    if (actor !== undefined) {
      for (let i = 0; i < 6; i++) {
        const share = i / 6;
        this.effects.burst(actor.x + (to.x - actor.x) * share, actor.y + (to.y - actor.y) * share, 0.1, ["#e9dcc0", "#cbb98f"], 3, 1, now);
      }
      this.sound("rush", actor);
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
      this.words.killed(this.world.actor(killer));
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
      this.effects.word(me.x, me.y, 1.75, `+${xp} xp`, "#c9b6ff", performance.now());
    }
  }

  level(id: number, level: number): void {
    const actor = this.world.actor(id);
    if (actor === undefined) {
      return;
    }
    const now = performance.now();
    this.effects.ring(actor.x, actor.y, 1.8, "#ffe08a", now, 900, true);
    this.effects.flare(actor.x, actor.y, "255 224 140", now, 5);
    this.effects.burst(actor.x, actor.y, 0.4, ["#ffe9a0", "#ffc84a", "#ffffff"], 40, 3.6, now, true);
    if (actor === this.world.me) {
      this.sounds.play("level");
      this.words.toast(`Level ${level}!`, "grand-news");
      this.words.toast("You are stronger, and whole again.", "good");
    }
  }

  private sound(sound: Sound, at: { x: number; y: number }): void {
    const me = this.world.me;
    this.sounds.play(sound, me === undefined ? 0.4 : 1 - Math.hypot(at.x - me.x, at.y - me.y) / 13);
  }
}
