// Smooth positions of others, shown a little in the past between two that are known.

export interface Sample {
  at: number;
  x: number;
  y: number;
  facing: number;
}

const KEPT = 8;
/** Farther than this in one step is a leap (respawn, knock-back): shown as one, not as a glide. */
const LEAP = 3;

export class Track {
  private readonly samples: Sample[] = [];

  /** A position as of this time. Times rise. */
  push(at: number, x: number, y: number, facing: number, step: number): void {
    const last = this.samples.at(-1);
    if (last !== undefined) {
      if (Math.hypot(x - last.x, y - last.y) > LEAP) {
        this.samples.length = 0;
      } else if (at - last.at > step * 1.7) {
        this.samples.push({ ...last, at: at - step });
      }
    }
    this.samples.push({ at, x, y, facing });
    while (this.samples.length > KEPT) {
      this.samples.shift();
    }
  }

  /** Where it was at this time. */
  at(time: number): Sample {
    const { samples } = this;
    const first = samples[0];
    if (first === undefined) {
      return { at: time, x: 0, y: 0, facing: 0 };
    }
    for (let i = samples.length - 1; i > 0; i--) {
      const from = samples[i - 1] as Sample;
      const to = samples[i] as Sample;
      if (time >= to.at) {
        return to;
      }
      if (time >= from.at) {
        return between(from, to, (time - from.at) / (to.at - from.at));
      }
    }
    return first;
  }
}

function between(from: Sample, to: Sample, share: number): Sample {
  return {
    at: from.at + (to.at - from.at) * share,
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
    facing: turn(from.facing, to.facing, share),
  };
}

/** From one angle towards another, the short way round. */
export function turn(from: number, to: number, share: number): number {
  const full = Math.PI * 2;
  const way = ((((to - from + Math.PI) % full) + full) % full) - Math.PI;
  return from + way * share;
}

/** Even times for states that arrive unevenly: steps of a tick that follow the arrivals slowly. */
export class Pace {
  private last = Number.NEGATIVE_INFINITY;

  stamp(arrival: number, tick: number): number {
    const steps = Math.max(1, Math.round((arrival - this.last) / tick));
    const even = this.last + steps * tick;
    this.last = steps > 20 || !Number.isFinite(even) ? arrival : even + (arrival - even) * 0.1;
    return this.last;
  }
}
