/** Links that hold a question: the standard parameters of GraphQL over GET. */
import { parse, print, stripIgnoredCharacters } from "graphql";

export interface Question {
  query: string;
  variables?: string;
  operationName?: string;
}

// Mail programs and chats cut longer ones; the server takes 32 KiB.
const LONGEST = 8_000;
// A longer question on a single line was shortened, and is hard to read.
const ONE_LINE = 100;

/** The address that opens the explorer with a question. */
export function linkTo(base: string, question: Question): string {
  const link = addressOf(base, question);
  return link.length > LONGEST ? shortLinkTo(base, question) : link;
}

/** The same without what GraphQL ignores: blanks, line breaks, comments. */
export function shortLinkTo(base: string, question: Question): string {
  return addressOf(base, { ...question, query: shortened(question.query) });
}

/** The question that a link holds, if any. */
export function questionIn(search: string): Question | undefined {
  const parameters = new URLSearchParams(search);
  const query = parameters.get("query");
  if (!query?.trim()) return undefined;
  const variables = parameters.get("variables");
  const operationName = parameters.get("operationName");
  return {
    query: query.length > ONE_LINE && !query.includes("\n") ? readable(query) : query,
    ...(variables?.trim() ? { variables: indented(variables) } : {}),
    ...(operationName ? { operationName } : {}),
  };
}

function addressOf(base: string, { query, variables, operationName }: Question): string {
  const parameters = new URLSearchParams({ query });
  if (variables?.trim() && variables.trim() !== "{}") parameters.set("variables", variables);
  if (operationName) parameters.set("operationName", operationName);
  return `${base}?${parameters}`;
}

function shortened(query: string): string {
  try {
    return stripIgnoredCharacters(query);
  } catch {
    return query;
  }
}

function readable(query: string): string {
  try {
    return print(parse(query));
  } catch {
    return query;
  }
}

function indented(variables: string): string {
  try {
    return JSON.stringify(JSON.parse(variables), null, 2);
  } catch {
    return variables;
  }
}
