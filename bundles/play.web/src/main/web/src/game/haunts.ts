// Where which monsters live, for those who look for the next fight.
import type { Point } from "./path.ts";
import type { Zone } from "./zone.ts";

/** A region where monsters of one kind live. */
export interface Haunt extends Point {
  /** Name of the region for people, or the empty string. */
  area: string;
  monster: string;
  name: string;
  level: number;
}

export type MonsterNames = Readonly<Record<string, { name: string; level: number }>>;

/** All haunts of a zone whose kinds are known, with their middles in tiles. */
export function hauntsOf(zone: Zone, monsters: MonsterNames): Haunt[] {
  return zone.spawns.flatMap((spawn) => {
    const about = monsters[spawn.monster];
    const x = spawn.x + spawn.width / 2;
    const y = spawn.y + spawn.height / 2;
    return about === undefined ? [] : [{ x, y, area: zone.areaAt(x, y), monster: spawn.monster, name: about.name, level: about.level }];
  });
}

/** The nearest haunt of the strongest kind that somebody of this level is a match for; the weakest kind where there is none. */
export function nextHaunt(haunts: readonly Haunt[], level: number, from: Point): Haunt | undefined {
  const weakest = Math.min(...haunts.map((each) => each.level));
  const match = Math.max(weakest, ...haunts.map((each) => each.level).filter((each) => each <= level));
  const away = (each: Point): number => Math.hypot(each.x - from.x, each.y - from.y);
  return haunts.filter((each) => each.level === match).sort((a, b) => away(a) - away(b))[0];
}

const WINDS = ["east", "south-east", "south", "south-west", "west", "north-west", "north", "north-east"] as const;

/** In which direction of the sky something lies. */
export function windTo(from: Point, to: Point): string {
  const turn = Math.round((Math.atan2(to.y - from.y, to.x - from.x) / (Math.PI * 2)) * WINDS.length);
  return WINDS[(turn + WINDS.length) % WINDS.length] as string;
}
