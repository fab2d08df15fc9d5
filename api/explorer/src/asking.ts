/** Asks the server, and remembers what it said beside the data. */
import { formatResult, type Fetcher } from "@graphiql/toolkit";
import { isObject, readJson, type Json, type JsonObject } from "./json";
import type { Question } from "./links";
import { type Outcome, type Outcomes, outcomeOf } from "./outcomes";

const TYPES = "application/graphql-response+json, application/json;q=0.9";

export interface Request {
  query: string;
  variables?: unknown;
  operationName?: string | null | undefined;
}

export interface Answer {
  /** The body, without what is shown elsewhere. */
  body: JsonObject;
  outcome: Outcome;
}

type Told = Record<string, string>;

/** Ask one question by POST; never throws. */
export async function ask(url: string, request: Request, headers: Told = {}): Promise<Answer> {
  const body = JSON.stringify({ ...request, extensions: { cost: true } });
  return send(url, { method: "POST", body, headers: { "Content-Type": "application/json", ...headers } });
}

/** Ask for the schema by GET: the browser keeps it, and asks only whether it changed. */
async function askSchema(url: string, request: Request, headers: Told): Promise<Answer> {
  const parameters = new URLSearchParams({ query: request.query });
  return send(`${url}?${parameters}`, { headers: { "GraphQL-Require-Preflight": "1", ...headers } });
}

/** What GraphiQL calls. */
export function makeFetcher(url: string, outcomes: Outcomes): Fetcher {
  return async (request, options) => {
    const headers = stringsOf(options?.headers);
    if (request.operationName === "IntrospectionQuery") {
      return (await askSchema(url, request, headers)).body as never;
    }
    const { body, outcome } = await ask(url, request, headers);
    outcomes.remember(formatResult(body), { question: questionOf(request), outcome });
    return body as never;
  };
}

function questionOf({ query, variables, operationName }: Request): Question {
  return {
    query,
    ...(variables ? { variables: JSON.stringify(variables) } : {}),
    ...(operationName ? { operationName } : {}),
  };
}

async function send(url: string, init: RequestInit & { headers: Told }): Promise<Answer> {
  const at = new Date();
  const started = performance.now();
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { ...init, headers: { Accept: TYPES, ...init.headers } });
    text = await response.text();
  } catch (error) {
    const body = { errors: [{ message: String(error instanceof Error ? error.message : error) }] };
    return { body, outcome: outcomeOf(0, new Headers(), body, elapsed(started), at) };
  }
  const found = readJson(text);
  const body = isObject(found) ? found : unreadable(response.status);
  const outcome = outcomeOf(response.status, response.headers, body, elapsed(started), at);
  return { body: withoutCost(body), outcome };
}

function elapsed(started: number): number {
  return Math.round(performance.now() - started);
}

/** What something between here and the server wrote, which is no GraphQL. */
function unreadable(status: number): JsonObject {
  return { errors: [{ message: `Something answered with status ${status}, and not with JSON.` }] };
}

/** The cost is shown below the answer. */
function withoutCost(body: JsonObject): JsonObject {
  if (!isObject(body.extensions)) return body;
  const { cost: _, ...extensions } = body.extensions;
  return { ...body, extensions };
}

function stringsOf(headers: Json | undefined | Record<string, unknown>): Told {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));
}
