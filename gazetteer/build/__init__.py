"""Make data/ from upstream packages. Never imported when reading."""
