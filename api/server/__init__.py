"""The processes and sockets behind `detente serve`: it knows HTTP and signals, no GraphQL and no database."""
