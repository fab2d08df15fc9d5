"""Official lists: read, mapped, audited and merged into the tables, each load one transaction and one revision."""
