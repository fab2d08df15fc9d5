"""Compares the server with other ways to serve the same data: `make bench`."""
