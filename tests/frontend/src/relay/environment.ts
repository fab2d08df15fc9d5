import { Environment, Network, RecordSource, Store } from "relay-runtime";

export function makeEnvironment(address: string): Environment {
  const network = Network.create(async ({ text: query }, variables) => {
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  });
  return new Environment({ network, store: new Store(new RecordSource()) });
}
