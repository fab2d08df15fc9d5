"""Tests of api.doctor."""
