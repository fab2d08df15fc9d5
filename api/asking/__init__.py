"""Asking on behalf of endpoints that are not GraphQL: operations of our own, answers as data, errors as problems."""
