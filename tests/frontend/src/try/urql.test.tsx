import assert from "node:assert/strict";
import { test } from "node:test";
import { gql } from "@urql/core";
import { Provider } from "urql";
import { nationalsReleased } from "../typed/questions";
import { makeClient } from "../urql/client";
import { Releases } from "../urql/Releases";
import { address, newest, recorded, rendered } from "./served";

test("urql asks by GET, which browsers and CDNs can keep", async () => {
  const asked = recorded();
  const { data } = await makeClient(address).query(nationalsReleased, { country: "US", first: 1 });
  assert.equal(data?.country?.nationalsReleased.edges.length, 1);
  assert.deepEqual(asked.map(({ method, status }) => `${method} ${status}`), ["GET 200"]);
});

test("urql tells of errors with their codes", async () => {
  const { error } = await makeClient(address).query(gql(`{ country(iso2: "BY") { nmae } }`), {});
  assert.equal(error?.graphQLErrors[0]?.extensions.code, "GRAPHQL_VALIDATION_FAILED");
});

test("urql in React", async () => {
  const html = await rendered(
    <Provider value={makeClient(address)}>
      <Releases country="US" />
    </Provider>,
  );
  assert.ok(html.includes(newest), html);
});
