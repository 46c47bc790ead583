// One tip at a time, beside what the pointer or the focus is on.
import { by } from "./dom.ts";

const GAP = 10;

/** Shows `about()` while the element is pointed at or focused; nothing where it gives nothing. */
export function tipOn(element: HTMLElement, about: () => HTMLElement | undefined): void {
  const show = (): void => {
    const content = about();
    if (content === undefined || element.classList.contains("dragged")) {
      return;
    }
    const tip = by("tip");
    tip.replaceChildren(content);
    tip.hidden = false;
    element.setAttribute("aria-describedby", "tip");
    place(tip, element.getBoundingClientRect());
  };
  element.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show());
  element.addEventListener("focus", () => element.matches(":focus-visible") && show());
  for (const end of ["pointerleave", "pointerdown", "blur"] as const) {
    element.addEventListener(end, hideTip);
  }
}

export function hideTip(): void {
  by("tip").hidden = true;
  document.querySelector("[aria-describedby=tip]")?.removeAttribute("aria-describedby");
}

function place(tip: HTMLElement, at: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect();
  const above = at.top - height - GAP;
  const left = Math.min(innerWidth - width - GAP, Math.max(GAP, at.left + at.width / 2 - width / 2));
  tip.style.left = `${left}px`;
  tip.style.top = `${above > GAP ? above : Math.min(innerHeight - height - GAP, at.bottom + GAP)}px`;
}
