import type { Control } from "../game/control.ts";
import { by } from "../ui/dom.ts";

const REACH = 46;
const DEAD = 0.18;
/** Directions of the stick, so that a trembling thumb does not flood the server. */
const WAYS = 24;

/** The stick and the two buttons for thumbs. */
export function bindTouch(control: () => Control | undefined): void {
  const stick = by("stick");
  const knob = by("knob");
  let finger: number | undefined;
  const steer = (x: number, y: number): void => {
    const here = control();
    knob.style.transform = `translate(${x * REACH}px, ${y * REACH}px)`;
    if (here !== undefined) {
      here.steer.x = x;
      here.steer.y = y;
    }
  };
  const follow = (event: PointerEvent): void => {
    const box = stick.getBoundingClientRect();
    const dx = (event.clientX - box.left - box.width / 2) / REACH;
    const dy = (event.clientY - box.top - box.height / 2) / REACH;
    const length = Math.hypot(dx, dy);
    if (length < DEAD) {
      steer(0, 0);
      return;
    }
    const angle = Math.round((Math.atan2(dy, dx) / (Math.PI * 2)) * WAYS) * ((Math.PI * 2) / WAYS);
    steer(Math.cos(angle), Math.sin(angle));
  };
  stick.addEventListener("pointerdown", (event) => {
    finger = event.pointerId;
    stick.setPointerCapture(event.pointerId);
    document.documentElement.classList.add("thumbs");
    follow(event);
    event.preventDefault();
  });
  stick.addEventListener("pointermove", (event) => {
    if (event.pointerId === finger) {
      follow(event);
    }
  });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"] as const) {
    stick.addEventListener(end, () => {
      finger = undefined;
      steer(0, 0);
    });
  }
  hold(by("touch-attack"), (down) => {
    const here = control();
    if (here !== undefined) {
      here.attacking = down;
      if (down) {
        here.attack();
      }
    }
  });
  by("touch-pick").addEventListener("click", () => control()?.pickNearest());
  by("touch-next").addEventListener("click", () => control()?.nextTarget());
}

function hold(button: HTMLElement, change: (down: boolean) => void): void {
  button.addEventListener("pointerdown", (event) => {
    change(true);
    event.preventDefault();
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"] as const) {
    button.addEventListener(end, () => change(false));
  }
}
