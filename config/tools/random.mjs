// Seeded randomness, so that the drawn zone is the same on every machine.

/** Numbers in [0,1) from a 32 bit seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Smooth noise in [0,1] over the plane; `scale` is the size of a lump in tiles. */
export function noise(seed, scale) {
  const at = (x, y) => random(seed ^ Math.imul(x, 374761393) ^ Math.imul(y, 668265263))();
  const ease = (t) => t * t * (3 - 2 * t);
  return (x, y) => {
    const gx = Math.floor(x / scale);
    const gy = Math.floor(y / scale);
    const fx = ease(x / scale - gx);
    const fy = ease(y / scale - gy);
    const top = at(gx, gy) * (1 - fx) + at(gx + 1, gy) * fx;
    const bottom = at(gx, gy + 1) * (1 - fx) + at(gx + 1, gy + 1) * fx;
    return top * (1 - fy) + bottom * fy;
  };
}
