"""Decide which place a toponym stands for."""

from mapapp.resolution.resolver import resolve

__all__ = ["resolve"]
