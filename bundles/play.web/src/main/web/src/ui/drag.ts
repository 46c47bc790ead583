// Dragging an item with mouse or finger.
import { make } from "./dom.ts";
import { hideTip } from "./tip.ts";

const SLIP = 7;

export interface Dragging {
  /** Whether an element under the pointer would take it. */
  takes(over: Element | null): HTMLElement | undefined;
  /** Let go over this element. */
  drop(over: Element | null): void;
  /** What follows the pointer. */
  picture(): HTMLElement;
  /** Whether letting go here means dropping it on the ground. */
  falls(over: Element | null): boolean;
}

/** Makes an element draggable; a press without a move stays a click. */
export function draggable(element: HTMLElement, dragging: Dragging): void {
  element.addEventListener("pointerdown", (down) => {
    if (down.button !== 0) {
      return;
    }
    let ghost: HTMLElement | undefined;
    let marked: HTMLElement | undefined;
    const watch = new AbortController();
    const over = (event: PointerEvent): Element | null => document.elementFromPoint(event.clientX, event.clientY);
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId || (ghost === undefined && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < SLIP)) {
        return;
      }
      if (ghost === undefined) {
        ghost = begin(element, dragging);
        hideTip();
      }
      ghost.style.left = `${event.clientX}px`;
      ghost.style.top = `${event.clientY}px`;
      ghost.classList.toggle("falls", dragging.falls(over(event)));
      marked?.classList.remove("takes");
      marked = dragging.takes(over(event));
      marked?.classList.add("takes");
    };
    const end = (event: PointerEvent): void => {
      watch.abort();
      marked?.classList.remove("takes");
      if (ghost !== undefined) {
        ghost.remove();
        element.classList.remove("dragged");
        addEventListener("click", (click) => click.stopPropagation(), { capture: true, once: true });
        setTimeout(() => dispatchEvent(new MouseEvent("click")));
        if (event.type === "pointerup") {
          dragging.drop(over(event));
        }
      }
    };
    addEventListener("pointermove", move, { signal: watch.signal });
    addEventListener("pointerup", end, { signal: watch.signal });
    addEventListener("pointercancel", end, { signal: watch.signal });
  });
}

function begin(element: HTMLElement, dragging: Dragging): HTMLElement {
  const ghost = make("div", "ghost");
  ghost.append(dragging.picture());
  document.body.append(ghost);
  element.classList.add("dragged");
  return ghost;
}
