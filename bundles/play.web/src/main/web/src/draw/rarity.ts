/** Colours of rarity, commonest first; names for those who do not see them. */
export const RARITIES = [
  { name: "common", colour: "#e8e4dc" },
  { name: "uncommon", colour: "#6fdc6a" },
  { name: "rare", colour: "#5aa8ff" },
  { name: "epic", colour: "#c479ff" },
  { name: "legendary", colour: "#ffa53a" },
] as const;

export function rarity(of: number | string | undefined): (typeof RARITIES)[number] {
  const index = typeof of === "number" ? of : RARITIES.findIndex((each) => each.name === String(of).toLowerCase());
  return RARITIES[index] ?? RARITIES[0];
}
