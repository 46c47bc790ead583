// Which hero to play: the classes that the server knows, as cards.
import { drawCreature } from "../draw/creature.ts";
import { plainDress } from "../draw/dress.ts";
import type { Ctx } from "../draw/pen.ts";
import { type Pose, STILL } from "../draw/pose.ts";
import type { SkillInfo } from "../net/protocol.ts";
import { by, make } from "./dom.ts";
import { skillIcon } from "./skillicons.ts";

/** A class as the first screen is told of it. */
export interface Choice {
  id: string;
  name: string;
  text: string;
  skills: readonly Pick<SkillInfo, "id" | "name" | "text" | "effects">[];
}

const SWING = 0.4;

export class Classes {
  chosen = "";
  private choices: readonly Choice[] = [];
  private readonly cards = new Map<string, HTMLButtonElement>();

  constructor(private readonly changed: () => void) {
    by("classes").addEventListener("keydown", (event) => this.key(event));
  }

  /** Asks the server; a server without an answer has one kind of hero. */
  async load(wanted: string): Promise<void> {
    try {
      const response = await fetch("/classes.json");
      this.choices = response.ok ? ((await response.json()) as { classes: Choice[] }).classes : [];
    } catch {
      this.choices = [];
    }
    by("classes").replaceChildren(...this.choices.map((each) => this.card(each)));
    this.choose(this.choices.some((each) => each.id === wanted) ? wanted : (this.choices[0]?.id ?? ""));
  }

  draw(name: string, now: number, calm: boolean): void {
    for (const [id, card] of this.cards) {
      const canvas = card.firstElementChild as HTMLCanvasElement;
      const ratio = Math.min(2, devicePixelRatio || 1);
      canvas.width = Math.round(canvas.clientWidth * ratio);
      canvas.height = Math.round(canvas.clientHeight * ratio);
      const ctx = canvas.getContext("2d") as Ctx;
      const size = Math.min(canvas.width / 52, canvas.height / 78);
      ctx.translate(canvas.width * 0.44, canvas.height * 0.94);
      ctx.scale(size, size);
      drawCreature(ctx, "hero", pose(id === this.chosen && !calm, now, calm), 0, plainDress(name, id));
    }
  }

  private card(choice: Choice): HTMLButtonElement {
    const card = make("button", "class");
    card.type = "button";
    card.dataset["class"] = choice.id;
    card.setAttribute("role", "radio");
    const figure = make("canvas", "");
    figure.setAttribute("aria-hidden", "true");
    const talents = make("div", "talents");
    talents.append(...choice.skills.map((each) => {
      const picture = skillIcon(each, 24);
      picture.title = each.name;
      return picture;
    }));
    card.append(figure, make("h2", "", choice.name), make("p", "", choice.text), talents);
    card.addEventListener("click", () => this.choose(choice.id));
    this.cards.set(choice.id, card);
    return card;
  }

  private choose(id: string): void {
    this.chosen = id;
    for (const [each, card] of this.cards) {
      card.setAttribute("aria-checked", String(each === id));
      card.tabIndex = each === id ? 0 : -1;
    }
    this.changed();
  }

  private key(event: KeyboardEvent): void {
    const way = /Right|Down/.test(event.key) ? 1 : /Left|Up/.test(event.key) ? -1 : 0;
    if (way !== 0 && this.choices.length > 0) {
      const at = this.choices.findIndex((each) => each.id === this.chosen);
      const next = this.choices[(at + way + this.choices.length) % this.choices.length] as Choice;
      this.choose(next.id);
      this.cards.get(next.id)?.focus();
      event.preventDefault();
    }
  }
}

/** The chosen one shows what it can. */
function pose(chosen: boolean, now: number, calm: boolean): Pose {
  const beat = chosen ? (now / 1000) % 3 : -1;
  return {
    ...STILL, time: calm ? 0.5 : now / 1000, swing: beat >= 0 && beat < SWING ? beat / SWING : 0, cast: beat > 1.4 && beat < 2.4 ? beat - 1.4 : 0,
  };
}
