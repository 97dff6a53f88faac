"""Example reports that come with mapapp: public events, told in our own words."""

from mapapp.examples.loader import Example, load

__all__ = ["Example", "load"]
