// Small sounds, made as they are needed.
import { Ambient, type Surroundings } from "./ambient.ts";

type Wave = OscillatorType;

interface Note {
  from: number;
  to: number;
  millis: number;
  wave: Wave;
  loud: number;
  after?: number;
}

const SOUNDS = {
  step: [{ from: 120, to: 70, millis: 45, wave: "sine", loud: 0.035 }],
  swing: [{ from: 520, to: 180, millis: 90, wave: "triangle", loud: 0.1 }],
  hit: [{ from: 190, to: 60, millis: 120, wave: "square", loud: 0.13 }],
  ouch: [{ from: 260, to: 90, millis: 180, wave: "sawtooth", loud: 0.12 }],
  cast: [{ from: 260, to: 640, millis: 320, wave: "sine", loud: 0.09 }],
  fire: [{ from: 480, to: 70, millis: 300, wave: "sawtooth", loud: 0.1 }],
  heal: [{ from: 520, to: 780, millis: 220, wave: "sine", loud: 0.1 }, { from: 780, to: 1040, millis: 260, wave: "sine", loud: 0.08, after: 120 }],
  kill: [{ from: 320, to: 60, millis: 260, wave: "triangle", loud: 0.14 }],
  death: [{ from: 330, to: 80, millis: 900, wave: "triangle", loud: 0.18 }],
  pick: [{ from: 700, to: 900, millis: 80, wave: "triangle", loud: 0.1 }, { from: 1050, to: 1250, millis: 110, wave: "triangle", loud: 0.1, after: 70 }],
  treasure: [
    { from: 660, to: 660, millis: 120, wave: "triangle", loud: 0.11 }, { from: 880, to: 880, millis: 120, wave: "triangle", loud: 0.11, after: 110 },
    { from: 1320, to: 1320, millis: 320, wave: "triangle", loud: 0.11, after: 220 },
  ],
  level: [
    { from: 523, to: 523, millis: 140, wave: "triangle", loud: 0.14 }, { from: 659, to: 659, millis: 140, wave: "triangle", loud: 0.14, after: 120 },
    { from: 784, to: 784, millis: 140, wave: "triangle", loud: 0.14, after: 240 }, { from: 1046, to: 1046, millis: 420, wave: "triangle", loud: 0.14, after: 360 },
  ],
  swap: [
    { from: 392, to: 392, millis: 160, wave: "sine", loud: 0.12 }, { from: 587, to: 587, millis: 160, wave: "sine", loud: 0.12, after: 130 },
    { from: 880, to: 880, millis: 420, wave: "sine", loud: 0.12, after: 260 },
  ],
  drink: [{ from: 300, to: 520, millis: 110, wave: "sine", loud: 0.12 }, { from: 340, to: 620, millis: 140, wave: "sine", loud: 0.12, after: 120 }],
  ward: [{ from: 900, to: 500, millis: 140, wave: "triangle", loud: 0.08 }, { from: 1300, to: 900, millis: 160, wave: "sine", loud: 0.05, after: 20 }],
  boon: [{ from: 440, to: 660, millis: 160, wave: "sine", loud: 0.07 }],
  bane: [{ from: 300, to: 190, millis: 200, wave: "sawtooth", loud: 0.05 }],
  rush: [{ from: 200, to: 900, millis: 180, wave: "sine", loud: 0.07 }],
  frost: [{ from: 1500, to: 700, millis: 320, wave: "triangle", loud: 0.06 }, { from: 2100, to: 1100, millis: 260, wave: "sine", loud: 0.04, after: 60 }],
  chat: [{ from: 880, to: 990, millis: 60, wave: "sine", loud: 0.06 }],
  no: [{ from: 160, to: 130, millis: 110, wave: "square", loud: 0.06 }],
} as const satisfies Record<string, readonly Note[]>;

export type Sound = keyof typeof SOUNDS;

const NOISY = new Set<Sound>(["swing", "hit", "fire", "kill", "rush"]);

export class Sounds {
  muted = false;
  /** 0 to 1. */
  volume = 0.7;
  private context: AudioContext | undefined;
  private ambient: Ambient | undefined;
  private hiss: AudioBuffer | undefined;
  private readonly last = new Map<Sound, number>();

  /** Browsers let a page sound only after a gesture. */
  wake(): void {
    this.context ??= new AudioContext();
    void this.context.resume();
  }

  /** Each frame: the sound of the place. */
  listen(around: () => Surroundings, now: number): void {
    const { context } = this;
    if (context === undefined) {
      return;
    }
    this.hiss ??= hiss(context);
    this.ambient ??= new Ambient(
      context,
      this.hiss,
      (from, to, millis, loud, after) => this.tone(context, { from, to, millis, wave: "sine", loud, after }, 1),
      (loud) => this.noise(context, 0.02 + Math.random() * 0.03, loud),
    );
    this.ambient.update(around, this.muted || document.hidden ? 0 : this.volume, now);
  }

  /** Plays a sound; `near` in 0..1 tells how loud. */
  play(sound: Sound, near = 1): void {
    const { context } = this;
    const now = performance.now();
    if (this.muted || near <= 0.02 || context?.state !== "running" || now - (this.last.get(sound) ?? 0) < 45) {
      return;
    }
    this.last.set(sound, now);
    for (const note of SOUNDS[sound] as readonly Note[]) {
      this.tone(context, note, near);
    }
    if (sound === "step") {
      this.noise(context, 0.05, 0.018 * near * this.volume);
    } else if (NOISY.has(sound)) {
      this.noise(context, sound === "fire" ? 0.35 : 0.09, 0.1 * near * this.volume);
    }
  }

  private tone(context: AudioContext, note: Note, near: number): void {
    const start = context.currentTime + (note.after ?? 0) / 1000;
    const end = start + note.millis / 1000;
    const source = context.createOscillator();
    const gain = context.createGain();
    source.type = note.wave;
    source.frequency.setValueAtTime(note.from * (0.97 + Math.random() * 0.06), start);
    source.frequency.exponentialRampToValueAtTime(note.to, end);
    gain.gain.setValueAtTime(0.0001, start);
    gain.gain.linearRampToValueAtTime(note.loud * near * this.volume * 1.4, start + 0.008);
    gain.gain.exponentialRampToValueAtTime(0.0001, end);
    source.connect(gain).connect(context.destination);
    source.start(start);
    source.stop(end + 0.02);
  }

  private noise(context: AudioContext, seconds: number, loud: number): void {
    this.hiss ??= hiss(context);
    const source = context.createBufferSource();
    const filter = context.createBiquadFilter();
    const gain = context.createGain();
    source.buffer = this.hiss;
    filter.type = "bandpass";
    filter.frequency.value = 1400;
    gain.gain.setValueAtTime(loud, context.currentTime);
    gain.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + seconds);
    source.connect(filter).connect(gain).connect(context.destination);
    source.start();
    source.stop(context.currentTime + seconds);
  }
}

function hiss(context: AudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, context.sampleRate * 2, context.sampleRate);
  const data = buffer.getChannelData(0);
  for (let i = 0; i < data.length; i++) {
    data[i] = Math.random() * 2 - 1;
  }
  return buffer;
}
