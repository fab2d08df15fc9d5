/** Copies a link that opens the explorer with this question. */
import { ToolbarButton, useGraphiQL } from "@graphiql/react";
import { useEffect, useState } from "react";
import { linkTo } from "./links";
import { copy } from "./saving";

type State = "idle" | "copied" | "failed";
const LABELS = { idle: "Copy link", copied: "Link copied", failed: "This browser does not let pages copy" };

export function ShareButton({ url }: { url: string }) {
  const [state, setState] = useState<State>("idle");
  const editors = useGraphiQL(({ queryEditor, variableEditor, operationName, operations }) => ({
    queryEditor, variableEditor, operationName, operations,
  }));
  useEffect(() => {
    if (state === "idle") return undefined;
    const timer = setTimeout(() => setState("idle"), 3000);
    return () => clearTimeout(timer);
  }, [state]);
  const share = async () => {
    const { queryEditor, variableEditor, operationName, operations } = editors;
    const several = (operations?.length ?? 0) > 1;
    const link = linkTo(location.origin + url, {
      query: queryEditor?.getValue() ?? "",
      variables: variableEditor?.getValue() ?? "",
      ...(several && operationName ? { operationName } : {}),
    });
    setState((await copy(link)) ? "copied" : "failed");
  };
  return (
    <>
      <ToolbarButton onClick={share} label={LABELS[state]}>
        {state === "copied" ? <DoneIcon /> : <LinkIcon />}
      </ToolbarButton>
      <span role="status" className="unseen">{state === "idle" ? "" : LABELS[state]}</span>
    </>
  );
}

function LinkIcon() {
  return (
    <svg className="graphiql-toolbar-icon" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" aria-hidden="true">
      <path d="M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.54 3.54 0 0 0-5-5l-1 1" />
      <path d="M11.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.54 3.54 0 0 0 5 5l1-1" />
    </svg>
  );
}

function DoneIcon() {
  return (
    <svg className="graphiql-toolbar-icon" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden="true">
      <path d="m4 10.5 4 4 8-9" />
    </svg>
  );
}
