import type { Control } from "../game/control.ts";
import { typing } from "../ui/dom.ts";

export interface Panels {
  bag(): void;
  chat(): void;
  settings(): void;
  mute(): void;
  map(): void;
  /** Closes what is open; tells whether anything was. */
  closeAny(): boolean;
  potion(gives: "heal" | "mana"): void;
  respawn(): void;
  why(): void;
  /** From the world to the buttons around it, and back. */
  buttons(): void;
}

const WAYS: Record<string, readonly [number, number]> = {
  KeyW: [0, -1], ArrowUp: [0, -1], KeyS: [0, 1], ArrowDown: [0, 1], KeyA: [-1, 0], ArrowLeft: [-1, 0], KeyD: [1, 0], ArrowRight: [1, 0],
};
const SKILL = /^(?:Digit|Numpad)([1-6])$/;

/** Keys on the world. What has the focus comes first: keys of panels and buttons stay theirs. */
export class Keyboard {
  private readonly held = new Set<string>();

  constructor(
    private readonly control: () => Control | undefined,
    private readonly panels: Panels,
  ) {
    addEventListener("keydown", (event) => this.down(event));
    addEventListener("keyup", (event) => this.up(event));
    addEventListener("blur", () => this.releaseAll());
  }

  private down(event: KeyboardEvent): void {
    const control = this.control();
    if (control === undefined || typing() || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.code in WAYS && !focused("[role=dialog] [type=range], [role=dialog] select")) {
      this.held.add(event.code);
      this.steer(control);
      event.preventDefault();
    } else if (!event.repeat && this.act(event, control)) {
      event.preventDefault();
    } else if (event.repeat && event.code === "Tab" && !focused("button, a, input, summary, [role=log]")) {
      event.preventDefault();
    }
  }

  private act(event: KeyboardEvent, control: Control): boolean {
    const skill = SKILL.exec(event.code);
    if (skill !== null) {
      control.hold(Number(skill[1]) - 1);
      return true;
    }
    const onButton = focused("button, a, input, summary, [role=log]");
    switch (event.code) {
      case "Space":
        if (!onButton) {
          control.attacking = true;
          control.attack();
        }
        return !onButton;
      case "Tab":
        if (!onButton) {
          control.nextTarget();
        }
        return !onButton;
      case "Enter":
        if (!onButton) {
          this.panels.chat();
        }
        return !onButton;
      case "Escape":
        this.escape(control);
        return true;
      default:
        return this.letter(event.code, control);
    }
  }

  private letter(code: string, control: Control): boolean {
    const deeds: Partial<Record<string, () => void>> = {
      KeyF: () => control.pickNearest(),
      KeyQ: () => this.panels.potion("heal"),
      KeyG: () => this.panels.potion("mana"),
      KeyI: () => this.panels.bag(),
      KeyC: () => this.panels.bag(),
      KeyO: () => this.panels.settings(),
      KeyM: () => this.panels.map(),
      KeyN: () => this.panels.mute(),
      KeyE: () => this.panels.why(),
      KeyR: () => this.panels.respawn(),
      F6: () => this.panels.buttons(),
    };
    const deed = deeds[code];
    deed?.();
    return deed !== undefined;
  }

  private escape(control: Control): void {
    if (control.aim.skill !== undefined) {
      control.aim.cancel();
    } else if (!this.panels.closeAny()) {
      control.release();
    }
  }

  private up(event: KeyboardEvent): void {
    const control = this.control();
    if (control === undefined) {
      return;
    }
    if (event.code === "Space") {
      control.attacking = false;
    } else if (SKILL.test(event.code)) {
      control.letGo(Number(SKILL.exec(event.code)?.[1]) - 1);
    }
    if (this.held.delete(event.code)) {
      this.steer(control);
    }
  }

  private releaseAll(): void {
    this.held.clear();
    const control = this.control();
    if (control !== undefined) {
      control.attacking = false;
      control.aim.cancel();
      this.steer(control);
    }
  }

  private steer(control: Control): void {
    let x = 0;
    let y = 0;
    for (const code of this.held) {
      const [dx, dy] = WAYS[code] as readonly [number, number];
      x += dx;
      y += dy;
    }
    x = Math.sign(x);
    y = Math.sign(y);
    const length = Math.hypot(x, y) || 1;
    control.steer.x = x / length;
    control.steer.y = y / length;
  }
}

function focused(what: string): boolean {
  const active = document.activeElement;
  return active instanceof HTMLElement && active !== document.body && active.matches(what);
}
