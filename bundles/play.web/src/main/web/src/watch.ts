// A read-only view of the running game for tests and the curious: window.hotrealm.
import type { Game } from "./game/game.ts";

interface Seen {
  id: number;
  name: string;
  kind: string;
  x: number;
  y: number;
  hp: number;
  maxHp: number;
  level: number;
}

declare global {
  interface Window {
    hotrealm: Readonly<Record<string, unknown>>;
  }
}

export function watch(game: Game): void {
  const actor = (each: Seen): Seen => ({
    id: each.id, name: each.name, kind: each.kind, x: each.x, y: each.y, hp: each.hp, maxHp: each.maxHp, level: each.level,
  });
  window.hotrealm = Object.freeze({
    get status() {
      return game.status_;
    },
    get roomId() {
      return game.realm?.roomId ?? "";
    },
    get sessionId() {
      return game.realm?.sessionId ?? "";
    },
    get playing() {
      return game.control !== undefined && game.world?.me !== undefined;
    },
    get latency() {
      return game.latency;
    },
    get me() {
      const me = game.world?.me;
      return me === undefined ? null : { ...actor(me), mana: me.mana, xp: me.xp, gold: me.gold, seq: me.seq, heroClass: me.heroClass, weapon: me.weapon, armour: me.armour, shield: me.shield, statuses: me.statuses.map((each) => ({ ...each })) };
    },
    get players() {
      return [...(game.world?.heroes.values() ?? [])].map(actor);
    },
    get monsters() {
      return [...(game.world?.monsters.values() ?? [])].map((each) => ({ ...actor(each), state: each.mind, target: each.target }));
    },
    get drops() {
      return [...(game.world?.drops.values() ?? [])].map((each) => ({ ...each }));
    },
    get inventory() {
      return Object.fromEntries(game.inventory.items);
    },
    get equipment() {
      return Object.fromEntries(game.inventory.equipment);
    },
    get progress() {
      return game.welcome?.progress ?? "";
    },
    /** Milliseconds of script a frame takes. */
    get work() {
      return game.work;
    },
    /** What a newcomer is told to do next. */
    get advice() {
      return document.getElementById("guide")?.hidden === false ? (document.getElementById("guide-title")?.textContent ?? "") : "";
    },
    /** Where the arrow leads. */
    get way() {
      const { way } = game.hud;
      return way === undefined ? null : { x: way.x, y: way.y };
    },
    /** 0 by day to 1 at night. */
    get dark() {
      return game.world === undefined ? 0 : game.renderer.light.darkness(game.world, performance.now());
    },
    get versions() {
      return Object.fromEntries(game.world?.versions ?? []);
    },
    get skills() {
      return game.skills.all.map((each) => ({ ...each }));
    },
    get target() {
      return game.control?.targetId ?? 0;
    },
    /** What is being aimed and where to, in tiles from the hero; null where nothing is. */
    get aim() {
      const { control, world } = game;
      const skill = control?.aim.skill;
      const me = world?.me;
      if (control === undefined || skill === undefined || me === undefined) {
        return null;
      }
      const at = control.aim.point(skill, me, control.target, performance.now());
      return { skill: skill.id, x: at.x - me.x, y: at.y - me.y };
    },
    /** Where a point of the world is on the page, in CSS pixels. */
    where(x: number, y: number) {
      const { camera } = game.renderer;
      return { x: (x * camera.tile - camera.left(0)) / camera.ratio, y: (y * camera.tile - camera.top(0)) / camera.ratio };
    },
    /** Whether a body can stand on a tile. */
    free(x: number, y: number) {
      return game.zone !== undefined && !game.zone.blocked(Math.floor(x), Math.floor(y));
    },
  });
}
