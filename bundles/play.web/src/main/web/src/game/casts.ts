// Skills as they are seen: bolts that fly, blades that swing, circles, cones and lines that burst.
import type { Effects } from "../draw/effects.ts";
import { elementOf, isShot } from "../draw/elements.ts";
import type { CastAt, Inbound } from "../net/protocol.ts";
import type { Sound } from "../sound.ts";
import { type Actor, Hero, Monster } from "./actors.ts";
import type { Skills, Spell } from "./skills.ts";
import type { World } from "./world.ts";

const FAR = 2.4;
/** Tiles a second of a bolt whose own speed is not told. */
const FLIGHT = 11;
/** What does its caster and friends good, by its name. */
const HELPFUL = /mend|heal|shield|wall|cry|howl/;
/** Opening of a cone that is not told, in degrees. */
const WIDE = 60;

export class Casts {
  private readonly flights = new Map<number, number>();

  constructor(
    private readonly world: World,
    private readonly effects: Effects,
    private readonly skills: Skills,
    private readonly sound: (sound: Sound, at: { x: number; y: number }) => void,
  ) {}

  begin(cast: CastAt): void {
    const caster = this.world.actor(cast.id);
    if (caster !== undefined) {
      this.sound("cast", caster);
      this.flights.set(cast.id, window.setTimeout(() => this.launch(cast), cast.ticks * this.world.tickMillis));
      this.warn(caster, cast);
    }
  }

  /** A circle that takes its time shows where it will be: red where a monster means it. */
  private warn(caster: Actor, cast: CastAt): void {
    const spell = this.skills.seen(cast.skill);
    if (spell?.aim === "circle" && cast.ticks > 0) {
      const at = spell.range > 0 ? cast : caster;
      const tone = caster instanceof Monster ? "255 90 70" : elementOf(cast.skill).light;
      this.effects.warnings.add({
        id: cast.id, x: at.x, y: at.y, radius: spell.radius, born: performance.now(), life: cast.ticks * this.world.tickMillis, tone,
      });
    }
  }

  breakOff(id: number): void {
    window.clearTimeout(this.flights.get(id));
    this.flights.delete(id);
    this.effects.warnings.over(id);
  }

  landed(landed: Inbound["landed"]): void {
    const now = performance.now();
    const caster = this.world.actor(landed.id);
    const target = this.world.actor(landed.target);
    this.effects.warnings.over(landed.id);
    if (caster === undefined) {
      return;
    }
    caster.swungAt = now;
    const known = this.skills.seen(landed.skill);
    if (known?.aim === "self" || (known?.aim === "circle" && HELPFUL.test(landed.skill))) {
      this.boon(caster, landed.skill, known.aim === "circle" ? known.radius : 0.9, now);
    } else if (known?.aim === "circle") {
      this.circle(caster, known, landed, now);
    } else if (target !== undefined && target !== caster && this.flies(landed.skill, caster, target)) {
      this.impact(landed.id, landed.skill, target, now);
    } else if (known?.aim === "cone" || known?.aim === "line") {
      this.sweep(caster, known, landed, now);
    } else if (target !== undefined && target !== caster) {
      this.slash(caster, target, now);
    } else if (HELPFUL.test(landed.skill)) {
      this.boon(caster, landed.skill, 0.9, now);
    } else {
      this.circle(caster, known, landed, now);
    }
  }

  private boon(caster: Actor, skill: string, radius: number, now: number): void {
    this.effects.ring(caster.x, caster.y, radius, elementOf(skill).ring, now, 600, true);
    this.sound(elementOf(skill).name === "life" ? "heal" : "boon", caster);
  }

  private flies(skill: string, caster: Actor, target: Actor): boolean {
    const far = Math.hypot(target.x - caster.x, target.y - caster.y) > FAR;
    return far || this.effects.flying(caster.id) !== undefined || /bolt/.test(skill) || isShot(skill);
  }

