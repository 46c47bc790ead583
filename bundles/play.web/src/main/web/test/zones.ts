import type { TiledMap } from "../src/game/tiled.ts";
import { Zone } from "../src/game/zone.ts";

/** A zone from rows of letters: # is a wall, ~ water, anything else grass. */
export function zoneOf(...rows: string[]): Zone {
  const ground = rows.flatMap((row) => [...row].map((letter) => (letter === "~" ? 2 : 1)));
  const objects = rows.flatMap((row) => [...row].map((letter) => (letter === "#" ? 3 : 0)));
  const blocked = (value: boolean) => [{ name: "blocked", value }];
  const map: TiledMap = {
    width: rows[0]?.length ?? 0,
    height: rows.length,
    tilewidth: 32,
    layers: [
      { name: "ground", type: "tilelayer", data: ground },
      { name: "objects", type: "tilelayer", data: objects },
      { name: "places", type: "objectgroup", objects: [
        { name: "village", type: "safe", x: 32, y: 64, width: 96, height: 32 },
        { name: "Field", type: "area", x: 0, y: 0, width: 128, height: 64 },
        { name: "slimes", class: "spawn", x: 32, y: 0, width: 64, height: 64, properties: [{ name: "monster", value: "slime" }] },
        { name: "strangers", type: "spawn", x: 0, y: 0, width: 32, height: 32, properties: [{ name: "monster", value: "troll" }] },
        { name: "start", type: "start", x: 48, y: 80, width: 0, height: 0 },
      ] },
    ],
    tilesets: [
      {
        firstgid: 1,
        tiles: [
          { id: 0, type: "grass", properties: blocked(false) },
          { id: 1, class: "water", properties: blocked(true) },
          { id: 2, type: "wall", properties: blocked(true) },
        ],
      },
    ],
  };
  return new Zone("test", map);
}
