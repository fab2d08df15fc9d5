/** What is known of the last answers beside their data: status, cost, what is left. */
import { isObject, type Json } from "./json";
import type { Question } from "./links";

export interface Outcome {
  /** 0 where there was no answer. */
  status: number;
  milliseconds: number;
  at: Date;
  revision?: number;
  charged?: number;
  remaining?: number;
  limit?: number;
  /** After how many seconds to ask again. */
  retryAfter?: number;
  errors: Complaint[];
}

export interface Complaint {
  message: string;
  code?: string;
  hint?: string;
  line?: number;
  column?: number;
}

const KEPT = 50;

/** What was asked, and what came of it. */
export interface Asked {
  question: Question;
  outcome: Outcome;
}

/** Outcomes by the text of the answer that they belong to: tabs keep that text. */
export class Outcomes {
  private readonly known = new Map<string, Asked>();

  remember(text: string, asked: Asked): void {
    this.known.delete(text);
    this.known.set(text, asked);
    const [oldest] = this.known.keys();
    if (this.known.size > KEPT && oldest !== undefined) this.known.delete(oldest);
  }

  of(text: string): Asked | undefined {
    return this.known.get(text);
  }
}

/** What headers and body say of an answer. */
export function outcomeOf(
  status: number, headers: Headers, body: Json | undefined, milliseconds: number, at: Date,
): Outcome {
  const extensions = isObject(body) && isObject(body.extensions) ? body.extensions : {};
  const cost = isObject(extensions.cost) ? extensions.cost : {};
  return {
    status, milliseconds, at,
    ...optional("revision", asNumber(extensions.revision) ?? asNumber(headers.get("detente-revision"))),
    ...optional("charged", asNumber(cost.charged)),
    ...optional("remaining", asNumber(cost.remaining) ?? parameter(headers.get("ratelimit"), "r")),
    ...optional("limit", parameter(headers.get("ratelimit-policy"), "q")),
    ...optional("retryAfter", asNumber(headers.get("retry-after"))),
    errors: complaintsIn(body),
  };
}

function complaintsIn(body: Json | undefined): Complaint[] {
  if (!isObject(body)) return [];
  if (Array.isArray(body.errors)) return body.errors.map(complaint);
  // What stands before GraphQL answers with problem details.
  return typeof body.detail === "string" ? [complaint({ message: body.detail, extensions: body })] : [];
}

function complaint(error: Json): Complaint {
  if (!isObject(error)) return { message: String(error) };
  const extensions = isObject(error.extensions) ? error.extensions : {};
  const [place] = Array.isArray(error.locations) ? error.locations : [];
  return {
    message: String(error.message ?? "Something went wrong."),
    ...(typeof extensions.code === "string" ? { code: extensions.code } : {}),
    ...(typeof extensions.hint === "string" ? { hint: extensions.hint } : {}),
    ...(isObject(place) ? { ...optional("line", asNumber(place.line)), ...optional("column", asNumber(place.column)) } : {}),
  };
}

/** A parameter of a structured header: '"cost";r=998088;t=1' has r 998088. */
function parameter(header: string | null, name: string): number | undefined {
  const found = new RegExp(`;\\s*${name}=(\\d+)`).exec(header ?? "");
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

function asNumber(value: Json | undefined): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\d+$/.test(value) ? Number(value) : undefined;
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [key in Name]: Value });
}
