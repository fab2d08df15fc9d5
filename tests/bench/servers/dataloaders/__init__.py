"""The rival as Python programmers write it: Strawberry types with resolvers, and DataLoaders against N + 1 statements."""
