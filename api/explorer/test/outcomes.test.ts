import { expect, test } from "vitest";
import { adviceFor } from "../src/advice";
import type { Json } from "../src/json";
import { Outcomes, outcomeOf } from "../src/outcomes";

const at = new Date("2026-11-23T16:40:00Z");

function outcome(status: number, body: Json, headers: Record<string, string> = {}) {
  return outcomeOf(status, new Headers(headers), body, 12, at);
}

test("cost and budget come from the answer and its headers", () => {
  const found = outcome(
    200,
    { data: {}, extensions: { revision: 7, cost: { charged: 1912, remaining: 998088 } } },
    { "ratelimit-policy": '"cost";q=1000000;w=60', ratelimit: '"cost";r=5;t=1' },
  );
  expect(found).toMatchObject({ revision: 7, charged: 1912, remaining: 998088, limit: 1000000, errors: [] });
  expect(adviceFor(found)).toBeUndefined();
});

test("where the body says nothing of the budget, the headers do", () => {
  expect(outcome(429, {}, { ratelimit: '"cost";r=17;t=44' }).remaining).toBe(17);
});

test("a spent budget says when to ask again", () => {
  const spent = outcome(429, { errors: [{ message: "Spent." }] }, { "retry-after": "12" });
  expect(adviceFor(spent)).toMatchObject({ title: expect.stringContaining("spent"), seconds: 12 });
});

test("a server that has no time says when to ask again", () => {
  expect(adviceFor(outcome(503, { errors: [] }, { "retry-after": "5" }))).toMatchObject({ seconds: 5 });
});

test("no answer at all has words of its own", () => {
  expect(adviceFor(outcome(0, { errors: [{ message: "Failed to fetch" }] }))?.title).toBe("No answer came.");
});

test("a mistake in the question is told with its remedy and its place", () => {
  const wrong = outcome(400, {
    errors: [{ message: 'There is no "nmae".', locations: [{ line: 3, column: 5 }], extensions: { code: "X", hint: 'did you mean "name"' } }],
  });
  expect(adviceFor(wrong)).toEqual({ title: 'There is no "nmae".', text: 'Did you mean "name".' });
  expect(wrong.errors).toEqual([{ message: 'There is no "nmae".', code: "X", hint: 'did you mean "name"', line: 3, column: 5 }]);
});

test("several mistakes are counted", () => {
  expect(adviceFor(outcome(400, { errors: [{ message: "a" }, { message: "b" }] }))?.title).toBe("The question has 2 mistakes.");
});

test("problem details are read as well", () => {
  expect(outcome(413, { status: 413, detail: "Too long.", code: "BODY_TOO_LARGE", hint: "less" }).errors).toEqual([
    { message: "Too long.", code: "BODY_TOO_LARGE", hint: "less" },
  ]);
});

test("old outcomes are forgotten", () => {
  const outcomes = new Outcomes();
  const asked = { question: { query: "{a}" }, outcome: outcome(200, {}) };
  for (let index = 0; index <= 50; index++) outcomes.remember(String(index), asked);
  expect(outcomes.of("0")).toBeUndefined();
  expect(outcomes.of("50")).toBe(asked);
});
