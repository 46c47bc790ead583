// Pictures of skills and of what they leave behind: by what an id suggests, else by what the skill does.
import { type Ctx, hash } from "../draw/pen.ts";
import type { SkillInfo } from "../net/protocol.ts";
import { StatusKind } from "../game/status.ts";
import { icon } from "./icons.ts";
import * as glyph from "./glyphs.ts";

type Glyph = (ctx: Ctx) => void;

const BY_ID: readonly (readonly [RegExp, Glyph])[] = [
  [/flame|cone|breath/, glyph.fan],
  [/fire|bolt|ember/, glyph.flame],
  [/frost|nova|ice|chill/, glyph.snow],
  [/blink|dash|leap|charge/, glyph.dash],
  [/wall|shield|guard|ward/, glyph.shield],
  [/cry|shout|roar|howl/, glyph.horn],
  [/cripp|bleed|rend|wound/, glyph.claw],
  [/mend|heal|renew/, glyph.cross],
  [/arcane|line|beam|ray/, glyph.beam],
  [/whirl|spin|cleave/, glyph.whirl],
  [/strike|slash|hit/, glyph.blade],
];

const BY_EFFECT: Record<string, Glyph> = {
  heal: glyph.cross, shield: glyph.shield, dash: glyph.dash, knockback: glyph.dash, stun: glyph.stars, root: glyph.snow, slow: glyph.snow, buff: glyph.horn,
  debuff: glyph.claw,
};

const BY_STATUS: Record<StatusKind, Glyph> = {
  [StatusKind.Buff]: glyph.up, [StatusKind.Debuff]: glyph.down, [StatusKind.Harm]: glyph.drop, [StatusKind.Heal]: glyph.cross,
  [StatusKind.Shield]: glyph.shield, [StatusKind.Stun]: glyph.stars, [StatusKind.Root]: glyph.roots, [StatusKind.Slow]: glyph.snail,
};

export function skillIcon(skill: Pick<SkillInfo, "id" | "effects">, size?: number): HTMLCanvasElement {
  const known = BY_ID.find(([pattern]) => pattern.test(skill.id))?.[1];
  const first = skill.effects?.map((each) => BY_EFFECT[each.type.toLowerCase()]).find((each) => each !== undefined);
  return icon(known ?? first ?? ((ctx) => glyph.star(ctx, `hsl(${Math.floor(hash(skill.id) * 360)} 70% 65%)`)), size);
}

/** Colours of what a buff gives or a debuff takes. */
const TONES: Record<string, string> = { power: "#ff9a5c", magic: "#8fb8ff", armour: "#cdd6e2", speed: "#8de08a" };

export function statusIcon(skill: string, kind: StatusKind, attribute = ""): HTMLCanvasElement {
  const tone = TONES[attribute];
  if (tone !== undefined && kind <= StatusKind.Debuff) {
    return icon((ctx) => (kind === StatusKind.Buff ? glyph.up : glyph.down)(ctx, tone), 32);
  }
  return icon(BY_STATUS[kind] ?? ((ctx) => glyph.star(ctx, `hsl(${Math.floor(hash(skill) * 360)} 70% 65%)`)), 32);
}
