// The row of skills: key, picture, cooldown, whether there is mana, and aiming by a drag of the finger.
import type { Control } from "../game/control.ts";
import type { Hero } from "../game/actors.ts";
import type { Skill, Skills } from "../game/skills.ts";
import { aboutSkill } from "./about.ts";
import { by, make, mark, mute } from "./dom.ts";
import { sweep } from "./icons.ts";
import { skillIcon } from "./skillicons.ts";
import { tipOn } from "./tip.ts";

/** So far a finger drags for the farthest reach. */
const DRAG_REACH = 90;
const DRAG_DEAD = 12;

export class SkillBar {
  private readonly buttons = new Map<string, HTMLButtonElement>();

  constructor(
    private readonly skills: Skills,
    private readonly control: () => Control | undefined,
  ) {}

  rebuild(): void {
    const bar = by("skills");
    bar.replaceChildren();
    this.buttons.clear();
    this.skills.all.slice(0, 6).forEach((skill, index) => {
      const button = this.button(skill, index);
      this.buttons.set(skill.id, button);
      bar.append(button);
    });
  }

  update(me: Hero | undefined, now: number): void {
    const aiming = this.control()?.aim.skill?.id;
    for (const [id, button] of this.buttons) {
      const left = this.skills.left(id, now);
      const millis = this.skills.millisLeft(id, now);
      const cost = this.skills.find(id)?.cost ?? 0;
      if (millis > 0) {
        button.classList.add("waited");
      } else if (button.classList.contains("waited")) {
        button.classList.remove("waited", "ready");
        if ((this.skills.find(id)?.cooldownMillis ?? 0) > 1500) {
          requestAnimationFrame(() => button.classList.add("ready"));
        }
      }
      sweep(button, left);
      button.classList.toggle("cooling", left > 0);
      button.classList.toggle("dry", me !== undefined && me.mana < cost);
      button.classList.toggle("casting", me?.cast === id);
      button.classList.toggle("aiming", aiming === id);
      mark(button.querySelector(".count") as HTMLElement, millis > 900 ? String(Math.ceil(millis / 1000)) : "");
    }
  }

  private button(skill: Skill, index: number): HTMLButtonElement {
    const key = String(index + 1);
    const button = make("button", "slot");
    button.type = "button";
    button.dataset["skill"] = skill.id;
    button.setAttribute("aria-label", `${skill.name}, key ${key}`);
    button.setAttribute("aria-keyshortcuts", key);
    button.append(skillIcon(skill), mute("key", key), mute("cost", skill.cost > 0 ? String(skill.cost) : ""), mute("count", ""));
    button.addEventListener("click", (event) => {
      if (event.detail === 0) {
        this.control()?.use(index);
      }
    });
    this.press(button, index);
    tipOn(button, () => aboutSkill(skill, key));
    return button;
  }

  /** Mouse: a click aims where aiming is needed. Finger: a tap aims by itself, a drag aims by its direction. */
  private press(button: HTMLButtonElement, index: number): void {
    button.addEventListener("pointerdown", (down) => {
      if (down.button !== 0) {
        return;
      }
      if (down.pointerType === "mouse") {
        this.control()?.pointAt(index);
        return;
      }
      button.setPointerCapture(down.pointerId);
      const control = this.control();
      control?.hold(index);
      const ends = new AbortController();
      button.addEventListener("pointermove", (move) => {
        const dx = move.clientX - down.clientX;
        const dy = move.clientY - down.clientY;
        const length = Math.hypot(dx, dy);
        const far = Math.min(1, length / DRAG_REACH) / Math.max(1, length);
        control?.aim.drag(length < DRAG_DEAD ? undefined : { x: dx * far, y: dy * far });
      }, { signal: ends.signal });
      for (const end of ["pointerup", "pointercancel"] as const) {
        button.addEventListener(end, () => {
          ends.abort();
          if (end === "pointerup") {
            control?.letGo();
          } else {
            control?.aim.cancel();
          }
        }, { signal: ends.signal });
      }
    });
  }
}
