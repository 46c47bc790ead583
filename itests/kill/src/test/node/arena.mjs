// Makes content in which there is much to earn within seconds: a small field full of weak goblins around the start.
// node arena.mjs CONTENT_FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const edit = (name, change) => {
  const file = join(folder, name);
  const json = JSON.parse(readFileSync(file, "utf8"));
  change(json);
  writeFileSync(file, JSON.stringify(json, null, 1));
};

const size = 20;
const layer = (id, name, objects) => ({ id, name, type: "objectgroup", x: 0, y: 0, opacity: 1, visible: true, draworder: "topdown", objects });
const object = (id, name, x, y, more) => ({ id, name, type: "", x, y, width: 0, height: 0, rotation: 0, visible: true, ...more });
writeFileSync(join(folder, "zones/arena.json"), JSON.stringify({
  type: "map", version: "1.10", tiledversion: "1.10.2", orientation: "orthogonal", renderorder: "right-down", infinite: false,
  width: size, height: size, tilewidth: 32, tileheight: 32, nextlayerid: 5, nextobjectid: 9, compressionlevel: -1,
  tilesets: [{ firstgid: 1, name: "field", tilewidth: 32, tileheight: 32, tilecount: 1, columns: 1, margin: 0, spacing: 0, image: "field.png", imagewidth: 32, imageheight: 32 }],
  layers: [
    { id: 1, name: "ground", type: "tilelayer", x: 0, y: 0, width: size, height: size, opacity: 1, visible: true, data: Array(size * size).fill(1) },
    layer(2, "spawns", [object(1, "camp", 192, 192, { width: 256, height: 256, properties: [{ name: "monster", type: "string", value: "goblin" }, { name: "count", type: "int", value: 14 }] })]),
    layer(3, "places", [object(2, "start", 320, 320, { point: true })]),
  ],
}));
edit("realm.json", (realm) => {
  realm.zone = "arena";
  for (const hero of Object.values(realm.classes)) hero.hp = 5000;
});
edit("monsters.json", ({ monsters: { goblin } }) => Object.assign(goblin, { hp: 8, fleeBelow: 0, corpseMillis: 300, respawnMillis: 300, respawnJitter: 200 }));
