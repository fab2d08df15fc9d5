"""Measures how official lists load: a million generated entities, the real files where they are, and ends by kill -9."""
