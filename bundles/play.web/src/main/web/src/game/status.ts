// Buffs, debuffs and the like on somebody, and how long they last.
import type { Entries, StatusState } from "../net/protocol.ts";

export const enum StatusKind {
  Buff = 0,
  Debuff = 1,
  Harm = 2,
  Heal = 3,
  Shield = 4,
  Stun = 5,
  Root = 6,
  Slow = 7,
}

export interface Status {
  id: string;
  /** The skill it came from. */
  skill: string;
  kind: StatusKind;
  stacks: number;
  ends: number;
}

interface Word {
  name: string;
  good: boolean;
  colour: string;
}

const WORDS: Record<StatusKind, Word> = {
  [StatusKind.Buff]: { name: "Strengthened", good: true, colour: "#ffd86a" },
  [StatusKind.Debuff]: { name: "Weakened", good: false, colour: "#c79af0" },
  [StatusKind.Harm]: { name: "Suffering", good: false, colour: "#ff7a5c" },
  [StatusKind.Heal]: { name: "Healing", good: true, colour: "#86e58c" },
  [StatusKind.Shield]: { name: "Shielded", good: true, colour: "#a8e4ff" },
  [StatusKind.Stun]: { name: "Stunned", good: false, colour: "#ffe27a" },
  [StatusKind.Root]: { name: "Rooted", good: false, colour: "#8fd0f0" },
  [StatusKind.Slow]: { name: "Slowed", good: false, colour: "#8ab4ff" },
};

export function wordOf(kind: StatusKind): Word {
  return WORDS[kind] ?? WORDS[StatusKind.Debuff];
}

/** What it does in words: which attribute, where it is known. */
export function saidOf(kind: StatusKind, attribute: string): string {
  return attribute === "" || kind > StatusKind.Debuff ? wordOf(kind).name : `${kind === StatusKind.Buff ? "More" : "Less"} ${attribute}`;
}

/** Takes over what the server knows, bad ones first and what ends last at the front. */
export function readStatuses(from: Entries<StatusState> | undefined, into: Status[]): void {
  into.length = 0;
  from?.forEach((each, id) => {
    into.push({ id, skill: id.split("/")[0] as string, kind: each.kind, stacks: each.stacks, ends: each.ends });
  });
  if (into.length > 1) {
    into.sort((a, b) => Number(wordOf(a.kind).good) - Number(wordOf(b.kind).good) || b.ends - a.ends);
  }
}

/** Seconds left, or nothing where it is over. */
export function secondsLeft(status: Status, tick: number, tickMillis: number): number {
  return Math.max(0, ((status.ends - tick) * tickMillis) / 1000);
}

export function shortTime(seconds: number): string {
  return seconds < 0.05 ? "" : seconds >= 60 ? `${Math.ceil(seconds / 60)}m` : seconds >= 3 ? String(Math.ceil(seconds)) : seconds.toFixed(1);
}
