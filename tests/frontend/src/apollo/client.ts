import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { relayStylePagination } from "@apollo/client/utilities";
import { sha256 } from "../sha256";

export function makeClient(address: string): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([
      new PersistedQueryLink({ sha256, useGETForHashedQueries: true }),
      new HttpLink({ uri: `${address}/graphql`, headers: { "GraphQL-Require-Preflight": "1" } }),
    ]),
    cache: new InMemoryCache({
      typePolicies: {
        Country: { fields: { nationalsReleased: relayStylePagination(["where", "orderBy"]) } },
      },
    }),
  });
}
