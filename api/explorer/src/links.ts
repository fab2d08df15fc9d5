/** Links that hold a question: the standard parameters of GraphQL over GET. */
import { stripIgnoredCharacters } from "graphql";

export interface Question {
  query: string;
  variables?: string;
  operationName?: string;
}

// Mail programs and chats cut longer ones; the server takes 32 KiB.
const LONGEST = 8_000;

/** The address that opens the explorer with a question. */
export function linkTo(base: string, question: Question): string {
  const link = addressOf(base, question);
  return link.length > LONGEST ? addressOf(base, { ...question, query: shortened(question.query) }) : link;
}

/** The question that a link holds, if any. */
export function questionIn(search: string): Question | undefined {
  const parameters = new URLSearchParams(search);
  const query = parameters.get("query");
  if (!query?.trim()) return undefined;
  const variables = parameters.get("variables");
  const operationName = parameters.get("operationName");
  return {
    query,
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

function indented(variables: string): string {
  try {
    return JSON.stringify(JSON.parse(variables), null, 2);
  } catch {
    return variables;
  }
}
