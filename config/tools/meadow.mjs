// Draws the zone "meadow" and writes it as a Tiled map with its tileset picture.
// Run: node config/tools/meadow.mjs   (writes config/content/zones/meadow.json and meadow.png)
import { writeFileSync } from "node:fs";
import { Canvas, curve } from "./canvas.mjs";
import { png } from "./png.mjs";
import { noise, random } from "./random.mjs";
import { tiled } from "./tiled.mjs";
import { picture } from "./tiles.mjs";

const SIZE = 128;
const START = { x: 64, y: 67.5 };

const map = new Canvas(SIZE);
const chance = random(20260517);
const lumps = noise(11, 9);
const groves = noise(23, 7);
const detail = noise(37, 3);

const RIVER = curve([[96, -4], [94, 14], [99, 30], [92, 46], [95, 60], [90, 76], [94, 92], [86, 106], [90, 132]]);
const ROADS = {
  north: curve([[64, 56], [62, 46], [66, 36], [63, 26]]),
  ruins: curve([[64, 41], [52, 36], [42, 30], [33, 27]]),
  east: curve([[74, 64], [84, 63], [93, 62], [102, 58], [108, 52]]),
  south: curve([[64, 74], [66, 84], [62, 94], [64, 104]]),
  west: curve([[54, 64], [44, 66], [34, 62], [24, 64]]),
  ferry: curve([[65, 88], [76, 91], [91, 93], [102, 96], [110, 104]]),
  spring: curve([[40, 65], [36, 76], [30, 88], [30, 98]]),
};

const SPAWNS = [
  { id: "slimes-by-the-gate", monster: "slime", count: 7, at: [56, 78, 18, 8] },
  { id: "slimes-west-field", monster: "slime", count: 4, at: [42, 68, 9, 8] },
  { id: "slimes-in-the-marsh", monster: "slime", count: 12, at: [46, 98, 34, 22] },
  { id: "slimes-at-the-lake", monster: "slime", count: 5, at: [20, 82, 14, 10] },
  { id: "goblins-on-the-road", monster: "goblin", count: 3, at: [77, 57, 11, 9] },
  { id: "goblins-north-field", monster: "goblin", count: 3, at: [68, 42, 12, 8] },
  { id: "goblin-camp", monster: "goblin", count: 9, at: [102, 42, 18, 16] },
  { id: "goblin-patrol", monster: "goblin", count: 2, at: [100, 57, 5, 4], path: "camp-round" },
  { id: "goblins-south-east", monster: "goblin", count: 5, at: [100, 92, 18, 18] },
  { id: "wolves-wood-edge", monster: "wolf", count: 3, at: [28, 56, 12, 14] },
  { id: "wolf-den", monster: "wolf", count: 6, at: [10, 52, 16, 22] },
  { id: "wolves-north-wood", monster: "wolf", count: 4, at: [10, 36, 18, 12] },
  { id: "graveyard", monster: "skeleton", count: 6, at: [54, 10, 20, 14] },
  { id: "graveyard-watch", monster: "skeleton", count: 2, at: [60, 16, 6, 5], path: "graveyard-round" },
  { id: "ruins", monster: "skeleton", count: 4, at: [24, 16, 18, 14] },
  { id: "ruins-watch", monster: "skeleton", count: 1, at: [31, 25, 5, 4], path: "ruins-round" },
  { id: "skeletons-north-east", monster: "skeleton", count: 4, at: [106, 10, 14, 14] },
];

const PATHS = {
  "camp-round": [[101, 58], [108, 58.5], [119.5, 57], [119.5, 44], [112, 39], [101, 41]],
  "graveyard-round": [[64, 24.5], [53.5, 24.5], [53.5, 8.5], [75.5, 8.5], [75.5, 24.5]],
  "ruins-round": [[33, 27], [33, 20], [27, 20], [39, 20]],
};

