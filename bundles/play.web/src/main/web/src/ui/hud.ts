// Bars, target, systems, connection, toasts: what frames the world.
import { rarity } from "../draw/rarity.ts";
import { type Actor, Hero, Monster, type World } from "../game/world.ts";
import { Mind } from "../net/protocol.ts";
import type { Status } from "../net/realm.ts";
import { by, make, write } from "./dom.ts";

const MINDS: Record<Mind, string> = {
  [Mind.Idle]: "dozing",
  [Mind.Patrol]: "on its way",
  [Mind.Chase]: "hunting",
  [Mind.Attack]: "attacking",
  [Mind.Flee]: "fleeing",
  [Mind.Return]: "going home",
  [Mind.Dead]: "dead",
};
const MOST_TOASTS = 4;
const TOAST_MILLIS = 3600;

export class Hud {
  private lastToast = { text: "", at: 0 };
  private readonly shownVersions = new Map<string, string>();

  update(world: World, target: Actor | undefined, zoneName: string): void {
    const me = world.me;
    if (me === undefined) {
      return;
    }
    write(by("my-name"), me.name);
    write(by("my-level"), String(me.level));
    bar("my-hp", me.hp, me.maxHp, `${me.hp} / ${me.maxHp}`);
    bar("my-mana", me.mana, me.maxMana, `${me.mana} / ${me.maxMana}`);
    write(by("my-xp"), `${me.xp} xp`);
    write(by("my-gold"), String(me.gold));
    document.documentElement.classList.toggle("low", me.hp > 0 && me.hp / me.maxHp < 0.3);
    write(by("zone-name"), title(zoneName));
    this.target(target);
    this.versions(world);
  }

  toast(text: string, tone: "plain" | "good" | "bad" | "swap" = "plain", rare?: number | string): void {
    const now = performance.now();
    if (text === this.lastToast.text && now - this.lastToast.at < 1500) {
      return;
    }
    this.lastToast = { text, at: now };
    const list = by("toasts");
    const toast = make("div", `toast ${tone}`, text);
    if (rare !== undefined) {
      toast.style.setProperty("--tone", rarity(rare).colour);
      toast.classList.add("loot");
    }
    list.append(toast);
    while (list.children.length > MOST_TOASTS) {
      list.firstElementChild?.remove();
    }
    setTimeout(() => toast.remove(), tone === "swap" ? TOAST_MILLIS * 1.8 : TOAST_MILLIS);
  }

  swapped(system: string, from: string, to: string): void {
    this.toast(`${systemName(system)} ${from} → ${to}, swapped while you play`, "swap");
    const row = document.querySelector(`#systems [data-system="${CSS.escape(system)}"]`);
    row?.classList.remove("flash");
    requestAnimationFrame(() => row?.classList.add("flash"));
  }

  status(status: Status, text: string): void {
    const root = document.documentElement;
    root.dataset["link"] = status;
    const veil = by("veil");
    const hidden = status === "online" || status === "joining";
    veil.hidden = hidden;
    write(by("veil-text"), text);
    by("reload").hidden = status !== "refused";
    if (status === "online" && text !== "") {
      this.toast(text, "good");
    }
  }

  latency(millis: number): void {
    const dot = by("link");
    dot.dataset["quality"] = millis < 100 ? "good" : millis < 220 ? "fair" : "poor";
    write(by("ping"), `${Math.round(millis)} ms`);
  }

  private target(target: Actor | undefined): void {
    const box = by("foe");
    box.hidden = target === undefined;
    if (target !== undefined) {
      write(by("foe-name"), target.name);
      write(by("foe-level"), String(target.level));
      bar("foe-hp", target.hp, target.maxHp, `${target.hp} / ${target.maxHp}`);
      write(by("foe-mind"), target instanceof Monster ? MINDS[target.mind] : target instanceof Hero && target.away ? "away" : "a hero");
    }
  }

  private versions(world: World): void {
    const list = by("systems");
    for (const [system, version] of world.versions) {
      if (this.shownVersions.get(system) === version) {
        continue;
      }
      this.shownVersions.set(system, version);
      let row = list.querySelector<HTMLElement>(`[data-system="${CSS.escape(system)}"]`);
      if (row === null) {
        row = make("li", "");
        row.dataset["system"] = system;
        row.append(make("span", "system", systemName(system)), make("span", "version"));
        list.append(row);
      }
      write(row.lastElementChild as HTMLElement, version);
    }
  }
}

function bar(id: string, value: number, most: number, text: string): void {
  const element = by(id);
  const share = Math.max(0, Math.min(1, value / Math.max(1, most)));
  element.style.setProperty("--share", share.toFixed(3));
  element.setAttribute("aria-valuenow", String(value));
  element.setAttribute("aria-valuemax", String(most));
  write(element.lastElementChild as HTMLElement, text);
}

export function title(word: string): string {
  return word === "" ? "" : (word[0] as string).toUpperCase() + word.slice(1);
}

/** What a system is called in the panel: `room.realm` is the realm itself. */
export function systemName(system: string): string {
  return title(system.slice(system.lastIndexOf(".") + 1));
}
