"""Proofs of what is deployed: the compose file, and the servers its scripts make."""
