import assert from "node:assert/strict";
import { test } from "node:test";
import { fetchQuery, RelayEnvironmentProvider } from "react-relay";
import { Releases } from "../relay/Releases";
import { makeEnvironment } from "../relay/environment";
import PageQuery, { type ReleasesPageQuery } from "../relay/__generated__/ReleasesPageQuery.graphql";
import { address, newest, rendered } from "./served";

test("Relay in React", async () => {
  const html = await rendered(
    <RelayEnvironmentProvider environment={makeEnvironment(address)}>
      <Releases country="US" />
    </RelayEnvironmentProvider>,
  );
  assert.ok(html.includes(newest), html);
  assert.ok(html.includes("More"), html);
});

test("Relay reads further pages by node(id:), with the query that its compiler wrote", async () => {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query: `{ country(iso2: "US") { id nationalsReleased(first: 3) { pageInfo { endCursor } } } }` }),
  });
  const { country } = (await response.json()).data;
  const variables = { id: country.id, count: 2, cursor: country.nationalsReleased.pageInfo.endCursor };
  const environment = makeEnvironment(address);
  const data = await fetchQuery<ReleasesPageQuery>(environment, PageQuery, variables).toPromise();
  assert.ok(data?.node);
  const [record] = environment.getStore().getSource().getRecordIDs().filter((id) => id.includes("nationalsReleased(after"));
  assert.ok(record, "the page lies in Relay's store");
});
