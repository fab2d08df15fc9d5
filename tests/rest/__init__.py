"""REST: every route against GraphQL, every filter, every refusal, and what describes them."""
