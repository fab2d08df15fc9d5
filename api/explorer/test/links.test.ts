import { expect, test } from "vitest";
import { linkTo, questionIn, shortLinkTo } from "../src/links";
import { fileName } from "../src/saving";

const BASE = "https://example.org/graphql";

test("a link brings back what it was made of", () => {
  const question = { query: 'query A($code: String!) {\n  country(iso2: $code) { name }\n}\n# & = + ü', variables: '{\n  "code": "BY"\n}', operationName: "A" };
  expect(questionIn(new URL(linkTo(BASE, question)).search)).toEqual(question);
});

test("empty variables are left out", () => {
  expect(linkTo(BASE, { query: "{a}", variables: " {} " })).toBe(`${BASE}?query=%7Ba%7D`);
});

test("a long question loses what GraphQL ignores, and nothing else", () => {
  const query = `{ # ${"why ".repeat(3000)}\n  country(iso2: "BY") { name } }`;
  const link = linkTo(BASE, { query });
  expect(link.length).toBeLessThan(200);
  expect(questionIn(new URL(link).search)?.query).toBe('{country(iso2:"BY"){name}}');
});

test("a question that was shortened is readable again", () => {
  const query = 'query A { country(iso2: "BY") { name nationalsReleased(first: 10) { totalCount nodes { title releasedOn slug } } } }';
  expect(questionIn(new URL(shortLinkTo(BASE, { query })).search)?.query.split("\n").slice(0, 3)).toEqual([
    "query A {", '  country(iso2: "BY") {', "    name",
  ]);
});

test("a long question that is no GraphQL stays as it is", () => {
  const query = "? ".repeat(5000);
  expect(questionIn(new URL(linkTo(BASE, { query })).search)?.query).toBe(query);
});

test.each(["", "?", "?query=", "?variables=%7B%7D", "?q=x"])("an address without a question: %j", (search) => {
  expect(questionIn(search)).toBeUndefined();
});

test("variables that are no JSON are shown as they came", () => {
  expect(questionIn("?query={a}&variables=oops")).toEqual({ query: "{a}", variables: "oops" });
});

test("a file is named after its table, the revision and the day", () => {
  const at = new Date("2026-11-23T23:59:00Z");
  expect(fileName(["country", "nationalsReleased"], "csv", 7, at)).toBe("detente-country-nationals-released-revision-7-2026-11-23.csv");
  expect(fileName(["a/../b"], "json", undefined, at)).toBe("detente-a-b-2026-11-23.json");
});
