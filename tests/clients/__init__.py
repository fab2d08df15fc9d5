"""Tests of api.clients: who asks, and how much they may."""
