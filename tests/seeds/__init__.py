"""Proves what the seeds promise: what a dossier may say, how it is loaded, and what must hold."""
