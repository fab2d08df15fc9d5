import { useQuery } from "urql";
import { nationalsReleased } from "../typed/questions";

export function Releases({ country }: { country: string }) {
  const [{ data, error }] = useQuery({ query: nationalsReleased, variables: { country, first: 3 } });
  if (error) return <p>{error.message}</p>;
  return (
    <ul>
      {data?.country?.nationalsReleased.edges.map(({ node: release }) => (
        <li key={release.id}>
          {release.releasedOn}: {release.title}
        </li>
      ))}
    </ul>
  );
}
