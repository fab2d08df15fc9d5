import assert from "node:assert/strict";
import { Suspense, type ReactNode } from "react";
import { prerender } from "react-dom/static";

// Without the path: where the clients of the guide ask.
export const address = (process.env.DETENTE_URL ?? "http://127.0.0.1:8000/graphql").replace(/\/graphql$/, "");
// The newest release with a citizen of the United States among the freed stands first.
export const newest = "2025-12-13: Belarus pardons 123 people of various nationalities";

export type Asked = { method: string; url: URL; status: number };

/** Notes what the clients send, as they send it. */
export function recorded(): Asked[] {
  const asked: Asked[] = [];
  const fetch = globalThis.fetch;
  globalThis.fetch = async (target, options) => {
    const response = await fetch(target, options);
    const { method, url } = new Request(target, options);
    asked.push({ method, url: new URL(url), status: response.status });
    return response;
  };
  return asked;
}

/** What a component looks like once it has all that it asks for. */
export async function rendered(component: ReactNode): Promise<string> {
  const failures: unknown[] = [];
  const { prelude } = await prerender(<Suspense>{component}</Suspense>, { onError: (error) => void failures.push(error) });
  const html = await new Response(prelude).text();
  assert.deepEqual(failures, []);
  return html.replaceAll("<!-- -->", "");
}
