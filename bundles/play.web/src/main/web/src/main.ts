import { Game } from "./game/game.ts";
import { Keyboard } from "./input/keyboard.ts";
import { Pointer } from "./input/pointer.ts";
import { bindTouch } from "./input/touch.ts";
import { Connection } from "./net/realm.ts";
import { Sounds } from "./sound.ts";
import { Chat } from "./ui/chat.ts";
import { by } from "./ui/dom.ts";
import { Gate } from "./ui/gate.ts";
import { Settings } from "./ui/settings.ts";
import { watch } from "./watch.ts";

const settings = new Settings();
settings.bind();
const sounds = new Sounds();
addEventListener("pointerdown", () => sounds.wake(), { capture: true });
addEventListener("keydown", () => sounds.wake(), { capture: true });

const chat: Chat = new Chat((text) => game.realm?.send("say", { text }));
const game = new Game(settings, sounds, () => chat, entered);
const gate = new Gate(settings, (name) => {
  const connection = new Connection(location.origin.replace(/^http/, "ws"), name, {
    status: (status, text) => {
      game.status(status, text);
      gate.tell(status === "online" ? "" : text);
    },
    joined: (realm) => game.joined(realm),
    state: (state) => game.state(state),
    message: (type, payload) => game.message(type, payload),
  });
  addEventListener("pagehide", () => connection.leave());
  void connection.join();
});

const control = () => (game.death.shown ? undefined : game.control);
const pointer = new Pointer(by<HTMLCanvasElement>("view"), game.renderer.camera, control);
new Keyboard(() => game.control, {
  bag: () => game.bag.toggle(),
  chat: () => chat.open(),
  settings: () => toggleSettings(),
  potion: () => game.bag.drink(),
  why: () => game.why.toggle(),
  respawn: () => game.death.respawn(),
  closeAny: () => {
    const any = game.bag.open || !by("settings").hidden;
    game.bag.toggle(false);
    toggleSettings(false);
    (document.activeElement as HTMLElement | null)?.blur();
    return any;
  },
});
bindTouch(control);
requestAnimationFrame(function each() {
  pointer.frame(performance.now());
  requestAnimationFrame(each);
});

by("mute").addEventListener("click", () => settings.change({ muted: !settings.muted }));
by("bag-open").addEventListener("click", () => game.bag.toggle());
by("bag-close").addEventListener("click", () => game.bag.toggle(false));
by("settings-open").addEventListener("click", () => toggleSettings());
by("settings-close").addEventListener("click", () => toggleSettings(false));
by("reload").addEventListener("click", () => location.reload());
if (matchMedia("(pointer: coarse)").matches || innerWidth < 700) {
  document.documentElement.classList.add("thumbs");
}
watch(game);

function entered(): void {
  if (gate.open) {
    gate.close();
    document.documentElement.classList.add("playing");
    chat.note("WASD or click to walk, Space to fight, F to pick up, 1–4 for skills, I for your bag.", "");
  }
}

function toggleSettings(open = by("settings").hidden): void {
  by("settings").hidden = !open;
  by("settings-open").setAttribute("aria-expanded", String(open));
  if (open) {
    by("settings-close").focus();
  }
}
