/** The questions of docs/examples.md as a module, so that they stand in one place. */
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { parseExamples } from "../src/examples.ts";

const NAME = "virtual:examples";
const RESOLVED = `\0${NAME}`;

export function examples(page: string): Plugin {
  return {
    name: "detente-examples",
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) => {
      if (id !== RESOLVED) return undefined;
      const found = parseExamples(readFileSync(page, "utf8"));
      if (found.length === 0) throw new Error(`${page} shows no question`);
      return `export default ${JSON.stringify(found)}`;
    },
  };
}
