import assert from "node:assert/strict";
import { test } from "node:test";
import { CombinedGraphQLErrors, gql } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { makeClient } from "../apollo/client";
import { Releases } from "../apollo/Releases";
import { nationalsReleased } from "../typed/questions";
import { address, newest, recorded, rendered } from "./served";

const variables = { country: "US", first: 3 };

test("Apollo names documents by their hash, by GET, and sends those that are not known", async () => {
  const asked = recorded();
  // A document of its own, so that nobody has sent it before.
  const query = gql(`query Mine${Date.now()} { country(iso2: "BY") { name } }`);
  for (const expected of [["GET 404", "POST 200"], ["GET 200"]]) {
    asked.length = 0;
    const { data } = await makeClient(address).query<{ country: { name: string } }>({ query });
    assert.equal(data?.country.name, "Belarus");
    assert.deepEqual(asked.map(({ method, status }) => `${method} ${status}`), expected);
    assert.ok(!asked[0]!.url.searchParams.has("query"));
  }
});

test("Apollo joins pages", async () => {
  const client = makeClient(address);
  const watched = client.watchQuery({ query: nationalsReleased, variables });
  const seen = watched.subscribe(() => {});
  const first = (await watched.refetch()).data?.country?.nationalsReleased;
  await watched.fetchMore({ variables: { after: first?.pageInfo.endCursor } });
  seen.unsubscribe();
  const { country } = client.readQuery({ query: nationalsReleased, variables }) ?? {};
  assert.equal(new Set(country?.nationalsReleased.edges.map(({ node }) => node.id)).size, 6);
});

test("Apollo tells of errors with their codes", async () => {
  const query = gql(`{ country(iso2: "BY") { nmae } }`);
  await assert.rejects(makeClient(address).query({ query }), (error) => {
    assert.ok(CombinedGraphQLErrors.is(error));
    assert.equal(error.errors[0]?.extensions?.code, "GRAPHQL_VALIDATION_FAILED");
    return true;
  });
});

test("Apollo in React", async () => {
  const html = await rendered(
    <ApolloProvider client={makeClient(address)}>
      <Releases country="US" />
    </ApolloProvider>,
  );
  assert.ok(html.includes(newest), html);
});
