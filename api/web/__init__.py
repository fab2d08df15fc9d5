"""The parts of HTTP that all endpoints share; they know no GraphQL."""
