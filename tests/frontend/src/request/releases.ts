import { GraphQLClient } from "graphql-request";
import type { AllReleasesQuery } from "../gql/graphql";
import { allReleases } from "../typed/questions";

export async function titles(address: string, country: string): Promise<string[]> {
  const client = new GraphQLClient(`${address}/graphql`, {
    headers: { Accept: "application/graphql-response+json" },
  });
  const found: string[] = [];
  for (let after: string | null | undefined = null; ; ) {
    const { releases }: AllReleasesQuery = await client.request(allReleases, { country, after });
    found.push(...releases.nodes.map((release) => release.title));
    if (!releases.pageInfo.hasNextPage) return found;
    after = releases.pageInfo.endCursor;
  }
}
