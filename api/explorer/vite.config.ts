import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compress } from "./vite/compress.ts";
import { examples } from "./vite/examples.ts";
import { mend } from "./vite/mend.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [examples(here("../../docs/examples.md")), mend(), compress()],
  // The server writes one of its own into each page it sends.
  html: { cspNonce: "__NONCE__" },
  build: {
    target: "es2022",
    rolldownOptions: { input: here("graphql.html") },
    modulePreload: false,
    // Nothing as data: addresses, which the policy would have to allow.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 5000,
    reportCompressedSize: false,
  },
  worker: { format: "es" },
});
