"""Reconciliation: the protocol in both versions, what is matched, and what is never shown."""
