/** The sources behind an answer: those that it shows, and those that the same question with sources shows. */
import {
  type DocumentNode, type FieldNode, getNamedType, type GraphQLSchema, isInterfaceType, isObjectType, Kind, parse,
  print, type SelectionNode, TypeInfo, visit, visitWithTypeInfo,
} from "graphql";
import { isObject, type Json, type JsonObject } from "./json";

export interface Source {
  title?: string;
  publisher?: string;
  url?: string;
  publishedOn?: string;
  license?: string;
}

const ALIAS = "detenteSources";
const WANTED = `{ ${ALIAS}: sources { title url publishedOn license publisher { name } } }`;

/** The sources that some data show, each once. */
export function sourcesIn(data: Json | undefined): Source[] {
  const found = new Map<string, Source>();
  walk(data, false, (node) => {
    const source = sourceOf(node);
    const key = source.url ?? source.title;
    if (key) found.set(key, { ...found.get(key), ...source });
  });
  return [...found.values()];
}

/** The same question, with the sources of everything that has some; null where nothing it asks for has. */
export function withSources(query: string, schema: GraphQLSchema): string | null {
  const types = new TypeInfo(schema);
  let added = false;
  const document: DocumentNode = visit(parse(query), visitWithTypeInfo(types, {
    SelectionSet: {
      leave(node) {
        const type = getNamedType(types.getParentType());
        if (!(isObjectType(type) || isInterfaceType(type))) return undefined;
        const field = type.getFields().sources;
        if (!field || getNamedType(field.type).name !== "Source" || field.args.some((each) => each.name === "first")) return undefined;
        added = true;
        return { ...node, selections: [...node.selections, wanted()] };
      },
    },
  }));
  return added ? print(document) : null;
}

function wanted(): SelectionNode {
  const [operation] = parse(WANTED).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("it is one operation");
  return operation.selectionSet.selections[0] as FieldNode;
}

function walk(value: Json | undefined, within: boolean, see: (node: JsonObject) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, within, see);
  } else if (isObject(value)) {
    if (within || value.__typename === "Source") see(value);
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, isSources(key) || (within && (key === "nodes" || key === "edges" || key === "node")), see);
    }
  }
}

function isSources(key: string): boolean {
  return key === "source" || key === "sources" || key === ALIAS;
}

function sourceOf(node: JsonObject): Source {
  const publisher = isObject(node.publisher) ? node.publisher.name : undefined;
  const texts = { title: node.title, publisher, url: node.url, publishedOn: node.publishedOn, license: node.license };
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => typeof value === "string" && value !== ""));
}
