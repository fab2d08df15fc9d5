"""Tests of api.server: workers, signals, sockets."""
