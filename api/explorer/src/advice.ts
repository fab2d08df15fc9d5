/** What went wrong, in words for whoever asked, and what to do. */
import type { Outcome } from "./outcomes";

export interface Advice {
  title: string;
  text?: string;
  /** When to ask again: counted down while somebody waits. */
  seconds?: number;
}

/** The advice for an outcome; undefined where all went well. */
export function adviceFor(outcome: Outcome): Advice | undefined {
  const { status, errors, retryAfter } = outcome;
  const seconds = retryAfter === undefined ? {} : { seconds: retryAfter };
  const [first] = errors;
  switch (status) {
    case 0:
      return { title: "No answer came.", text: "The server cannot be reached. Is it running, and are you online?" };
    case 401:
    case 403:
      return { title: first?.message ?? "The API key was refused.", text: "Look at Authorization under Headers, below the question." };
    case 408:
    case 504:
      return { title: "It takes too long.", text: "Ask for smaller pages (first), or for fewer lists within lists." };
    case 413:
      return { title: "The question is too long.", text: "Ask for less at once, or put values into variables." };
    case 429:
      return { title: "You have spent what may be spent in a minute.", text: "It comes back by itself. Smaller pages (first) cost less.", ...seconds };
    case 500:
    case 502:
      return { title: "This is our fault, not yours.", ...(first ? { text: first.message } : {}) };
    case 503:
      return { title: "The server cannot answer just now.", text: "Nothing is lost: the question is still here.", ...seconds };
  }
  if (!first) return undefined;
  if (errors.length > 1) return { title: `The question has ${errors.length} mistakes.` };
  return { title: first.message, ...(first.hint ? { text: sentence(first.hint) } : {}) };
}

function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
