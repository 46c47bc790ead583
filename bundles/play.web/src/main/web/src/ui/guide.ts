// Says what to do next: a newcomer's first steps, then who is worth fighting.
import { type Advice, type Deeds, FIRST_STEPS, advise } from "../game/guide.ts";
import type { Haunt } from "../game/haunts.ts";
import type { Inventory } from "../game/inventory.ts";
import type { Point } from "../game/path.ts";
import { distance, monstersNear, nearestDrop } from "../game/senses.ts";
import type { World } from "../game/world.ts";
import type { Zone } from "../game/zone.ts";
import { by, write } from "./dom.ts";
import type { Settings } from "./settings.ts";

const SIGHT = 9;
const DROP_SIGHT = 12;
/** A praised step stays for so long before the next one comes. */
const PRAISE_MILLIS = 1100;

export class Guide {
  readonly deeds: Deeds = { walked: 0, found: false, kills: 0, skills: 0, picked: 0, bagOpened: false };
  /** Where the arrow points. */
  way: Point | undefined;
  private readonly panel = by("guide");
  private praisedAt = -1e9;

  constructor(
    private readonly settings: Settings,
    private readonly inventory: Inventory,
    private readonly praise: () => void,
  ) {
    by("guide-close").addEventListener("click", () => settings.change({ guided: false }));
  }

  /** A few times a second. */
  update(world: World, zone: Zone, haunts: readonly Haunt[], now: number): void {
    const { me } = world;
    const { guided, firstSteps } = this.settings.now;
    this.panel.hidden = !guided || me === undefined || me.dead;
    if (this.panel.hidden || me === undefined) {
      this.way = undefined;
      return;
    }
    this.deeds.walked = me.walked;
    this.deeds.found ||= !zone.safeAt(me.x, me.y) && monstersNear(world, me, SIGHT).length > 0;
    const advice = advise(me.level > 1 ? FIRST_STEPS : firstSteps, this.deeds, me, {
      haunts, drop: nearestDrop(world, me, DROP_SIGHT), wearable: this.inventory.sorted().some(({ item }) => this.inventory.slotOf(item) !== undefined),
      touched: document.documentElement.classList.contains("thumbs"),
    });
    const done = advice.step === 0 ? FIRST_STEPS : advice.step - 1;
    if (done > firstSteps) {
      this.settings.change({ firstSteps: done });
      if (me.level === 1) {
        this.praisedAt = now;
        this.panel.classList.add("done");
        this.praise();
      }
    }
    if (now - this.praisedAt > PRAISE_MILLIS) {
      this.panel.classList.remove("done");
      this.show(advice, done);
    }
    this.way = advice.to !== undefined && distance(advice.to, me) > 5 ? advice.to : undefined;
  }

  private show(advice: Advice, done: number): void {
    const first = advice.step > 0;
    this.panel.classList.toggle("first", first);
    write(by("guide-step"), first ? `First steps ${advice.step} of ${FIRST_STEPS}` : "Next");
    write(by("guide-title"), advice.title);
    write(by("guide-text"), advice.text);
    by("guide-done").style.setProperty("--done", (done / FIRST_STEPS).toFixed(2));
  }
}
