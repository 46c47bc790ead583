// What a skill is made of, by its name: fire, frost, arcane light, or plain force.

export interface Element {
  name: "fire" | "frost" | "arcane" | "life" | "force";
  /** Sparks of a hit. */
  sparks: readonly string[];
  ring: string;
  /** For light, as in `rgb()`. */
  light: string;
}

const ELEMENTS: readonly (readonly [RegExp, Element])[] = [
  [/fire|flame|ember|burn/, { name: "fire", sparks: ["#ffb04a", "#ff6a2f", "#ffe9a0"], ring: "#ff9a4a", light: "255 150 70" }],
  [/frost|ice|nova|chill|snow/, { name: "frost", sparks: ["#d8f4ff", "#8fd4ff", "#ffffff"], ring: "#9be0ff", light: "140 210 255" }],
  [/arcane|magic|spark|beam|line|blink|bolt/, { name: "arcane", sparks: ["#d9b8ff", "#a06aff", "#ffffff"], ring: "#b98aff", light: "190 140 255" }],
  [/mend|heal|renew|life/, { name: "life", sparks: ["#a8ffb0", "#5fe07a", "#ffffff"], ring: "#7df08a", light: "140 255 150" }],
];
const FORCE: Element = { name: "force", sparks: ["#ffd27a", "#ff8a6a", "#fff0c8"], ring: "#fff0c0", light: "255 220 160" };

export function elementOf(skill: string): Element {
  return ELEMENTS.find(([pattern]) => pattern.test(skill))?.[1] ?? FORCE;
}

export function isShot(skill: string): boolean {
  return /arrow|shot|bow|throw|spit/.test(skill);
}
