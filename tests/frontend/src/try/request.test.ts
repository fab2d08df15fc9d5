import assert from "node:assert/strict";
import { test } from "node:test";
import { ClientError, GraphQLClient } from "graphql-request";
import { titles } from "../request/releases";
import { address } from "./served";

test("graphql-request reads all pages", async () => {
  const client = new GraphQLClient(`${address}/graphql`);
  const { releases } = await client.request<{ releases: { totalCount: number } }>(
    `{ releases(where: { country: { iso2: { eq: "BY" } } }) { totalCount } }`,
  );
  const found = await titles(address, "BY");
  assert.equal(found.length, releases.totalCount);
  assert.ok(found.length > 5, "there are several pages");
});

test("graphql-request tells of errors with their codes", async () => {
  const client = new GraphQLClient(`${address}/graphql`);
  await assert.rejects(client.request(`{ country(iso2: "BY") { nmae } }`), (error) => {
    assert.ok(error instanceof ClientError);
    assert.equal(error.response.errors?.[0]?.extensions.code, "GRAPHQL_VALIDATION_FAILED");
    return true;
  });
});
