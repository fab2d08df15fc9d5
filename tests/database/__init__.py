"""Tests of api.database: a real server, killed and shared and refused."""
