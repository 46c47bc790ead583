// Arrow keys among what is carried and worn.

const GRID = "#bag-items .slot, #slots .slot";

/** Moves the focus among what is carried and worn. */
export function step(panel: HTMLElement, at: HTMLElement | null, code: string): boolean {
  const way: Partial<Record<string, readonly [number, number]>> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const to = way[code];
  if (to === undefined || at?.closest(GRID) == null) {
    return false;
  }
  const from = at.getBoundingClientRect();
  const others = [...panel.querySelectorAll<HTMLElement>("button.slot")].filter((each) => each !== at);
  const away = (each: HTMLElement): number => {
    const box = each.getBoundingClientRect();
    const dx = box.left - from.left;
    const dy = box.top - from.top;
    const ahead = dx * to[0] + dy * to[1];
    return ahead < 8 ? Number.POSITIVE_INFINITY : ahead + 3 * Math.abs(dx * to[1] + dy * to[0]);
  };
  const next = others.sort((a, b) => away(a) - away(b))[0];
  if (next !== undefined && away(next) < Number.POSITIVE_INFINITY) {
    next.focus();
  }
  return true;
}
