"""What people see: a real browser on a real server with the real data; `make browser` runs it."""
