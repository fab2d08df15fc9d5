"""The explorer: who gets it, and how it is built."""
