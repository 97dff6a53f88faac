"""Coordinates written in a report: places of their own, which win over names."""

from mapapp.coordinates.finding import Notation, WrittenCoordinates, find_coordinates, place_of

__all__ = ["Notation", "WrittenCoordinates", "find_coordinates", "place_of"]