/** Rests on waypoints: guards look around at their gates and corners. */
const WAITS = [
  { at: PATHS["camp-round"][0], millis: 5000 },
  { at: PATHS["camp-round"][3], millis: 3000 },
  { at: PATHS["graveyard-round"][0], millis: 6000 },
  { at: PATHS["graveyard-round"][2], millis: 0 },
  { at: PATHS["ruins-round"][1], millis: 4000 },
];

/** Names of places, for people. */
const AREAS = [
  { name: "Hearthford", at: [52, 53, 25, 24] },
  { name: "Goblin Camp", at: [98, 37, 26, 24] },
  { name: "Wolf Wood", at: [4, 32, 34, 48] },
  { name: "Graveyard", at: [51, 7, 27, 19] },
  { name: "Old Ruins", at: [20, 10, 26, 25] },
  { name: "Slime Marsh", at: [44, 92, 38, 36] },
  { name: "Mirror Lake", at: [14, 91, 28, 30] },
  { name: "Broken Watch", at: [104, 8, 18, 18] },
  { name: "Raiders' Hollow", at: [99, 91, 20, 20] },
];

/** What nobody walks through, whatever is drawn there. */
const solids = [];

ground();
river();
lake();
marsh();
roads();
village();
camp();
graveyard();
ruins();
outpost();
wolfWood();
hollow();
pier();
keepSpawnsOpen();
wild();
border();
closePockets();
check();

const set = picture();
writeFileSync(new URL("../content/zones/meadow.png", import.meta.url), png(set.width, set.height, set.pixels));
writeFileSync(new URL("../content/zones/meadow.json", import.meta.url), tiled(map, objects()));

function ground() {
  map.each((x, y) => {
    const value = lumps(x, y) * 0.7 + detail(x, y) * 0.3;
    if (value > 0.62) map.lay(x, y, "grass2");
    if (detail(x + 200, y) > 0.68 && lumps(x, y + 300) > 0.48) map.lay(x, y, "flower");
  });
}

function river() {
  const wobble = (x, y) => detail(x, y) * 0.9;
  map.line(RIVER, 3.1, (x, y) => map.lay(x, y, "sand"), wobble);
  map.line(RIVER, 2.0, (x, y) => map.lay(x, y, "water"), wobble);
}

function lake() {
  const edge = (x, y) => (lumps(x, y) - 0.5) * 0.5;
  map.disc(28, 106, 13, (x, y, d) => d + edge(x, y) < 0.9 && map.lay(x, y, "sand"));
  map.disc(28, 106, 13, (x, y, d) => d + edge(x, y) < 0.72 && map.lay(x, y, "water"));
  map.disc(31, 104, 2.4, (x, y) => map.lay(x, y, "grass2"));
  map.put(31, 103, "tree");
  map.line([[28, 94], [31, 104]], 0.8, (x, y) => map.groundAt(x, y) === "water" && map.lay(x, y, "bridge"));
}

function marsh() {
  map.disc(63, 110, 19, (x, y, d) => {
    if (map.groundAt(x, y) === "sand" || map.groundAt(x, y) === "water") return;
    if (d + (lumps(x, y) - 0.5) * 0.6 < 0.95) map.lay(x, y, "marsh");
    if (d < 0.85 && detail(x + 50, y + 90) > 0.7) map.lay(x, y, "water");
    if (map.groundAt(x, y) === "marsh" && chance() < 0.16) map.put(x, y, "reed");
  });
}

function roads() {
  for (const points of Object.values(ROADS)) {
    map.line(points, 1.15, (x, y) => pave(x, y), (x, y) => detail(x, y) * 0.4);
    map.line(points, 2.6, (x, y) => map.keep(x, y));
  }
}

function pave(x, y) {
  const wet = map.groundAt(x, y) === "water" || map.groundAt(x, y) === "bridge";
  map.lay(x, y, wet ? "bridge" : "path");
  map.put(x, y, null);
}

