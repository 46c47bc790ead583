// How a creature stands at a moment.
import type { Actor } from "../game/actors.ts";
import { clamp01 } from "./pen.ts";

export interface Pose {
  /** Seconds, for breathing and blinking; each creature its own. */
  time: number;
  /** Phase of the legs in radians. */
  step: number;
  /** 0 stands, 1 runs. */
  stride: number;
  /** Progress of a blow in 0..1; 0 for none. */
  swing: number;
  /** 0..1 while it casts. */
  cast: number;
  /** 1 just hurt, fading to 0. */
  hurt: number;
  /** 0 alive to 1 lying. */
  fallen: number;
  /** Seen from behind. */
  back: boolean;
  /** Which of the same kind. */
  tint: number;
}

/** Somebody who stands about. */
export const STILL: Pose = { time: 0.5, step: 0, stride: 0, swing: 0, cast: 0, hurt: 0, fallen: 0, back: false, tint: 0.3 };

const SWING_MILLIS = 320;

export function poseOf(actor: Actor, now: number, tickMillis: number): Pose {
  const swing = (now - actor.swungAt) / SWING_MILLIS;
  const casting = actor.cast !== undefined && actor.castTicks > 0;
  return {
    time: now / 1000 + (actor.id % 17) * 0.37,
    step: actor.walked * 5.2,
    stride: clamp01(actor.pace / 3),
    swing: swing > 0 && swing < 1 ? swing : 0,
    cast: casting ? clamp01((now - actor.castAt) / (actor.castTicks * tickMillis)) : 0,
    hurt: clamp01(1 - (now - actor.hurtAt) / 260),
    fallen: actor.dead ? clamp01((now - actor.diedAt) / 450) : 0,
    back: Math.sin(actor.facing) < -0.6,
    tint: (actor.id * 0.618) % 1,
  };
}
