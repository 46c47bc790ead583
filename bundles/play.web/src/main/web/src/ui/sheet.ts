// A panel over the world: one at a time, closed by Escape; Tab stays in it, and who opened it gets the focus back.
import { by } from "./dom.ts";

const FOCUSABLE = "button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), [tabindex='0']";

let current: Sheet | undefined;

export class Sheet {
  private readonly panel: HTMLElement;
  private readonly button: HTMLElement;
  /** What had the focus when it opened; nothing where that was the world. */
  private back: HTMLElement | undefined;

  /** The panel with this id, its buttons `id-open` and `id-close`; `first` gets the focus. */
  constructor(
    id: string,
    private readonly first: () => HTMLElement,
    private readonly changed: (open: boolean) => void = () => undefined,
  ) {
    this.panel = by(id);
    this.button = by(`${id}-open`);
    this.button.addEventListener("click", () => this.toggle());
    by(`${id}-close`).addEventListener("click", () => this.toggle(false));
    this.panel.addEventListener("keydown", (event) => this.key(event));
  }

  /** Closes whichever is open; tells whether one was. */
  static closeAny(): boolean {
    const open = current !== undefined;
    current?.toggle(false);
    return open;
  }

  static get any(): boolean {
    return current !== undefined;
  }

  get open(): boolean {
    return current === this;
  }

  toggle(open = !this.open): void {
    if (open === this.open) {
      return;
    }
    if (open) {
      // Who goes from one panel to the next comes back to where the first was opened.
      const back = current === undefined ? focused() : current.back;
      current?.toggle(false);
      current = this;
      this.back = back;
    } else {
      current = undefined;
    }
    this.panel.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    this.changed(open);
    if (open) {
      this.first().focus();
    } else {
      (document.activeElement as HTMLElement | null)?.blur();
      this.back?.focus();
    }
  }

  private key(event: KeyboardEvent): void {
    if (event.code === "Escape") {
      this.toggle(false);
    } else if (event.code !== "Tab" || !this.wrap(event.shiftKey)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** At the last thing Tab goes on to the first, and the other way round; elsewhere it goes its own way. */
  private wrap(backwards: boolean): boolean {
    const all = [...this.panel.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((each) => each.checkVisibility());
    const edge = backwards ? all[0] : all[all.length - 1];
    if (document.activeElement !== edge) {
      return false;
    }
    (backwards ? all[all.length - 1] : all[0])?.focus();
    return true;
  }
}

/** What the keyboard stands on; what a mouse pressed gives the keys back to the world. */
function focused(): HTMLElement | undefined {
  const active = document.activeElement;
  return active instanceof HTMLElement && active !== document.body && active.matches(":focus-visible") ? active : undefined;
}