function village() {
  map.disc(64, 65, 15, (x, y) => map.keep(x, y));
  map.line([[54, 64], [74, 64]], 1.3, (x, y) => pave(x, y));
  map.line([[64, 55], [64, 75]], 1.3, (x, y) => pave(x, y));
  map.disc(64.5, 64.5, 4.6, (x, y) => map.lay(x, y, "floor"));
  map.put(64, 63, "shrine");
  for (const [x, y] of [[61, 61], [67, 61], [61, 67], [67, 67]]) map.put(x, y, "flower");
  for (const [x, y] of [[61, 61], [67, 61], [61, 67], [67, 67]]) map.put(x, y, "bush");
  house(54, 56, 5);
  house(69, 56, 6);
  house(54, 68, 6);
  house(70, 68, 5);
  house(60, 53, 3);
  house(54, 60, 4);
  house(71, 59, 4);
  for (const [x, y] of [[58, 58], [70, 58], [58, 70], [69, 71], [55, 66], [74, 66]]) {
    map.disc(x, y, 1.6, (tx, ty) => map.groundAt(tx, ty).startsWith("grass") && map.lay(tx, ty, "flower"));
  }
  map.put(70, 62, "well");
  garden(52, 73, 7, 5);
  garden(70, 73, 7, 5);
  for (const [x, y] of [[52, 60], [52, 66], [76, 60], [77, 67], [59, 60], [60, 70], [69, 60], [67, 52]]) map.put(x, y, "tree");
}

function house(left, top, width) {
  solids.push({ name: "house", at: [left, top, width, 3] });
  map.rect(left, top, width, 2, (x, y) => map.put(x, y, "roof"));
  map.rect(left, top + 2, width, 1, (x, y) => map.put(x, y, "wall"));
  const door = left + Math.floor(width / 2);
  map.put(door, top + 2, "door");
  map.rect(door, top + 3, 1, 2, (x, y) => map.groundAt(x, y).startsWith("grass") && map.lay(x, y, "path"));
}

function garden(left, top, width, height) {
  map.rect(left, top, width, height, (x, y) => {
    const rim = x === left || y === top || x === left + width - 1 || y === top + height - 1;
    const gate = y === top && x === left + Math.floor(width / 2);
    if (rim && !gate) map.put(x, y, "fence");
    if (!rim) map.lay(x, y, "path");
    if (!rim && (y - top) % 2 === 0) map.put(x, y, "bush");
  });
}

function camp() {
  map.disc(111, 49, 12, (x, y, d) => {
    map.keep(x, y);
    if (d < 0.9 && detail(x, y + 40) > 0.35) map.lay(x, y, d < 0.55 ? "path" : "sand");
  });
  for (const [x, y] of [[106, 44], [112, 43], [117, 47], [116, 54], [110, 55], [105, 50]]) map.put(x, y, "tent");
  for (const [x, y] of [[110, 48], [114, 51]]) map.put(x, y, "campfire");
  map.rect(101, 40, 20, 20, (x, y) => {
    const rim = Math.max(Math.abs(x - 110.5), Math.abs(y - 49.5)) > 9;
    const gate = (x < 106 && y > 51) || (y < 44 && x > 108 && x < 114) || (x > 118 && y > 46 && y < 52);
    if (rim && !gate && detail(x + 9, y) > 0.28) map.put(x, y, "fence");
  });
  map.line(ROADS.east, 1.6, (x, y) => map.put(x, y, null));
}

function graveyard() {
  map.rect(52, 8, 25, 17, (x, y) => {
    map.keep(x, y);
    if (detail(x, y) > 0.5) map.lay(x, y, "grass2");
  });
  map.rect(54, 10, 21, 14, (x, y) => {
    const rim = x === 54 || x === 74 || y === 10 || y === 23;
    const gate = y === 23 && x > 61 && x < 66;
    if (rim && !gate && detail(x, y) > 0.2) map.put(x, y, "fence");
  });
  for (let y = 12; y < 22; y += 3) {
    for (let x = 56; x < 73; x += 3) {
      if (Math.abs(x - 64) > 1 && chance() < 0.85) map.put(x, y, "grave");
    }
  }
  map.line([[64, 25], [64, 13]], 0.9, (x, y) => map.lay(x, y, "path"));
  map.rect(62, 11, 5, 2, (x, y) => map.put(x, y, "ruin"));
  for (const [x, y] of [[56, 11], [72, 11], [58, 21], [71, 20]]) map.put(x, y, "pine");
}

