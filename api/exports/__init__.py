"""Exports: every collection as a table, as lines of JSON and as FollowTheMoney, and the bulk files."""
