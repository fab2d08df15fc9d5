/** A dialog with a text that says where an answer is from. */
import { Button, Dialog, useGraphiQL } from "@graphiql/react";
import { useEffect, useState } from "react";
import { ask } from "./asking";
import { citation } from "./citation";
import { isObject, type Json, readJson } from "./json";
import { shortLinkTo } from "./links";
import type { Asked } from "./outcomes";
import { copy } from "./saving";
import { type Source, sourcesIn, withSources } from "./sources";

interface Props {
  url: string;
  asked: Asked;
  data: Json | undefined;
  close: () => void;
}

type Search = "idle" | "running" | "none" | "done" | { failed: string };

export function Cite({ url, asked, data, close }: Props) {
  const { schema, headerEditor } = useGraphiQL(({ schema, headerEditor }) => ({ schema, headerEditor }));
  const [sources, setSources] = useState<Source[]>(() => sourcesIn(data));
  const [search, setSearch] = useState<Search>("idle");
  const [copied, setCopied] = useState(false);
  const license = useLicense(url);
  const { question, outcome } = asked;
  const text = citation({
    link: shortLinkTo(location.origin + url, question),
    at: outcome.at,
    sources,
    ...(question.operationName ? { name: question.operationName } : {}),
    ...(outcome.revision === undefined ? {} : { revision: outcome.revision }),
    ...(license === undefined ? {} : { license }),
  });

  const find = async () => {
    const query = schema ? withSources(question.query, schema) : null;
    if (query === null) return setSearch("none");
    setSearch("running");
    const told = readJson(headerEditor?.getValue() || "{}");
    const variables = question.variables === undefined ? undefined : readJson(question.variables);
    const answer = await ask(url, { ...question, query, variables }, isObject(told) ? (told as Record<string, string>) : {});
    const found = sourcesIn(answer.body.data);
    const [error] = answer.outcome.errors;
    if (error) return setSearch({ failed: error.message });
    setSources(found);
    setSearch(found.length > 0 ? "done" : "none");
  };

  return (
    <Dialog open onOpenChange={(open) => !open && close()}>
      <div className="cite">
        <Dialog.Title className="title">Cite this answer</Dialog.Title>
        <Dialog.Description>Put this under what you publish, so that others find the same.</Dialog.Description>
        <textarea readOnly value={text} aria-label="Citation" rows={Math.min(16, text.split("\n").length + 2)} />
        <p role="status">{told(search, sources.length)}</p>
        <div className="actions">
          <Button onClick={async () => setCopied(await copy(text))}>{copied ? "Copied" : "Copy"}</Button>
          {search !== "done" && <Button onClick={find} disabled={search === "running"}>Find all sources</Button>}
          <Button onClick={close}>Close</Button>
        </div>
      </div>
    </Dialog>
  );
}

function told(search: Search, count: number): string {
  if (typeof search === "object") return `The sources could not be found: ${search.failed}`;
  if (search === "running") return "Asking the same question again, with its sources …";
  if (search === "none") return "Nothing in this question has sources of its own.";
  return count === 0 ? "This answer shows no sources yet." : `With ${count} ${count === 1 ? "source" : "sources"}.`;
}

/** The terms of the curated data, asked for once. */
function useLicense(url: string): string | undefined {
  const [license, setLicense] = useState<string>();
  useEffect(() => {
    void ask(url, { query: "{ dataset { license } }" }).then(({ body }) => {
      const dataset = isObject(body.data) ? body.data.dataset : undefined;
      if (isObject(dataset) && typeof dataset.license === "string") setLicense(dataset.license);
    });
  }, [url]);
  return license;
}
