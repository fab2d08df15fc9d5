"""Tests of official lists: what is read, refused, mapped, merged and fetched."""
