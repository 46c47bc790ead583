import type { Control } from "../game/control.ts";
import type { Skill, Skills } from "../game/skills.ts";
import type { Hero } from "../game/world.ts";
import { by, make, write } from "./dom.ts";
import { skillIcon, sweep } from "./icons.ts";

/** The row of skills: key, picture, cooldown, and whether there is mana. */
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
    for (const [id, button] of this.buttons) {
      const left = this.skills.left(id, now);
      const millis = this.skills.millisLeft(id, now);
      const cost = this.skills.find(id)?.cost ?? 0;
      sweep(button, left);
      button.classList.toggle("cooling", left > 0);
      button.classList.toggle("dry", me !== undefined && me.mana < cost);
      button.classList.toggle("casting", me?.cast === id);
      write(button.querySelector(".count") as HTMLElement, millis > 900 ? String(Math.ceil(millis / 1000)) : "");
    }
  }

  private button(skill: Skill, index: number): HTMLButtonElement {
    const button = make("button", "slot");
    button.type = "button";
    button.dataset["skill"] = skill.id;
    const facts = [skill.cost > 0 ? `${skill.cost} mana` : "", skill.range > 0 ? `${skill.range} tiles` : "", `${skill.cooldownMillis / 1000} s`];
    const about = `${skill.name}: ${facts.filter((each) => each !== "").join(", ")}`;
    button.title = about;
    button.setAttribute("aria-label", `${about}, key ${index + 1}`);
    button.setAttribute("aria-keyshortcuts", String(index + 1));
    button.append(skillIcon(skill.id, skill.aim), make("span", "key", String(index + 1)), make("span", "count"));
    button.addEventListener("click", () => this.control()?.use(index));
    return button;
  }
}
