"""Find what a report states about distance and direction, and measure it."""

from mapapp.claims.find import find_claims

__all__ = ["find_claims"]
