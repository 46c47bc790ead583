// The sound of a place: wind, birds by day and crickets by night, water, frogs, fire. Made as it goes, never from files.
import type { Zone } from "./game/zone.ts";

/** How much there is of what sounds around a point, 0 to 1. */
export interface Surroundings {
  wood: number;
  marsh: number;
  water: number;
  fire: number;
  /** 0 by day to 1 at night. */
  dark: number;
}

const REACH = 7;
const LISTEN_MILLIS = 700;

/** Looks around a point of a zone. */
export function surroundings(zone: Zone, x: number, y: number, dark: number): Surroundings {
  const heard = { wood: 0, marsh: 0, water: 0, fire: 0, dark };
  for (let dy = -REACH; dy <= REACH; dy++) {
    for (let dx = -REACH; dx <= REACH; dx++) {
      const tx = Math.floor(x) + dx;
      const ty = Math.floor(y) + dy;
      const near = 1 - Math.hypot(dx, dy) / (REACH * 1.5);
      const thing = zone.objectAt(tx, ty);
      const ground = zone.groundAt(tx, ty);
      heard.wood += thing === "tree" || thing === "pine" ? near * 0.05 : 0;
      heard.water += ground === "water" ? near * 0.03 : 0;
      heard.marsh += ground === "marsh" ? near * 0.02 : 0;
      heard.fire = Math.max(heard.fire, thing === "campfire" ? near * near : 0);
    }
  }
  return { ...heard, wood: Math.min(1, heard.wood), water: Math.min(1, heard.water), marsh: Math.min(1, heard.marsh) };
}

/** One stream of filtered noise. */
class Stream {
  private readonly gain: GainNode;

  constructor(
    private readonly context: AudioContext,
    hiss: AudioBuffer,
    type: BiquadFilterType,
    frequency: number,
    sway: number,
  ) {
    const source = context.createBufferSource();
    source.buffer = hiss;
    source.loop = true;
    const filter = context.createBiquadFilter();
    filter.type = type;
    filter.frequency.value = frequency;
    const swell = context.createOscillator();
    const depth = context.createGain();
    swell.frequency.value = sway;
    depth.gain.value = frequency * 0.35;
    swell.connect(depth).connect(filter.frequency);
    this.gain = context.createGain();
    this.gain.gain.value = 0;
    source.connect(filter).connect(this.gain).connect(context.destination);
    source.start(0, Math.random());
    swell.start();
  }

  loud(value: number): void {
    this.gain.gain.setTargetAtTime(value, this.context.currentTime, 0.6);
  }
}

export class Ambient {
  private readonly wind: Stream;
  private readonly brook: Stream;
  private heardAt = 0;

  constructor(
    private readonly context: AudioContext,
    hiss: AudioBuffer,
    private readonly voice: (from: number, to: number, millis: number, loud: number, after: number) => void,
    private readonly crackle: (loud: number) => void,
  ) {
    this.wind = new Stream(context, hiss, "lowpass", 420, 0.07);
    this.brook = new Stream(context, hiss, "bandpass", 900, 0.31);
  }

  /** Each frame; silent where `volume` is 0. */
  update(around: () => Surroundings, volume: number, now: number): void {
    if (now - this.heardAt < LISTEN_MILLIS || this.context.state !== "running") {
      return;
    }
    this.heardAt = now;
    const heard = volume > 0 ? around() : { wood: 0, marsh: 0, water: 0, fire: 0, dark: 0 };
    this.wind.loud(volume * (0.012 + heard.wood * 0.016));
    this.brook.loud(volume * heard.water * 0.03);
    if (volume > 0) {
      this.creatures(heard, volume);
    }
  }

  private creatures(heard: Surroundings, volume: number): void {
    const roll = Math.random();
    if (heard.dark > 0.3) {
      if (roll < 0.5) {
        this.song(4100, 4300, 26, 55, 3, volume * 0.006);
      }
    } else if (roll < 0.06 + heard.wood * 0.2) {
      const tone = 2100 + Math.random() * 1600;
      this.song(tone, tone * (Math.random() < 0.5 ? 1.25 : 0.8), 70, 120, 2 + Math.floor(Math.random() * 3), volume * 0.014);
    }
    if (Math.random() < heard.marsh * 0.16) {
      this.song(190, 130, 90, 150, 2, volume * 0.022);
    }
    for (let i = 0; i < 3 && heard.fire > 0.05; i++) {
      this.crackle(volume * heard.fire * 0.05);
    }
  }

  private song(from: number, to: number, millis: number, step: number, count: number, loud: number): void {
    for (let i = 0; i < count; i++) {
      this.voice(from, to, millis, loud, i * step);
    }
  }
}
