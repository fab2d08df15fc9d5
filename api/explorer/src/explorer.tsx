/** GraphiQL with our examples, links, downloads and citations. */
import { explorerPlugin } from "@graphiql/plugin-explorer";
import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import { useEffect, useRef } from "react";
import { AnswerBar } from "./answer";
import { makeFetcher } from "./asking";
import { examples, EXAMPLES_PLUGIN } from "./examples.tsx";
import { questionIn } from "./links";
import { Outcomes } from "./outcomes";
import { ShareButton } from "./share";
import { localOnly } from "./storage";

const url = location.pathname;
const outcomes = new Outcomes();
const storage = localOnly();
const fetcher = makeFetcher(url, outcomes);
const plugins = [EXAMPLES_PLUGIN, explorerPlugin({}), HISTORY_PLUGIN];
const linked = questionIn(location.search);
const linkedTab = linked && { query: linked.query, variables: linked.variables ?? null };
const defaultTabs = [...(linkedTab ? [linkedTab] : []), ...examples.map(({ query }) => ({ query }))];

export function Explorer() {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      defaultTabs={defaultTabs}
      {...(linked ? { initialQuery: linked.query, initialVariables: linked.variables ?? "" } : {})}
      onEditQuery={forgetLink}
      storage={storage}
      shouldPersistHeaders={false}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <a href="/" className="home">Détente</a>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <ShareButton url={url} />
          </>
        )}
      </GraphiQL.Toolbar>
      <GraphiQL.Footer>
        <AnswerBar url={url} outcomes={outcomes} />
        {linked?.operationName && <ChooseOperation name={linked.operationName} />}
      </GraphiQL.Footer>
    </GraphiQL>
  );
}

/** Once a linked question is changed, the address no longer says what is asked. */
function forgetLink() {
  if (location.search) history.replaceState(null, "", url);
}

/** Of several operations in a linked document, the one that the link names. */
function ChooseOperation({ name }: { name: string }) {
  const { setOperationName } = useGraphiQLActions();
  const operations = useGraphiQL((state) => state.operations);
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !operations?.some((each) => each.name?.value === name)) return;
    done.current = true;
    setOperationName(name);
  }, [operations, name, setOperationName]);
  return null;
}
