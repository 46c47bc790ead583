// Runs a table of named checks, one after the other, and says how many passed.
import { complaints } from './sdk.mjs';

/** Ends the process: with 0 where all passed. What the SDK complains about fails the check in which it does. */
export async function playAll(title, checks, play, after = async () => {}) {
  const heard = complaints();
  let passed = 0;
  for (const { name, run } of checks) {
    const before = heard.length;
    try {
      await run(play);
      if (heard.length > before) {
        throw new Error(`the SDK complained: ${heard.slice(before).join('; ')}`);
      }
      passed++;
    } catch (failure) {
      console.log(`FAIL ${name}: ${failure.stack}${failure.cause ? `\n  because ${failure.cause.stack}` : ''}`);
    }
  }
  await after();
  console.log(`${passed}/${checks.length} checks passed ${title}`);
  process.exit(passed === checks.length ? 0 : 1);
}
