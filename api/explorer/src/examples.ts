/** Questions as docs/examples.md shows them: a heading, a few words, a query. */
export interface Example {
  title: string;
  about: string;
  query: string;
}

/** Read the page: each section with a query is an example. */
export function parseExamples(page: string): Example[] {
  return page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [title = "", ...rest] = section.split("\n");
      const body = rest.join("\n");
      const query = /```graphql\n(.*?)```/s.exec(body);
      if (!query?.[1]) return [];
      const about = body.slice(0, query.index).replace(/[`*]/g, "").replace(/\s+/g, " ").trim();
      return [{ title: title.trim(), about, query: query[1].trimEnd() }];
    });
}
