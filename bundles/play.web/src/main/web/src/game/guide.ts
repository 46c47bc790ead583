// A newcomer's first steps: what to do next, and where.
import type { Hero } from "./actors.ts";
import type { Point } from "./path.ts";
import { type Haunt, nextHaunt, windTo } from "./haunts.ts";

/** What a newcomer has done so far. */
export interface Deeds {
  walked: number;
  /** Stands where one fights, with somebody to fight in sight. */
  found: boolean;
  kills: number;
  skills: number;
  picked: number;
  bagOpened: boolean;
}

/** What lies about or stands by. */
export interface Chances {
  haunts: readonly Haunt[];
  /** A drop that may be picked up. */
  drop: Point | undefined;
  /** Whether the bag holds something to wear. */
  wearable: boolean;
  touched: boolean;
}

/** What to do next. */
export interface Advice {
  /** Number of the step, counted from 1; 0 beyond the first steps. */
  step: number;
  title: string;
  text: string;
  /** Where it is done. */
  to: Point | undefined;
}

interface Step {
  done(deeds: Deeds, me: Hero): boolean;
  advise(me: Hero, chances: Chances): Omit<Advice, "step">;
}

/** So far one walks to have learned it, in tiles. */
const LEARNED = 3;

const STEPS: readonly Step[] = [
  {
    done: (deeds) => deeds.walked > LEARNED,
    advise: (_, { touched }) => ({ title: "Walk", text: touched ? "Push the stick, or tap the ground." : "W A S D, the arrows, or click on the ground.", to: undefined }),
  },
  {
    done: (deeds) => deeds.found || deeds.kills > 0,
    advise: (me, { haunts }) => {
      const haunt = nextHaunt(haunts, 1, me);
      return { title: haunt === undefined ? "Find a monster" : `Find a ${haunt.name.toLowerCase()}`, text: haunt === undefined ? "Leave the village." : `Leave the village to the ${windTo(me, haunt)}; the arrow leads.`, to: haunt };
    },
  },
  {
    done: (deeds) => deeds.kills > 0,
    advise: (_, { touched }) => ({ title: "Fight", text: touched ? "Tap a monster, or hold the sword." : "Click a monster, or hold Space.", to: undefined }),
  },
  {
    done: (deeds) => deeds.skills > 0,
    advise: (_, { touched }) => ({
      title: "Use a skill",
      text: touched ? "Tap one of the round buttons; drag it to aim." : "Keys 2 to 6. Hold one to aim, let go to cast.",
      to: undefined,
    }),
  },
  {
    done: (deeds) => deeds.picked > 0,
    advise: (_, { touched, drop }) => ({
      title: "Take what they leave",
      text: drop === undefined ? "The fallen leave things. Fight on until something drops." : touched ? "Tap it, or the hand." : "Click it, or press F.",
      to: drop,
    }),
  },
  {
    done: (deeds) => deeds.bagOpened,
    advise: (_, { touched, wearable }) => ({
      title: wearable ? "Put it on" : "Look into your bag",
      text: `${touched ? "Tap the bag" : "Press I"}${wearable ? " and choose what you found." : ": what you found is kept there."}`,
      to: undefined,
    }),
  },
];

/** How many first steps there are. */
export const FIRST_STEPS = STEPS.length;

/** What to do next, `from` being the number of steps that were done before. */
export function advise(from: number, deeds: Deeds, me: Hero, chances: Chances): Advice {
  for (let i = Math.max(0, from); i < STEPS.length; i++) {
    const step = STEPS[i] as Step;
    if (!step.done(deeds, me)) {
      return { step: i + 1, ...step.advise(me, chances) };
    }
  }
  const haunt = nextHaunt(chances.haunts, me.level, me);
  if (haunt === undefined) {
    return { step: 0, title: "Explore", text: "See what lies behind the next hill.", to: undefined };
  }
  const where = haunt.area === "" ? "" : `, ${haunt.area}`;
  return { step: 0, title: `${haunt.name}, level ${haunt.level}`, text: `A match for you, ${windTo(me, haunt)} of here${where}.`, to: haunt };
}
