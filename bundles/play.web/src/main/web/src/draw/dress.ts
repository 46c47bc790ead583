// How a hero looks: by name, class and what is worn, on every screen the same.
import type { Hero } from "../game/actors.ts";
import type { ItemInfo } from "../net/protocol.ts";
import { chance, hash } from "./pen.ts";
import { rarity } from "./rarity.ts";

export type Role = "warrior" | "mage" | "none";
export type Arm = "sword" | "cleaver" | "dagger" | "axe" | "bow" | "staff" | "none";

export interface Dress {
  tunic: string;
  cape: string;
  hair: string;
  skin: string;
  role: Role;
  arm: Arm;
  /** Colour of the weapon's rarity; empty for plain ones. */
  glow: string;
  /** Colour of armour that is worn; empty for none. */
  mail: string;
  /** Colour of a trinket's rarity; empty for none. */
  charm: string;
}

const SKINS = ["#f2c9a1", "#e3ad80", "#b87a50", "#8a5638"] as const;
const HAIRS = ["#6b3f24", "#2f2530", "#c98b3a", "#a6412c", "#d9c8a0"] as const;
const TUNICS = [
  ["#3c6fb4", "#b8433a"], ["#3f8f64", "#5b4a8a"], ["#a8503c", "#2f5f7a"], ["#7a4f9a", "#c08a34"], ["#c08a34", "#3d6b4a"], ["#2f7f8a", "#8a3f5a"],
] as const;

type Items = (id: string) => ItemInfo | undefined;

const known = new WeakMap<Hero, { key: string; dress: Dress }>();

/** What a hero wears now. */
export function dressOf(hero: Hero, item: Items): Dress {
  const key = `${hero.name} ${hero.heroClass} ${hero.weapon} ${hero.armour} ${hero.trinket}`;
  const last = known.get(hero);
  if (last?.key === key) {
    return last.dress;
  }
  const dress = dressed(hero.name, hero.heroClass, hero.weapon, hero.armour, hero.trinket, item);
  known.set(hero, { key, dress });
  return dress;
}

/** The look of somebody of this name and class, with nothing but what the class begins with. */
export function plainDress(name: string, heroClass: string): Dress {
  return dressed(name, heroClass, "", "", "", () => undefined);
}

function dressed(name: string, heroClass: string, weapon: string, armour: string, trinket: string, item: Items): Dress {
  const seed = Math.floor(hash(name) * 1e6);
  const pick = <T>(from: readonly T[], salt: number): T => from[Math.floor(chance(seed, salt) * from.length)] as T;
  const [tunic, cape] = pick(TUNICS, 1);
  const role = roleOf(heroClass);
  return {
    tunic, cape, hair: pick(HAIRS, 2), skin: pick(SKINS, 3), role,
    arm: weapon === "" ? (role === "mage" ? "staff" : "sword") : armOf(weapon, role),
    glow: tone(item(weapon)),
    mail: armour === "" ? "" : rarity(item(armour)?.rarity).colour,
    charm: trinket === "" ? "" : rarity(item(trinket)?.rarity).colour,
  };
}

function roleOf(heroClass: string): Role {
  return /mage|wizard|sorc|witch|priest|shaman/.test(heroClass) ? "mage" : /warr|knight|guard|fight|soldier|paladin/.test(heroClass) ? "warrior" : "none";
}

/** Magic needs a staff; what else a weapon's name says, it is. */
function armOf(weapon: string, role: Role): Arm {
  const names: readonly (readonly [RegExp, Arm])[] = [
    [/staff|rod|wand|sceptre/, "staff"], [/cleaver|machete/, "cleaver"], [/dagger|knife|fang|shiv/, "dagger"], [/axe|maul|hammer|club/, "axe"], [/bow/, "bow"],
  ];
  return names.find(([pattern]) => pattern.test(weapon))?.[1] ?? (role === "mage" && /heart|ember|orb/.test(weapon) ? "staff" : "sword");
}

function tone(info: ItemInfo | undefined): string {
  const rare = rarity(info?.rarity);
  return rare.name === "common" || rare.name === "uncommon" ? "" : rare.colour;
}
