/** Tables within an answer: each connection and each list of objects, its rows made flat. */
import { isObject, type Json, type JsonObject } from "./json";

export type Cell = null | boolean | number | string;
/** Values by the path of keys that leads to them: ["total", "value"]. */
type Row = Map<string, Cell>;

export interface Table {
  /** Where it is: ["country", "nationalsReleased"]. */
  path: string[];
  columns: string[];
  rows: Cell[][];
  /** The rows as they came. */
  nodes: JsonObject[];
  /** How many there are, where the answer says so of one page. */
  total?: number;
}

interface Found {
  path: string[];
  nodes: JsonObject[];
  rows: Row[];
  totals: number[];
}

// What holds rows rather than being one of their values.
const WRAPPERS = new Set(["nodes", "edges", "node"]);
// What tells of a page, not of its rows.
const OF_PAGES = new Set(["pageInfo", "cursor"]);
const SEPARATOR = "\u0000";

/** All tables of an answer's data, in the order in which they come: parents before what is within them. */
export function tablesIn(data: Json | undefined): Table[] {
  const found = new Map<string, Found>();
  if (data !== undefined) search(data, [], new Map(), found);
  return [...found.values()].map(table);
}

/** What a column is called: "inExchangeFor␀issuedOn" → "In exchange for: issued on". */
export function columnName(key: string): string {
  const words = key.split(SEPARATOR).map(inWords).join(": ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a table is called: ["country", "nationalsReleased"] → "Country: nationals released". */
export function tableName(path: string[]): string {
  return columnName(path.join(SEPARATOR));
}

function search(value: Json, path: string[], context: Row, found: Map<string, Found>): void {
  const list = rowsOf(value);
  if (list) {
    for (const node of list.nodes) collect(node, path, context, found, list.nodes.length, list.total);
  } else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (!OF_PAGES.has(key)) search(inner, [...path, key], context, found);
    }
  }
}

function collect(
  node: JsonObject, path: string[], context: Row, found: Map<string, Found>, count: number, total?: number,
): void {
  const name = path.join(SEPARATOR);
  const here = found.get(name) ?? { path, nodes: [], rows: [], totals: [] };
  found.set(name, here);
  if (total !== undefined && total > count) here.totals.push(total);
  here.nodes.push(node);
  const own: Row = new Map();
  flatten(node, [], own);
  here.rows.push(new Map([...context, ...own]));
  const below = new Map([...context, ...scalarsOf(node, path)]);
  for (const [key, inner] of Object.entries(node)) {
    if (typeof inner === "object") search(inner, [...path, key], below, found);
  }
}

/** The rows of a connection, or of a list of objects; undefined for anything else. */
function rowsOf(value: Json): { nodes: JsonObject[]; total?: number } | undefined {
  if (Array.isArray(value)) {
    const nodes = value.filter(isObject);
    return nodes.length > 0 ? { nodes } : undefined;
  }
  if (!isObject(value)) return undefined;
  const list = Array.isArray(value.nodes) ? value.nodes : Array.isArray(value.edges) ? value.edges.map(nodeOf) : undefined;
  if (!list) return undefined;
  const nodes = list.filter(isObject);
  return typeof value.totalCount === "number" ? { nodes, total: value.totalCount } : { nodes };
}

function nodeOf(edge: Json): Json {
  return isObject(edge) && isObject(edge.node) ? edge.node : edge;
}

/** The values of a row that hold for all that is within it, under the name of its table. */
function scalarsOf(node: JsonObject, path: string[]): Row {
  const name = path.at(-1) ?? "";
  const scalars = Object.entries(node).filter(([, value]) => typeof value !== "object");
  return new Map(scalars.map(([key, value]) => [[name, key].join(SEPARATOR), value as Cell]));
}

/** Write the leaves of a value into a row; several for one column are joined. */
function flatten(value: Json, path: string[], row: Row): void {
  if (Array.isArray(value)) {
    for (const each of value) flatten(each, path, row);
  } else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (!OF_PAGES.has(key)) flatten(inner, WRAPPERS.has(key) ? path : [...path, key], row);
    }
  } else {
    const key = path.join(SEPARATOR);
    const before = row.get(key);
    row.set(key, before === undefined || before === null ? value : value === null ? before : `${before}; ${value}`);
  }
}

function table({ path, nodes, rows, totals }: Found): Table {
  const keys = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const cells = rows.map((row) => keys.map((key) => row.get(key) ?? null));
  const found = { path, columns: keys.map(columnName), rows: cells, nodes };
  const [total] = totals;
  return totals.length > 0 && total !== undefined && new Set(totals).size === 1 ? { ...found, total } : found;
}

function inWords(key: string): string {
  return key
    .replace(/^_+/, "")
    .replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/_/g, " ");
}
