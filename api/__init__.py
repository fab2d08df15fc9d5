"""Answers: the HTTP server, the query engine and the command line of Détente."""
