// Bridges: planks across the way one walks, rails along it.
import type { Zone } from "../game/zone.ts";
import { type Ctx, INK, chance } from "./pen.ts";

export function planks(ctx: Ctx, zone: Zone, x: number, y: number): void {
  const along = eastWest(zone, x, y);
  ctx.save();
  ctx.translate(x + 0.5, y + 0.5);
  if (!along) {
    ctx.rotate(Math.PI / 2);
  }
  ctx.fillStyle = "#5f4228";
  ctx.fillRect(-0.5, -0.5, 1, 1);
  for (let i = 0; i < 4; i++) {
    const tone = chance(x * 4 + i, y, along ? 8 : 9);
    ctx.fillStyle = tone < 0.33 ? "#a67845" : tone < 0.66 ? "#b58650" : "#9a6d3f";
    ctx.fillRect(-0.49 + i * 0.25, -0.52, 0.225, 1.04);
    ctx.fillStyle = "rgba(255, 226, 170, .2)";
    ctx.fillRect(-0.49 + i * 0.25, -0.52, 0.05, 1.04);
  }
  const side = (step: number): boolean => zone.groundAt(along ? x : x - step, along ? y + step : y) !== "bridge";
  for (const edge of [-1, 1]) {
    if (side(edge)) {
      rail(ctx, edge);
    }
  }
  ctx.restore();
}

function rail(ctx: Ctx, edge: number): void {
  const y = edge * 0.47;
  ctx.fillStyle = INK;
  ctx.fillRect(-0.52, y - 0.085, 1.04, 0.17);
  ctx.fillStyle = "#84592f";
  ctx.fillRect(-0.52, y - 0.05, 1.04, 0.1);
  ctx.fillStyle = INK;
  ctx.fillRect(-0.1, y - 0.13, 0.2, 0.26);
  ctx.fillStyle = "#9c6d3c";
  ctx.fillRect(-0.06, y - 0.095, 0.12, 0.19);
}

const WAYS = [[1, 0], [-1, 0], [0, 1], [0, -1]] as const;
const known = new WeakMap<Zone, Map<number, boolean>>();

/** Whether one crosses this bridge from west to east: more of its ends on land lie there. One answer for a whole bridge. */
function eastWest(zone: Zone, x: number, y: number): boolean {
  const answers = known.get(zone) ?? new Map<number, boolean>();
  known.set(zone, answers);
  const key = (tx: number, ty: number): number => ty * zone.width + tx;
  if (!answers.has(key(x, y))) {
    const bridge = [[x, y]] as [number, number][];
    const seen = new Set([key(x, y)]);
    let ends = 0;
    for (const [tx, ty] of bridge) {
      for (const [dx, dy] of WAYS) {
        const name = zone.groundAt(tx + dx, ty + dy);
        if (name !== "bridge") {
          ends += name === "path" ? (dx === 0 ? -1 : 1) : 0;
        } else if (!seen.has(key(tx + dx, ty + dy))) {
          seen.add(key(tx + dx, ty + dy));
          bridge.push([tx + dx, ty + dy]);
        }
      }
    }
    seen.forEach((each) => answers.set(each, ends >= 0));
  }
  return answers.get(key(x, y)) as boolean;
}
