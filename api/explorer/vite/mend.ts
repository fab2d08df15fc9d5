/** Small faults of packages, mended while they are built in; a package that no longer has its fault stops the build. */
import type { Plugin } from "vite";

interface Fault {
  file: string;
  wrong: string;
  right: string;
}

const FAULTS: Fault[] = [
  // A tab may hold nothing that can be focused, and these hold a button to close them: they are a list of buttons.
  { file: "@graphiql/react/dist/components/tabs/index.js", wrong: '"aria-selected": isActive,', right: "" },
  { file: "@graphiql/react/dist/components/tabs/index.js", wrong: 'role: "tab",', right: "" },
  { file: "@graphiql/react/dist/components/tabs/index.js", wrong: 'role: "tablist",', right: "" },
  {
    file: "graphiql/dist/GraphiQL.js",
    wrong: 'jsx(Tab.Button, { "aria-controls"',
    right: 'jsx(Tab.Button, { "aria-current": index_1 === activeTabIndex, "aria-controls"',
  },
  { file: "graphiql/dist/GraphiQL.js", wrong: 'role: "tabpanel", id: "graphiql-session"', right: 'role: "group", id: "graphiql-session"' },
  // The builder of questions does not show lists of words, and complains on the console of each.
  {
    file: "graphiql-explorer/dist/Explorer.js",
    wrong: "console.error('arg mismatch between arg and selection', argType, argValue);",
    right: "",
  },
];

export function mend(): Plugin {
  const left = new Set(FAULTS);
  return {
    name: "detente-mend",
    apply: "build",
    transform: (code, id) => {
      const faults = FAULTS.filter(({ file, wrong }) => id.endsWith(`/node_modules/${file}`) && code.includes(wrong));
      if (faults.length === 0) return undefined;
      for (const fault of faults) left.delete(fault);
      return { code: faults.reduce((mended, { wrong, right }) => mended.replaceAll(wrong, right), code), map: null };
    },
    buildEnd: (error) => {
      const [fault] = left;
      if (!error && fault) throw new Error(`${fault.file} no longer has "${fault.wrong}": look at vite/mend.ts`);
    },
  };
}
