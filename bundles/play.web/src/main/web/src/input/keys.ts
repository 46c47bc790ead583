// Every key, what it is for, and for whom: what the keyboard does and what the settings show.

export const KEYS: readonly (readonly [what: string, key: string, whose?: string])[] = [
  ["Walk", "W A S D, arrows, click"],
  ["Fight, again and again", "Space, click"],
  ["Skills; hold to aim on the ground", "1 – 6"],
  ["Next target", "Tab"],
  ["Pick up", "F, click"],
  ["Healing and mana potion", "Q, G"],
  ["Hero and bag", "I, C"],
  ["In the bag: choose, use, drop", "arrows, Enter, X"],
  ["Why does it do that?", "E", "for-operators"],
  ["Chat", "Enter"],
  ["Map", "M"],
  ["Sound", "N"],
  ["Settings", "O"],
  ["To the buttons, and back", "F6"],
  ["Return from death", "R"],
  ["Close, forget the target", "Escape"],
];
