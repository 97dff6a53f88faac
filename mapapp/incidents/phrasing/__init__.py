"""Noun phrases and clauses: who did what to how many."""
