"""The only door to Postgres: embedded server, roles, pools and migrations."""
