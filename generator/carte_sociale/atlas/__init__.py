"""Derived facts as pure functions: the quartier of a point, distances, freshness, relations, duplicates."""
