import { expect, test } from "vitest";
import { withoutHeadersIn } from "../src/storage";

const KEY = '{"Authorization": "Bearer detente_secret"}';

test.each(["graphiql:queries", "graphiql:favorites", "graphiql:tabState"])("%s is kept without headers", (key) => {
  const value = JSON.stringify({ queries: [{ query: "{a}", headers: KEY, operationName: "A" }], headers: KEY });
  expect(JSON.parse(withoutHeadersIn(key, value))).toEqual({ queries: [{ query: "{a}", headers: null, operationName: "A" }], headers: null });
});

test("headers by themselves are not kept", () => {
  expect(withoutHeadersIn("graphiql:headers", KEY)).toBe("");
});

test("everything else is kept as it is", () => {
  expect(withoutHeadersIn("graphiql:query", '{ a(b: "headers") }')).toBe('{ a(b: "headers") }');
  expect(withoutHeadersIn("graphiql:theme", "dark")).toBe("dark");
});
