"""Collections: every type as a list and an item, read by named operations, filtered by plain parameters."""
