// What the server tells, and who is to hear it.
import type { Inbound } from "../net/protocol.ts";
import { title } from "../ui/dom.ts";
import { systemName } from "../ui/versions.ts";
import type { Game } from "./game.ts";

type Handlers = { [K in keyof Inbound]: (payload: Inbound[K]) => void };

export function handlersOf(game: Game): Handlers {
  const millis = (ticks: number): number => ticks * (game.world?.tickMillis ?? 50);
  return {
    welcome: (it) => void game.enter(it),
    inventory: (it) => game.carried(it),
    hurt: (it) => {
      game.events?.hurt(it);
      if (it.id === game.world?.me?.id) {
        game.control?.struckBy(it.source);
      }
    },
    healed: (it) => game.events?.healed(it),
    shielded: (it) => game.events?.shielded(it),
    status: (it) => game.events?.status(it),
    knocked: (it) => game.carriedOff(it, it.ticks),
    dashed: (it) => game.carriedOff(it, it.ticks),
    died: (it) => {
      game.events?.died(it.id, it.killer);
      game.hud.guide.deeds.kills += it.killer === game.world?.me?.id ? 1 : 0;
    },
    returned: (it) => returned(game, it.id),
    cast: (it) => game.events?.cast(it),
    landed: (it) => {
      game.events?.landed(it);
      game.hud.guide.deeds.skills += it.id === game.world?.me?.id && it.skill !== game.skills.basic?.id ? 1 : 0;
    },
    broken: (it) => game.events?.broken(it.id),
    cooldown: (it) => game.skills.cooling(it.skill, millis(it.ticks), millis(it.global ?? 0), performance.now()),
    dropped: (it) => game.events?.dropped(it),
    picked: (it) => {
      game.events?.picked(it);
      game.hud.guide.deeds.picked += it.id === game.world?.me?.id ? 1 : 0;
    },
    consumed: (it) => game.events?.consumed(it.id),
    gained: (it) => game.events?.gained(it.xp),
    level: (it) => game.events?.level(it.id, it.level),
    said: (it) => said(game, it),
    refused: (it) => refused(game, it.reason),
    system: (it) => swapped(game, it),
  };
}

function returned(game: Game, id: number): void {
  const actor = game.world?.actor(id);
  if (actor !== undefined) {
    game.effects.ring(actor.x, actor.y, 1.4, "#9be8ff", performance.now(), 700, true);
    if (actor === game.world?.me) {
      game.hud.death.hide();
      game.control?.release();
    }
  }
}

function said(game: Game, said: Inbound["said"]): void {
  const mine = said.id === game.world?.me?.id;
  game.chat().heard(said.name, said.text, mine);
  const actor = game.world?.actor(said.id);
  if (actor !== undefined) {
    actor.said = said.text.length > 60 ? `${said.text.slice(0, 59)}…` : said.text;
    actor.saidAt = performance.now();
  }
  if (!mine) {
    game.sounds.play("chat");
  }
}

function refused(game: Game, reason: string): void {
  if (/ready in|too far|^the dead /i.test(reason)) {
    // The skill bar shows the first, the hero walks on because of the second, and of the third there is a whole screen.
    return;
  }
  game.toasts.show(title(reason), "bad");
  game.sounds.play("no");
}

function swapped(game: Game, it: Inbound["system"]): void {
  game.world?.versions.set(it.system, it.to);
  game.toasts.show(`${systemName(it.system)} ${it.from} → ${it.to}, swapped while you play`, "swap");
  game.hud.versions.flash(it.system);
  game.chat().note(`${systemName(it.system)} now runs version ${it.to} (was ${it.from}).`, "swap");
  game.sounds.play("swap");
}
