import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: process.env.DETENTE_URL ?? "http://127.0.0.1:8000/graphql",
  documents: "src/typed/**/*.ts",
  generates: {
    "src/gql/": {
      preset: "client",
      config: {
        useTypeImports: true,
        scalars: { Date: "string", DateTime: "string", FuzzyDate: "string", URL: "string" },
      },
    },
    // The schema as a file, for editors and for Relay's compiler.
    "schema.graphql": { plugins: ["schema-ast"] },
  },
};

export default config;
