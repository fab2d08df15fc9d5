"""Tests of api.web: sites, codings, slow and greedy clients."""
