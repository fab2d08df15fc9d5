"""Proves the compiler: its answers equal those of a plain executor over the same rows, whatever is asked."""
