import { cacheExchange, Client, fetchExchange } from "@urql/core";

export function makeClient(address: string): Client {
  return new Client({
    url: `${address}/graphql`,
    exchanges: [cacheExchange, fetchExchange],
    fetchOptions: { headers: { "GraphQL-Require-Preflight": "1" } },
    preferGetMethod: "within-url-limit",
    suspense: true,
  });
}
