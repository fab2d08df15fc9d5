"""Measurements, left out of the suite: how the engine's statements fare on a lot of synthetic data."""
