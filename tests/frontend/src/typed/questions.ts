import { graphql } from "../gql";

export const nationalsReleased = graphql(`
  query NationalsReleased($country: String!, $first: Int!, $after: String) {
    country(iso2: $country) {
      id
      nationalsReleased(first: $first, after: $after) {
        totalCount
        edges {
          node {
            id
            title
            releasedOn
            total { value completeness }
            inExchangeFor { id title kind unblocksProperty }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

export const allReleases = graphql(`
  query AllReleases($country: String!, $after: String) {
    releases(where: { country: { iso2: { eq: $country } } }, first: 5, after: $after) {
      nodes { id title releasedOn }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
