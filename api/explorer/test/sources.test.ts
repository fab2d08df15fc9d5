import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";
import { citation } from "../src/citation";
import { parseExamples } from "../src/examples";
import { sourcesIn, withSources } from "../src/sources";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const schema = buildSchema(read("../../../schema/schema.graphql"));
const examples = parseExamples(read("../../../docs/examples.md"));

test("each source is found once, with all that is said of it anywhere", () => {
  const data = {
    a: { source: { url: "https://x.example/1", title: "One" }, claims: { nodes: [{ source: { url: "https://x.example/1", publisher: { name: "X" } } }] } },
    sources: [{ title: "Two" }],
    title: "no source",
  };
  expect(sourcesIn(data)).toEqual([{ url: "https://x.example/1", title: "One", publisher: "X" }, { title: "Two" }]);
});

test("connections of sources are looked through", () => {
  expect(sourcesIn({ sources: { nodes: [{ title: "A" }] } })).toEqual([{ title: "A" }]);
});

test("the page has questions, each with a name for its tab, and each is one for this schema", () => {
  expect(examples.length).toBeGreaterThan(5);
  for (const { title, query } of examples) {
    expect(title).not.toBe("");
    expect(query).toMatch(/^query \w+/);
    expect(validate(schema, parse(query))).toEqual([]);
  }
});

test("a question with sources is one that the server can answer", () => {
  const widened = examples.map(({ query }) => withSources(query, schema)).filter((query) => query !== null);
  expect(widened.length).toBeGreaterThan(5);
  for (const query of widened) {
    expect(query).toContain("detenteSources: sources");
    expect(validate(schema, parse(query))).toEqual([]);
  }
});

test("where nothing has sources, there is nothing to ask for", () => {
  expect(withSources('{ country(iso2: "BY") { name } }', schema)).toBeNull();
});

test("fragments ask for sources, too", () => {
  const query = "query A { detainees(first: 1) { nodes { ...Who } } } fragment Who on Detainee { name }";
  expect(withSources(query, schema)?.match(/detenteSources/g)).toHaveLength(2);
});

test("a citation says what, which state of the data, when, under which terms, and who says so", () => {
  const text = citation({
    name: "NotFreed",
    link: "https://example.org/graphql?query=x",
    revision: 3,
    at: new Date("2026-11-23T16:05:00Z"),
    license: "CC BY 4.0",
    sources: [{ publisher: "BelTA", title: "Pardon", publishedOn: "2025-12-13", url: "https://belta.example/1", license: "all rights reserved" }, { title: "Note" }],
  });
  expect(text).toBe(
    [
      "Détente, “NotFreed”, revision 3 of the data, read on 23 November 2026 at 16:05 UTC.",
      "https://example.org/graphql?query=x",
      "Licence of the data: CC BY 4.0.",
      "",
      "Sources:",
      "1. BelTA, “Pardon”, 2025-12-13, https://belta.example/1, licence: all rights reserved",
      "2. “Note”",
    ].join("\n"),
  );
});
