// Writes a drawn zone in the JSON map format of the Tiled editor, 1.11.
import { COLUMNS, SIZE, TILES } from "./tiles.mjs";

/** The text of the map file. */
export function tiled(map, { spawns, paths, waits, start, safe, areas, solids }) {
  const next = counter();
  const layers = [
    tileLayer(1, "ground", map, map.ground),
    tileLayer(2, "objects", map, map.objects),
    objectLayer(3, "spawns", "#d9534f", spawns.map((spawn) => spawnObject(next(), spawn))),
    objectLayer(4, "paths", "#f0ad4e", [
      ...Object.entries(paths).map(([name, points]) => pathObject(next(), name, points)),
      ...waits.map((wait) => waitObject(next(), wait)),
    ]),
    objectLayer(5, "places", "#5bc0de", [
      { ...object(next(), "start", "start", start.x, start.y, 0, 0), point: true },
      ...safe.map(({ id, at }) => object(next(), id, "safe", ...at)),
      ...areas.map(({ name, at }) => object(next(), name, "area", ...at)),
    ]),
    objectLayer(6, "collision", "#777777", solids.map(({ name, at }) => object(next(), name, "", ...at))),
  ];
  return format({
    compressionlevel: -1,
    height: map.size,
    infinite: false,
    layers,
    nextlayerid: layers.length + 1,
    nextobjectid: next(),
    orientation: "orthogonal",
    renderorder: "right-down",
    tiledversion: "1.11.0",
    tileheight: SIZE,
    tilesets: [tileset()],
    tilewidth: SIZE,
    type: "map",
    version: "1.10",
    width: map.size,
  });
}

function counter() {
  let last = 0;
  return () => ++last;
}

function tileset() {
  const rows = Math.ceil(TILES.length / COLUMNS);
  return {
    columns: COLUMNS,
    firstgid: 1,
    image: "meadow.png",
    imageheight: rows * SIZE,
    imagewidth: COLUMNS * SIZE,
    margin: 0,
    name: "meadow",
    spacing: 0,
    tilecount: TILES.length,
    tileheight: SIZE,
    tiles: TILES.map(({ name, blocked }, id) => ({ id, ...(blocked ? { objectgroup: whole() } : {}), type: name })),
    tilewidth: SIZE,
  };
}

/** What the Tile Collision Editor shows of a tile that blocks. */
function whole() {
  return {
    draworder: "index", id: 2, name: "", opacity: 1, type: "objectgroup", visible: true, x: 0, y: 0,
    objects: [object(1, "", "", 0, 0, 1, 1)],
  };
}

function tileLayer(id, name, map, data) {
  return {
    data: [...data],
    height: map.size,
    id,
    name,
    opacity: 1,
    type: "tilelayer",
    visible: true,
    width: map.size,
    x: 0,
    y: 0,
  };
}

function objectLayer(id, name, color, objects) {
  return { color, draworder: "topdown", id, name, objects, opacity: 1, type: "objectgroup", visible: true, x: 0, y: 0 };
}

function object(id, name, type, x, y, width, height) {
  const px = (tiles) => Math.round(tiles * SIZE);
  return { height: px(height), id, name, rotation: 0, type, visible: true, width: px(width), x: px(x), y: px(y) };
}

function spawnObject(id, spawn) {
  const properties = [
    { name: "count", type: "int", value: spawn.count },
    { name: "monster", type: "string", value: spawn.monster },
    ...(spawn.path ? [{ name: "path", type: "string", value: spawn.path }] : []),
  ];
  return { ...object(id, spawn.id, "spawn", ...spawn.at), properties };
}

function pathObject(id, name, points) {
  const [x0, y0] = points[0];
  const polyline = points.map(([x, y]) => ({ x: (x - x0) * SIZE, y: (y - y0) * SIZE }));
  return { ...object(id, name, "path", x0, y0, 0, 0), polyline };
}

/** A point on a waypoint: how long whoever gets there rests. */
function waitObject(id, { at: [x, y], millis }) {
  return { ...object(id, "", "wait", x, y, 0, 0), point: true, properties: [{ name: "millis", type: "int", value: millis }] };
}

/** Indented as the editor does it: one line a row of tiles, one a tile or object. */
function format(map) {
  const text = JSON.stringify(
    map,
    (key, value) => (key === "data" ? `@${value.map((gid, i) => (i && i % map.width === 0 ? `\n${gid}` : gid)).join(",")}@` : value),
    1,
  );
  return `${text.replace(/"@(.*?)@"/gs, (_, rows) => `[\n${rows.replaceAll("\\n", "\n")}]`)}\n`;
}
