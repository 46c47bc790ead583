// Which system of the room runs in which version.
import { by, make, title, write } from "./dom.ts";

export class Versions {
  private readonly shown = new Map<string, string>();

  update(versions: ReadonlyMap<string, string>): void {
    for (const [system, version] of versions) {
      if (this.shown.get(system) === version) {
        continue;
      }
      this.shown.set(system, version);
      write(this.row(system).lastElementChild as HTMLElement, version);
    }
  }

  /** Draws the eye to a system that was replaced. */
  flash(system: string): void {
    const row = this.row(system);
    row.classList.remove("flash");
    requestAnimationFrame(() => row.classList.add("flash"));
  }

  private row(system: string): HTMLElement {
    const list = by("systems");
    let row = list.querySelector<HTMLElement>(`[data-system="${CSS.escape(system)}"]`);
    if (row === null) {
      row = make("li", "");
      row.dataset["system"] = system;
      row.append(make("span", "system", systemName(system)), make("span", "version"));
      list.append(row);
    }
    return row;
  }
}

/** What a system is called in the panel: `room.realm` is the realm itself. */
export function systemName(system: string): string {
  return title(system.slice(system.lastIndexOf(".") + 1));
}
