// Numbers, times and levels as people read them.

export const LEVELS = {
  OK: "all is well",
  WARN: "look soon",
  TEMPORARILY_UNAVAILABLE: "no new players just now",
  CRITICAL: "act now",
  HEALTH_CHECK_ERROR: "a check failed",
};

const WORST = Object.keys(LEVELS);

/** The worst level of the checks. */
export function worst(checks) {
  return checks.reduce((level, check) => (WORST.indexOf(check.status) > WORST.indexOf(level) ? check.status : level), "OK");
}

export function level(name) {
  return name === "TEMPORARILY_UNAVAILABLE" ? "UNAVAILABLE" : name.replaceAll("_", " ");
}

export function whole(number) {
  return Math.round(number).toLocaleString("en");
}

export function several(number, what) {
  return `${whole(number)} ${what}${number === 1 ? "" : "s"}`;
}

export function decimal(number, places = 1) {
  return Number.isFinite(number) ? number.toLocaleString("en", { minimumFractionDigits: places, maximumFractionDigits: places }) : "–";
}

/** Milliseconds with as many places as matter. */
export function millis(number) {
  if (!Number.isFinite(number)) return "–";
  if (number >= 10_000) return `${decimal(number / 1000)} s`;
  return `${decimal(number, number < 10 ? 2 : 0)} ms`;
}

export function bytes(number) {
  for (const [unit, size] of [["GB", 2 ** 30], ["MB", 2 ** 20], ["KB", 2 ** 10]]) {
    if (number >= size) return `${decimal(number / size, number / size < 10 ? 1 : 0)} ${unit}`;
  }
  return `${whole(number)} B`;
}

/** How long something has lasted. */
export function lasting(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  if (days > 0) return `${days} d ${hours} h`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  if (minutes > 0) return `${minutes} min ${seconds % 60} s`;
  return `${seconds} s`;
}

export function ago(milliseconds) {
  return milliseconds < 5_000 ? "just now" : `${lasting(milliseconds).replace(/ \d+ (s|min|h)$/, "")} ago`;
}

export function clock(at) {
  return new Date(at).toLocaleTimeString("en-GB", { hour12: false });
}

/** A name without what all names begin with. */
export function short(name) {
  return name.replace(/^org\.hotrealm\./, "");
}

/** The part of a hundred below which so many ticks lie, from counts by upper bound; bounds in milliseconds. */
export function quantile(share, counts) {
  const all = counts.all ?? 0;
  if (all <= 0) return NaN;
  let [lower, below] = [0, 0];
  const bounds = Object.entries(counts).filter(([bound]) => bound !== "all").map(([bound, count]) => [Number(bound), count]).sort((a, b) => a[0] - b[0]);
  for (const [upper, upTo] of bounds) {
    if (upTo >= share * all) return lower + ((upper - lower) * (share * all - below)) / Math.max(1e-9, upTo - below);
    [lower, below] = [upper, upTo];
  }
  return lower;
}
