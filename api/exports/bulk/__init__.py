"""Bulk files: everything at one moment of the data, in files that are written at night and served as they are."""
