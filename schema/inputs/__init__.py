"""Derives the inputs of filters and orders from the catalog: nothing of them is written by hand."""
