"""Fills: curated dossiers, reference data and official lists."""
