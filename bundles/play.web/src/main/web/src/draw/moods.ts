// What the light is like in a region: green under pines, pale among graves, murky in the marsh.
import type { Zone } from "../game/zone.ts";

/** Red, green and blue as shares of the day's light. */
export type Mood = readonly [number, number, number];

const CELL = 8;
const OBJECTS: Record<string, Mood> = {
  pine: [-0.05, -0.022, -0.042], tree: [-0.016, -0.006, -0.018], grave: [-0.05, -0.06, -0.014], ruin: [-0.018, -0.02, -0.006], tent: [0, -0.03, -0.06],
  reed: [-0.012, -0.004, -0.02],
};
const GROUNDS: Record<string, Mood> = { marsh: [-0.007, -0.002, -0.011] };
const LOWEST: Mood = [0.68, 0.7, 0.66];

export class Moods {
  private readonly wide: number;
  private readonly high: number;
  private readonly cells: Float32Array;

  constructor(zone: Zone) {
    this.wide = Math.ceil(zone.width / CELL) + 1;
    this.high = Math.ceil(zone.height / CELL) + 1;
    this.cells = new Float32Array(this.wide * this.high * 3);
    for (let y = 0; y < zone.height; y++) {
      for (let x = 0; x < zone.width; x++) {
        this.add(x, y, OBJECTS[zone.objectAt(x, y)]);
        this.add(x, y, GROUNDS[zone.groundAt(x, y)]);
      }
    }
  }

  /** The mood at a point, flowing from region to region. */
  at(x: number, y: number): Mood {
    const cx = x / CELL - 0.5;
    const cy = y / CELL - 0.5;
    const ix = Math.floor(cx);
    const iy = Math.floor(cy);
    const fx = cx - ix;
    const fy = cy - iy;
    return [0, 1, 2].map((c) => {
      const upper = this.cell(ix, iy, c) * (1 - fx) + this.cell(ix + 1, iy, c) * fx;
      const lower = this.cell(ix, iy + 1, c) * (1 - fx) + this.cell(ix + 1, iy + 1, c) * fx;
      return Math.max(LOWEST[c] as number, 1 + upper * (1 - fy) + lower * fy);
    }) as unknown as Mood;
  }

  private add(x: number, y: number, mood: Mood | undefined): void {
    if (mood !== undefined) {
      const at = (Math.floor(y / CELL) * this.wide + Math.floor(x / CELL)) * 3;
      mood.forEach((each, c) => (this.cells[at + c] = (this.cells[at + c] as number) + each));
    }
  }

  private cell(x: number, y: number, c: number): number {
    const cx = Math.min(this.wide - 1, Math.max(0, x));
    const cy = Math.min(this.high - 1, Math.max(0, y));
    return this.cells[(cy * this.wide + cx) * 3 + c] as number;
  }
}
