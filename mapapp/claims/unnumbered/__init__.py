"""Statements without a length: near, between, north of, an hour from."""
