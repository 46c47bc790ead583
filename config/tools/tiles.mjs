// The tileset: names, what blocks, and a small picture of each for the map editor.
import { random } from "./random.mjs";

export const SIZE = 32;
export const COLUMNS = 8;

/** In the order of their ids. Clients draw tiles by name, so names are the contract and pictures are not. */
export const TILES = [
  { name: "grass", blocked: false, base: [104, 159, 76] },
  { name: "grass2", blocked: false, base: [92, 147, 70] },
  { name: "flower", blocked: false, base: [104, 159, 76], draw: dots([[236, 196, 84], [226, 120, 148]]) },
  { name: "path", blocked: false, base: [194, 164, 114] },
  { name: "sand", blocked: false, base: [222, 203, 150] },
  { name: "water", blocked: true, base: [74, 134, 184], draw: waves },
  { name: "bridge", blocked: false, base: [150, 108, 66], draw: planks },
  { name: "marsh", blocked: false, base: [98, 122, 74] },
  { name: "floor", blocked: false, base: [168, 160, 148], draw: slabs },
  { name: "tree", blocked: true, draw: crown([58, 118, 54]) },
  { name: "pine", blocked: true, draw: cone([40, 92, 66]) },
  { name: "bush", blocked: true, draw: disc(16, 19, 10, [70, 130, 58]) },
  { name: "rock", blocked: true, draw: disc(16, 18, 11, [134, 132, 130]) },
  { name: "wall", blocked: true, base: [150, 140, 126], draw: bricks },
  { name: "ruin", blocked: true, draw: broken },
  { name: "grave", blocked: true, draw: stone },
  { name: "reed", blocked: false, draw: blades },
  { name: "fence", blocked: true, draw: rails },
  { name: "tent", blocked: true, draw: cone([178, 112, 70]) },
  { name: "campfire", blocked: true, draw: fire },
  { name: "shrine", blocked: true, draw: shrine },
  { name: "roof", blocked: true, base: [172, 78, 62], draw: bricks },
  { name: "door", blocked: true, base: [150, 140, 126], draw: door },
  { name: "well", blocked: true, draw: disc(16, 16, 12, [110, 116, 124]) },
];

/** Tile id by name. */
export const ID = Object.fromEntries(TILES.map((tile, id) => [tile.name, id]));

/** The pixels of the whole set, 4 bytes each. */
export function picture() {
  const width = COLUMNS * SIZE;
  const height = Math.ceil(TILES.length / COLUMNS) * SIZE;
  const pixels = new Uint8Array(width * height * 4);
  TILES.forEach((tile, id) => {
    const left = (id % COLUMNS) * SIZE;
    const top = Math.floor(id / COLUMNS) * SIZE;
    const put = (x, y, [r, g, b]) => {
      const inside = x >= 0 && y >= 0 && x < SIZE && y < SIZE;
      if (inside) pixels.set([r, g, b, 255], ((top + Math.floor(y)) * width + left + Math.floor(x)) * 4);
    };
    const chance = random(id + 1);
    if (tile.base) each((x, y) => put(x, y, shade(tile.base, (chance() - 0.5) * 14)));
    tile.draw?.(put, chance);
  });
  return { width, height, pixels };
}

function each(visit) {
  for (let y = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++) visit(x, y);
}

function shade(colour, by) {
  return colour.map((c) => Math.max(0, Math.min(255, Math.round(c + by))));
}

function dots(colours) {
  return (put, chance) => {
    for (let i = 0; i < 9; i++) {
      const x = 3 + Math.floor(chance() * 26);
      const y = 3 + Math.floor(chance() * 26);
      for (const [dx, dy] of [[0, 0], [1, 0], [0, 1], [1, 1]]) put(x + dx, y + dy, colours[i % colours.length]);
    }
  };
}

function waves(put) {
  each((x, y) => {
    if ((y + Math.round(2 * Math.sin(x / 5))) % 11 === 0) put(x, y, [120, 172, 210]);
  });
}

function planks(put) {
  each((x, y) => {
    if (x % 8 === 0) put(x, y, [110, 76, 44]);
    if (y < 2 || y > 29) put(x, y, [90, 62, 36]);
  });
}

function slabs(put) {
  each((x, y) => {
    if (y % 16 === 0 || (x + (y < 16 ? 0 : 8)) % 16 === 0) put(x, y, [140, 132, 120]);
  });
}

function bricks(put) {
  each((x, y) => {
    if (y % 8 === 0 || (x + (Math.floor(y / 8) % 2) * 8) % 16 === 0) put(x, y, [96, 62, 54]);
  });
}

function disc(cx, cy, radius, colour) {
  return (put) => {
    each((x, y) => {
      const d = Math.hypot(x - cx, y - cy);
      if (d < radius) put(x, y, shade(colour, (cx - x + cy - y) * 1.6 + (d > radius - 1.5 ? -30 : 0)));
    });
  };
}

function crown(colour) {
  return (put) => {
    trunk(put);
    for (const [x, y, r] of [[11, 15, 8], [21, 15, 8], [16, 10, 9]]) disc(x, y, r, colour)(put);
  };
}

function trunk(put) {
  each((x, y) => {
    if (x > 13 && x < 19 && y > 18) put(x, y, [104, 74, 48]);
  });
}

function cone(colour) {
  return (put) => {
    each((x, y) => {
      const half = (y - 2) * 0.5;
      if (y > 1 && y < 29 && Math.abs(x - 16) < half) put(x, y, shade(colour, (16 - x) * 2 - (y % 8 === 0 ? 18 : 0)));
    });
  };
}

function broken(put, chance) {
  each((x, y) => {
    if (y > 8 + 8 * Math.abs(Math.sin(x / 6))) put(x, y, shade([158, 152, 142], (chance() - 0.5) * 30));
  });
}

function stone(put) {
  each((x, y) => {
    const round = y < 14 && Math.hypot(x - 16, y - 14) < 7;
    if (round || (y >= 14 && y < 28 && Math.abs(x - 16) < 7)) put(x, y, shade([150, 154, 160], (16 - x) * 3));
  });
}

function blades(put) {
  for (const x of [6, 11, 16, 22, 27]) {
    for (let y = 8 + (x % 5); y < 30; y++) {
      put(x, y, [142, 150, 70]);
      if (y < 14) put(x + 1, y, [120, 86, 50]);
    }
  }
}

function rails(put) {
  each((x, y) => {
    if ((y > 11 && y < 15) || (y > 19 && y < 23) || (x % 12 < 4 && y > 6 && y < 28)) put(x, y, [138, 100, 62]);
  });
}

function fire(put) {
  disc(16, 22, 10, [104, 96, 90])(put);
  disc(16, 20, 7, [226, 110, 40])(put);
  disc(16, 19, 4, [248, 206, 84])(put);
}

function shrine(put) {
  disc(16, 17, 15, [176, 178, 190])(put);
  disc(16, 16, 8, [112, 200, 224])(put);
  disc(16, 15, 4, [232, 250, 255])(put);
}

function door(put) {
  each((x, y) => {
    if (Math.abs(x - 16) < 8 && y > 6) put(x, y, [98, 66, 40]);
  });
  disc(20, 19, 2, [220, 190, 90])(put);
}
