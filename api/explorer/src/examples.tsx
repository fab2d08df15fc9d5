/** The questions of docs/examples.md: in tabs at the first visit, in the side bar ever after. */
import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import examples from "virtual:examples";

export { examples };

export const EXAMPLES_PLUGIN: GraphiQLPlugin = { title: "Examples", icon: ExamplesIcon, content: Examples };

function ExamplesIcon() {
  return (
    <svg height="1em" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <circle cx="10" cy="10" r="8.5" />
      <path d="M7.5 7.8a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.7" strokeLinecap="round" />
      <circle cx="10" cy="14.3" r=".6" fill="currentColor" />
    </svg>
  );
}

function Examples() {
  const { addTab } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const open = (query: string) => {
    addTab();
    queryEditor?.setValue(query);
    queryEditor?.focus();
  };
  return (
    <div className="examples">
      <h2>Examples</h2>
      <p>Each opens in a tab of its own: run it, change it, take it away.</p>
      <ol>
        {examples.map(({ title, about, query }) => (
          <li key={title}>
            <button type="button" onClick={() => open(query)}>{title}</button>
            {about && <p>{about}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}
