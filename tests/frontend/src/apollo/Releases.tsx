import { useSuspenseQuery } from "@apollo/client/react";
import { nationalsReleased } from "../typed/questions";

export function Releases({ country }: { country: string }) {
  const { data, fetchMore } = useSuspenseQuery(nationalsReleased, { variables: { country, first: 3 } });
  const page = data.country?.nationalsReleased;
  return (
    <>
      <ul>
        {page?.edges.map(({ node: release }) => (
          <li key={release.id}>
            {release.releasedOn}: {release.title}
          </li>
        ))}
      </ul>
      {page?.pageInfo.hasNextPage && (
        <button onClick={() => fetchMore({ variables: { after: page.pageInfo.endCursor } })}>More</button>
      )}
    </>
  );
}
