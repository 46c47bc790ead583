// By this token the server knows the heroes of a device again.

const KEY = "hotrealm.device";
const BYTES = 24;
const WELL_FORMED = /^[A-Za-z0-9_-]{22,64}$/;

/** The device's token, made when it is first asked for; undefined where the browser keeps nothing. */
export function deviceToken(): string | undefined {
  try {
    const known = localStorage.getItem(KEY);
    if (known !== null && WELL_FORMED.test(known)) {
      return known;
    }
    const made = random();
    localStorage.setItem(KEY, made);
    return localStorage.getItem(KEY) === made ? made : undefined;
  } catch {
    return undefined;
  }
}

function random(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
