"""Which places the words at both ends stand for."""
