// Ways around what blocks, for walking to a click: A* on the tiles near by.
import type { Zone } from "./zone.ts";

export interface Point {
  x: number;
  y: number;
}

const REACH = 40;
const VISITS = 3000;
const STEPS: readonly (readonly [number, number, number])[] = [
  [1, 0, 1], [-1, 0, 1], [0, 1, 1], [0, -1, 1], [1, 1, 1.414], [1, -1, 1.414], [-1, 1, 1.414], [-1, -1, 1.414],
];

/** Tile centres from one point to another, ending as near to it as can be; empty where nothing is gained by walking. */
export function findPath(zone: Zone, from: Point, to: Point): Point[] {
  const start = { x: Math.floor(from.x), y: Math.floor(from.y) };
  const goal = { x: Math.floor(to.x), y: Math.floor(to.y) };
  const key = (x: number, y: number): number => y * zone.width + x;
  const cost = new Map<number, number>([[key(start.x, start.y), 0]]);
  const came = new Map<number, number>();
  const open: { x: number; y: number; rank: number }[] = [{ ...start, rank: 0 }];
  let best = { ...start, left: distance(start, goal) };
  for (let visits = 0; open.length > 0 && visits < VISITS; visits++) {
    const here = takeBest(open);
    const left = distance(here, goal);
    if (left < best.left) {
      best = { x: here.x, y: here.y, left };
    }
    if (here.x === goal.x && here.y === goal.y) {
      break;
    }
    for (const [dx, dy, length] of STEPS) {
      const x = here.x + dx;
      const y = here.y + dy;
      const cut = dx !== 0 && dy !== 0 && (zone.blocked(x, here.y) || zone.blocked(here.x, y));
      if (zone.blocked(x, y) || cut || Math.abs(x - start.x) > REACH || Math.abs(y - start.y) > REACH) {
        continue;
      }
      const total = (cost.get(key(here.x, here.y)) ?? 0) + length;
      if (total < (cost.get(key(x, y)) ?? Number.POSITIVE_INFINITY)) {
        cost.set(key(x, y), total);
        came.set(key(x, y), key(here.x, here.y));
        open.push({ x, y, rank: total + distance({ x, y }, goal) });
      }
    }
  }
  return trail(zone, came, key(best.x, best.y), best.x === goal.x && best.y === goal.y ? to : undefined);
}

function takeBest(open: { x: number; y: number; rank: number }[]): { x: number; y: number } {
  let at = 0;
  for (let i = 1; i < open.length; i++) {
    if ((open[i] as { rank: number }).rank < (open[at] as { rank: number }).rank) {
      at = i;
    }
  }
  return open.splice(at, 1)[0] as { x: number; y: number };
}

function trail(zone: Zone, came: Map<number, number>, end: number, exact: Point | undefined): Point[] {
  const points: Point[] = [];
  for (let at: number | undefined = end; at !== undefined && came.has(at); at = came.get(at)) {
    points.unshift({ x: (at % zone.width) + 0.5, y: Math.floor(at / zone.width) + 0.5 });
  }
  if (exact !== undefined && points.length > 0) {
    points[points.length - 1] = inside(exact);
  }
  return points;
}

/** A body never fits against an edge of its tile that may be a wall. */
function inside(point: Point): Point {
  const within = (value: number): number => Math.floor(value) + Math.min(0.65, Math.max(0.35, value - Math.floor(value)));
  return { x: within(point.x), y: within(point.y) };
}

function distance(a: Point, b: Point): number {
  const dx = Math.abs(a.x - b.x);
  const dy = Math.abs(a.y - b.y);
  return Math.max(dx, dy) + 0.414 * Math.min(dx, dy);
}
