import { deviceToken } from "./device.ts";
import { Game } from "./game/game.ts";
import { Keyboard } from "./input/keyboard.ts";
import { KEYS } from "./input/keys.ts";
import { Pointer } from "./input/pointer.ts";
import { bindTouch } from "./input/touch.ts";
import { Connection } from "./net/realm.ts";
import { Sounds } from "./sound.ts";
import { Chat } from "./ui/chat.ts";
import { by, make, touched } from "./ui/dom.ts";
import { Gate } from "./ui/gate.ts";
import { Settings } from "./ui/settings.ts";
import { Sheet } from "./ui/sheet.ts";
import { watch } from "./watch.ts";

const settings = new Settings();
settings.bind();
const sounds = new Sounds();
addEventListener("pointerdown", () => sounds.wake(), { capture: true });
addEventListener("keydown", () => sounds.wake(), { capture: true });

const panel = new Sheet("settings", () => by("settings-close"));
const chat: Chat = new Chat((text) => game.realm?.send("say", { text }));
const game = new Game(settings, sounds, () => chat, entered);
const gate = new Gate(settings, (name, heroClass) => {
  const token = deviceToken();
  const { operator } = settings.now;
  const options = {
    name, ...(token === undefined ? {} : { token }), ...(heroClass === "" ? {} : { heroClass }), ...(operator === "" ? {} : { operator }),
  };
  const connection = new Connection(location.origin.replace(/^http/, "ws"), options, {
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

const control = () => (game.hud.death.shown ? undefined : game.control);
const pointer = new Pointer(by<HTMLCanvasElement>("view"), game.renderer.camera, control);
new Keyboard(() => game.control, {
  bag: () => game.bag.toggle(),
  chat: () => chat.open(),
  settings: () => panel.toggle(),
  mute: () => settings.change({ muted: !settings.now.muted }),
  map: () => game.hud.map.toggle(),
  potion: (gives) => game.potions.drink(gives),
  why: () => game.hud.why.toggle(),
  respawn: () => game.hud.death.respawn(),
  buttons: () => toButtons(),
  closeAny: () => {
    const any = Sheet.closeAny();
    if (!any) {
      (document.activeElement as HTMLElement | null)?.blur();
    }
    return any;
  },
});
bindTouch(control);
requestAnimationFrame(function each() {
  pointer.frame(performance.now());
  requestAnimationFrame(each);
});

by("mute").addEventListener("click", () => settings.change({ muted: !settings.now.muted }));
by("portrait").addEventListener("click", () => game.bag.toggle());
by("reload").addEventListener("click", () => location.reload());
by("hud").addEventListener("click", (event) => {
  // A click of the mouse leaves the keys with the world.
  const button = (event.target as Element).closest<HTMLElement>("button, summary");
  if (event.detail > 0 && button?.closest("[role=dialog], form") === null) {
    button.blur();
  }
});
by("keys").replaceChildren(...KEYS.map(([what, key, whose]) => {
  const row = make("div", whose ?? "");
  row.append(make("dt", "", what), make("dd", "", key));
  return row;
}));
const narrow = matchMedia("(pointer: coarse), (max-width: 760px)");
narrow.addEventListener("change", fit);
fit();
watch(game);

/** Buttons for thumbs where there is a finger or no room. */
function fit(): void {
  document.documentElement.classList.toggle("thumbs", narrow.matches);
  document.querySelector("details.versions")?.toggleAttribute("open", !narrow.matches);
}

function entered(): void {
  if (gate.open) {
    gate.close();
    document.documentElement.classList.add("playing");
    chat.note(touched() ? "Welcome to the realm." : "Welcome to the realm. O shows all keys.", "");
  }
}

/** From the world to the buttons around it, for those who use no mouse; and back. */
function toButtons(): void {
  const active = document.activeElement as HTMLElement | null;
  if (active !== null && active !== document.body) {
    active.blur();
  } else {
    by("portrait").focus();
  }
}
