// Generates the typed clients from the schema as it is served, checks types, and tries every client:
//   node try.mjs http://127.0.0.1:8000
import { spawnSync } from "node:child_process";
import { globSync, rmSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const address = (process.argv[2] ?? "http://127.0.0.1:8000").replace(/\/$/, "");

function run(title, ...program) {
  console.log(`== ${title}`);
  const { status } = spawnSync(process.execPath, program, {
    cwd: here,
    env: { ...process.env, DETENTE_URL: `${address}/graphql` },
    stdio: "inherit",
  });
  if (status !== 0) process.exit(1);
}

const bin = (name) => join("node_modules", ".bin", name);
for (const written of ["build", "schema.graphql", "src/gql", "src/relay/__generated__"]) {
  rmSync(join(here, written), { recursive: true, force: true });
}
run("graphql-codegen: typed documents", bin("graphql-codegen"), "--config", "codegen.ts");
run("relay-compiler: Relay's artifacts", bin("relay-compiler"));
run("tsc: types", bin("tsc"));
run("babel: JavaScript", bin("babel"), "src", "--out-dir", "build", "--extensions", ".ts,.tsx");
// Relay keeps what it has read for five minutes: nobody waits for that.
run("the clients", "--test", "--test-force-exit", ...globSync("build/try/*.test.js", { cwd: here }));
