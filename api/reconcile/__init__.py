"""Reconciliation for OpenRefine and its kin: names in, candidates out, and columns of data for what was matched."""
