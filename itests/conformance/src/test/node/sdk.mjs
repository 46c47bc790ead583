// The unmodified SDKs, by the generation they belong to.
import WebSocket from 'ws';

globalThis.WebSocket ??= WebSocket;

/** The SDK of one generation: 16, 17 or 18. */
export async function sdk(generation) {
  return import(`sdk${generation}`);
}

/** The endpoint as a client of that generation has to write it. */
export function endpointFor(endpoint, generation) {
  return generation === 18 ? endpoint : `${endpoint}?dialect=${generation}`;
}

/** Waits until a condition holds; never for a time. A condition may throw while it does not hold. */
export async function until(what, condition, limit = 30_000) {
  const end = Date.now() + limit;
  let last;
  for (;;) {
    try {
      last = undefined;
      if (await condition()) {
        return;
      }
    } catch (failure) {
      last = failure;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${limit} ms for: ${what}`, { cause: last });
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What the SDK writes to the console beyond its notes on connections that end on purpose is a complaint about us. */
export function complaints() {
  const heard = [];
  const onPurpose = /closed unexpectedly|no unreliable channel|onError =>|Room, onError|Room connection was closed/;
  const listen = (...words) => {
    const text = words.map(String).join(' ');
    if (!onPurpose.test(text)) {
      heard.push(text.slice(0, 300));
    }
  };
  console.warn = listen;
  console.error = listen;
  console.info = () => {};
  return heard;
}
