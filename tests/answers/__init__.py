"""Answers: kept while nothing is newer, and never older than promised."""