function ruins() {
  map.disc(33, 22, 12, (x, y, d) => {
    map.keep(x, y);
    if (d < 0.75 && detail(x, y) > 0.3) map.lay(x, y, "floor");
  });
  for (const [left, top, width, height] of [[24, 15, 8, 7], [35, 14, 8, 8], [28, 24, 6, 5]]) {
    map.rect(left, top, width, height, (x, y) => {
      const rim = x === left || y === top || x === left + width - 1 || y === top + height - 1;
      if (rim && chance() < 0.78) map.put(x, y, chance() < 0.5 ? "ruin" : "wall");
    });
  }
  for (const [x, y] of [[33, 27], [33, 20], [27, 20], [39, 20]]) {
    map.disc(x + 0.5, y + 0.5, 1.5, (tx, ty) => map.put(tx, ty, null));
  }
  map.line(PATHS["ruins-round"], 1.1, (x, y) => map.put(x, y, null));
}

function outpost() {
  map.disc(112, 17, 7, (x, y, d) => {
    map.keep(x, y);
    if (d < 0.6) map.lay(x, y, "floor");
    if (d > 0.55 && d < 0.72 && chance() < 0.5) map.put(x, y, "ruin");
  });
  map.line(curve([[108, 52], [112, 40], [109, 30], [112, 20]]), 1, (x, y) => pave(x, y));
  map.line(curve([[108, 52], [112, 40], [109, 30], [112, 20]]), 2, (x, y) => map.keep(x, y));
  map.disc(110, 102, 5, (x, y) => map.keep(x, y));
  for (const [x, y] of [[107, 99], [113, 100], [112, 105]]) map.put(x, y, "tent");
  map.put(110, 101, "campfire");
}

/** Trails through the wood, the den under its rocks, and glades where moonlight falls. */
function wolfWood() {
  const trails = [
    curve([[26, 63], [20, 60], [15, 63], [12, 58]]),
    curve([[26, 63], [24, 54], [19, 47], [20, 41], [14, 39]]),
    curve([[26, 64], [22, 70], [14, 72]]),
  ];
  for (const trail of trails) {
    map.line(trail, 0.8, (x, y) => detail(x + 13, y) > 0.3 && map.lay(x, y, "path"));
    map.line(trail, 1.5, (x, y) => map.keep(x, y));
  }
  for (const [x, y, radius] of [[12, 57, 4.2], [14, 39, 3.4], [14, 72, 3.2], [20, 47, 2.4]]) {
    map.disc(x, y, radius, (tx, ty, d) => {
      map.keep(tx, ty);
      map.lay(tx, ty, detail(tx + 5, ty + 9) > 0.62 ? "flower" : "grass2");
      if (d > 0.88 && chance() < 0.25) map.put(tx, ty, "rock");
    });
  }
  for (const [x, y] of [[9, 54], [10, 53], [11, 53], [12, 53], [8, 55], [8, 56], [13, 54]]) map.put(x, y, "rock");
}

/** The raiders' hollow: a ring of rocks, a trampled floor, stakes towards the road. */
function hollow() {
  map.disc(110, 102, 6.5, (x, y, d) => d < 0.8 && detail(x, y + 60) > 0.25 && map.lay(x, y, d < 0.5 ? "path" : "sand"));
  map.disc(110, 102, 8.5, (x, y, d) => {
    const gate = x < 108 && y < 102;
    if (d > 0.86 && !gate && chance() < 0.6) map.put(x, y, chance() < 0.7 ? "rock" : "fence");
  });
}

/** A landing on the lake's island, and reeds along its shore. */
function pier() {
  map.disc(28, 106, 14, (x, y, d) => {
    if (d > 0.7 && map.groundAt(x, y) === "sand" && chance() < 0.22) map.put(x, y, "reed");
  });
  map.put(30, 105, "rock");
}