  private impact(id: number, skill: string, target: Actor, now: number): void {
    this.effects.arrived(id);
    if (!isShot(skill)) {
      const element = elementOf(skill);
      this.effects.burst(target.x, target.y, 0.5, element.sparks, 24, 3.4, now, true);
      this.effects.ring(target.x, target.y, 0.9, element.ring, now);
      this.effects.flare(target.x, target.y, element.light, now);
      this.sound(element.name === "frost" ? "frost" : "fire", target);
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
      const arrow = isShot(cast.skill);
      const speed = this.skills.seen(cast.skill)?.projectileSpeed || FLIGHT;
      this.effects.bolt({
        id: cast.id, x: caster.x, y: caster.y, toX: target.x, toY: target.y, born: performance.now(), life: (way / speed) * 1000, arrow,
        element: elementOf(cast.skill),
      });
      this.sound(arrow ? "swing" : "fire", caster);
      caster.swungAt = performance.now();
    }
  }

  private slash(caster: Actor, target: Actor, now: number): void {
    this.effects.arrived(caster.id);
    const angle = Math.atan2(target.y - caster.y, target.x - caster.x);
    const colour = caster instanceof Hero ? "rgba(255, 250, 225, .9)" : "rgba(255, 170, 140, .7)";
    this.effects.slash(caster.x, caster.y, angle, caster instanceof Hero ? 1.25 : 0.95, colour, now);
    this.sound("swing", caster);
  }

  private circle(caster: Actor, skill: Spell | undefined, landed: Inbound["landed"], now: number): void {
    const element = elementOf(landed.skill);
    const own = skill === undefined || skill.range <= 0;
    const at = own ? caster : landed;
    const radius = skill?.radius || 2.1;
    this.effects.ring(at.x, at.y, radius, element.ring, now, 480, true);
    this.effects.flare(at.x, at.y, element.light, now, radius + 1.5);
    if (element.name === "force" && own) {
      for (let i = 0; i < 3; i++) {
        this.effects.slash(caster.x, caster.y, (i * Math.PI * 2) / 3, radius * 0.9, "rgba(255, 244, 205, .8)", now);
      }
      this.sound("swing", caster);
    } else {
      if (!own && element.name === "frost") {
        this.effects.shards(at.x, at.y, radius, element.sparks, now);
      }
      for (let i = 0; i < 14; i++) {
        const angle = (i / 14) * Math.PI * 2;
        this.effects.burst(at.x + Math.cos(angle) * radius * 0.7, at.y + Math.sin(angle) * radius * 0.7, 0.1, element.sparks, 4, 2, now, true);
      }
      this.sound(element.name === "frost" ? "frost" : "fire", at);
    }
  }

  /** A cone or a line: sparks from the caster outwards. */
  private sweep(caster: Actor, skill: Spell, landed: Inbound["landed"], now: number): void {
    const element = elementOf(landed.skill);
    const towards = Math.hypot(landed.x - caster.x, landed.y - caster.y) > 0.05 ? Math.atan2(landed.y - caster.y, landed.x - caster.x) : caster.facing;
    const depth = Math.max(skill.radius, skill.aim === "line" ? skill.range : 0, 1);
    const half = skill.aim === "line" ? 0 : ((skill.angle || WIDE) * Math.PI) / 360;
    for (let i = 0; i < 26; i++) {
      const reach = depth * Math.sqrt((i + 0.5) / 26);
      const angle = towards + (Math.random() * 2 - 1) * half;
      this.effects.burst(caster.x + Math.cos(angle) * reach, caster.y + Math.sin(angle) * reach, 0.4, element.sparks, 3, 1.6, now, true);
    }
    if (skill.aim === "line") {
      this.effects.beam(caster.x, caster.y, towards, depth, element.ring, now);
    } else {
      this.effects.slash(caster.x, caster.y, towards, depth * 0.9, element.ring, now);
    }
    this.effects.flare(caster.x + (Math.cos(towards) * depth) / 2, caster.y + (Math.sin(towards) * depth) / 2, element.light, now, depth);
    this.sound(element.name === "frost" ? "frost" : "fire", caster);
  }
}
