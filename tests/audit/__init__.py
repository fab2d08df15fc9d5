"""The public audit suite of GraphQL over HTTP, run against the application; `make audit` installs it."""