function keepSpawnsOpen() {
  for (const { at: [left, top, width, height] } of SPAWNS) {
    const cx = left + width / 2;
    const cy = top + height / 2;
    map.disc(cx, cy, Math.min(width, height) * 0.34, (x, y) => map.keep(x, y));
  }
  for (const points of Object.values(PATHS)) {
    map.line([...points, points[0]], 1.2, (x, y) => map.keep(x, y));
    for (const [x, y] of points) map.put(Math.floor(x), Math.floor(y), null);
  }
}

/** How thick the wood is here: 0 for open meadow, 1 for deep forest. */
function wood(x, y) {
  const west = Math.max(0, 1 - Math.hypot((x - 14) / 27, (y - 56) / 36)) ** 0.7;
  const corner = Math.max(0, 1 - Math.hypot(x - 122, y - 74) / 22) + Math.max(0, 1 - Math.hypot(x - 82, y - 16) / 16);
  const rim = Math.max(0, 1 - Math.min(x, y, 127 - x, 127 - y) / 9);
  return Math.min(1, 0.2 + west * 1.05 + corner * 0.7 + rim * 0.8);
}

function wild() {
  map.each((x, y) => {
    if (!map.free(x, y) || !map.groundAt(x, y).match(/grass|flower|marsh/)) return;
    const depth = wood(x, y);
    const grove = groves(x, y) * 0.75 + detail(x + 70, y + 20) * 0.25;
    if (grove > 0.745 - depth * 0.5 && chance() < 0.6 + depth * 0.2) map.put(x, y, kind(x, y, depth));
    else if (chance() < 0.03) map.put(x, y, ["bush", "rock", "tree"][Math.floor(chance() * 3)]);
    else if (chance() < 0.035) map.lay(x, y, "flower");
  });
}

function kind(x, y, depth) {
  const pick = chance();
  if (depth > 0.5 || y < 34) return pick < 0.72 ? "pine" : pick < 0.9 ? "tree" : "bush";
  return pick < 0.66 ? "tree" : pick < 0.88 ? "bush" : "rock";
}

function border() {
  map.each((x, y) => {
    const rim = Math.min(x, y, SIZE - 1 - x, SIZE - 1 - y);
    const wet = map.groundAt(x, y) === "water";
    if (wet || rim > 2) return;
    if (rim < 1 || chance() < 0.8 - rim * 0.25) map.put(x, y, rim === 0 && chance() < 0.15 ? "rock" : "pine");
  });
}

/** What cannot be walked to is overgrown, so that nobody appears where he cannot leave. */
function closePockets() {
  const reached = map.reachable(Math.floor(START.x), Math.floor(START.y));
  map.each((x, y) => {
    if (!reached[y * SIZE + x] && !map.blocked(x, y)) map.put(x, y, map.groundAt(x, y) === "floor" ? "ruin" : "bush");
  });
}

function check() {
  for (const spawn of SPAWNS) {
    const [left, top, width, height] = spawn.at;
    let open = 0;
    map.rect(left, top, width, height, (x, y) => (open += map.blocked(x, y) ? 0 : 1));
    if (open < spawn.count * 6) throw new Error(`spawn ${spawn.id}: only ${open} open tiles for ${spawn.count}`);
  }
  for (const [name, points] of Object.entries(PATHS)) {
    for (const [x, y] of points) {
      if (map.blocked(Math.floor(x), Math.floor(y))) throw new Error(`path ${name}: waypoint ${x},${y} is blocked`);
    }
  }
  if (map.blocked(Math.floor(START.x), Math.floor(START.y))) throw new Error("the start is blocked");
}

function objects() {
  return {
    spawns: SPAWNS,
    paths: PATHS,
    waits: WAITS,
    start: START,
    safe: [{ id: "village", at: [52, 53, 25, 24] }],
    areas: AREAS,
    solids,
  };
}
