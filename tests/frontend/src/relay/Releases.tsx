import { graphql, useFragment, useLazyLoadQuery, usePaginationFragment } from "react-relay";
import type { ReleasesQuery } from "./__generated__/ReleasesQuery.graphql";
import type { ReleasesPageQuery } from "./__generated__/ReleasesPageQuery.graphql";
import type { Releases_country$key } from "./__generated__/Releases_country.graphql";
import type { Releases_release$key } from "./__generated__/Releases_release.graphql";

export function Releases({ country: iso2 }: { country: string }) {
  const { country } = useLazyLoadQuery<ReleasesQuery>(
    graphql`
      query ReleasesQuery($iso2: String!) {
        country(iso2: $iso2) { ...Releases_country }
      }
    `,
    { iso2 },
  );
  return country ? <List country={country} /> : null;
}

function List(props: { country: Releases_country$key }) {
  const { data, hasNext, loadNext } = usePaginationFragment<ReleasesPageQuery, Releases_country$key>(
    graphql`
      fragment Releases_country on Country
      @refetchable(queryName: "ReleasesPageQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 3 }, cursor: { type: "String" }) {
        nationalsReleased(first: $count, after: $cursor) @connection(key: "Releases_nationalsReleased") {
          edges { node { id ...Releases_release } }
        }
      }
    `,
    props.country,
  );
  return (
    <>
      <ul>
        {data.nationalsReleased.edges.map(({ node }) => (
          <Item key={node.id} release={node} />
        ))}
      </ul>
      {hasNext && <button onClick={() => loadNext(10)}>More</button>}
    </>
  );
}

function Item(props: { release: Releases_release$key }) {
  const release = useFragment(
    graphql`
      fragment Releases_release on Release { releasedOn title }
    `,
    props.release,
  );
  return (
    <li>
      {release.releasedOn}: {release.title}
    </li>
  );
}
