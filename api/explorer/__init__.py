"""The explorer at /graphql: GraphiQL and what we add to it, built by Vite, shown to browsers."""
