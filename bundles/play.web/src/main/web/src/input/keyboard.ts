import type { Control } from "../game/control.ts";
import { typing } from "../ui/dom.ts";

export interface Panels {
  bag(): void;
  chat(): void;
  settings(): void;
  /** Closes what is open; tells whether anything was. */
  closeAny(): boolean;
  potion(): void;
  respawn(): void;
  why(): void;
}

const WAYS: Record<string, readonly [number, number]> = {
  KeyW: [0, -1], ArrowUp: [0, -1], KeyS: [0, 1], ArrowDown: [0, 1], KeyA: [-1, 0], ArrowLeft: [-1, 0], KeyD: [1, 0], ArrowRight: [1, 0],
};

/** Keys: WASD or arrows walk, Space fights, 1 to 6 are skills, and so on. */
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
    if (event.code in WAYS) {
      this.held.add(event.code);
      this.steer(control);
      event.preventDefault();
    } else if (!event.repeat && this.act(event, control)) {
      event.preventDefault();
    } else if (event.code === "Space" || event.code === "Tab") {
      event.preventDefault();
    }
  }

  private act(event: KeyboardEvent, control: Control): boolean {
    const inPanel = document.activeElement instanceof HTMLElement && document.activeElement.closest("[role=dialog], form") !== null;
    if (/^(Digit|Numpad)[1-6]$/.test(event.code)) {
      control.use(Number(event.code.at(-1)) - 1);
      return true;
    }
    switch (event.code) {
      case "Space":
        if (inPanel) {
          return false;
        }
        control.attacking = true;
        control.attack();
        return true;
      case "Tab":
        if (inPanel) {
          return false;
        }
        control.nextTarget();
        return true;
      case "KeyF":
        control.pickNearest();
        return true;
      case "KeyQ":
        this.panels.potion();
        return true;
      case "KeyI":
        this.panels.bag();
        return true;
      case "KeyO":
        this.panels.settings();
        return true;
      case "KeyE":
        this.panels.why();
        return true;
      case "KeyR":
        this.panels.respawn();
        return true;
      case "Enter":
        if (inPanel) {
          return false;
        }
        this.panels.chat();
        return true;
      case "Escape":
        if (!this.panels.closeAny()) {
          control.release();
        }
        return true;
      default:
        return false;
    }
  }

  private up(event: KeyboardEvent): void {
    const control = this.control();
    if (event.code === "Space" && control !== undefined) {
      control.attacking = false;
    }
    if (this.held.delete(event.code) && control !== undefined) {
      this.steer(control);
    }
  }

  private releaseAll(): void {
    this.held.clear();
    const control = this.control();
    if (control !== undefined) {
      control.attacking = false;
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
