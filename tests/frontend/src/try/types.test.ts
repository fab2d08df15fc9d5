import assert from "node:assert/strict";
import { test } from "node:test";
import { GraphQLClient } from "graphql-request";
import { nationalsReleased } from "../typed/questions";
import { address } from "./served";

test("what a query does not ask for, or asks for wrongly, does not compile", async () => {
  const client = new GraphQLClient(`${address}/graphql`);
  const { country } = await client.request(nationalsReleased, { country: "US", first: 1 });
  const release = country?.nationalsReleased.edges[0]?.node;
  const day: string | null | undefined = release?.releasedOn;
  assert.match(day ?? "", /^\d{4}/);
  // @ts-expect-error: the query does not ask for it.
  assert.equal(release?.summary, undefined);
  // @ts-expect-error: there is no such kind of relief.
  assert.ok(!release?.inExchangeFor.some((relief) => relief.kind === "AMNESTY"));
  // @ts-expect-error: $first is a number.
  await assert.rejects(client.request(nationalsReleased, { country: "US", first: "one" }));
});
