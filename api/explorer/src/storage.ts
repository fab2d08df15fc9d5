/** What GraphiQL keeps in this browser, without the headers of questions: keys stand in them. */
import type { Storage } from "@graphiql/toolkit";

/** This browser's storage; where it lets pages keep nothing, one that ends with the page. */
export function localOnly(): Storage {
  try {
    return withoutHeaders(localStorage);
  } catch {
    return inMemory();
  }
}

function inMemory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

/** A storage that forgets headers, however deep the history or the tabs hold them. */
function withoutHeaders(storage: globalThis.Storage): Storage {
  return {
    get length() {
      return storage.length;
    },
    getItem: (key) => storage.getItem(key),
    setItem: (key, value) => storage.setItem(key, withoutHeadersIn(key, value)),
    removeItem: (key) => storage.removeItem(key),
    clear: () => storage.clear(),
  };
}

export function withoutHeadersIn(key: string, value: string): string {
  if (key.endsWith(":headers")) return "";
  if (!value.includes('"headers"')) return value;
  try {
    return JSON.stringify(JSON.parse(value, (name, inner: unknown) => (name === "headers" ? null : inner)));
  } catch {
    // A question that only speaks of headers.
    return value;
  }
}
