"""Positions on the earth: WGS 84, decimal degrees, latitude first.

Everything inside the project speaks :class:`LatLon`. GeoJSON, shapely and pyproj speak (lon, lat); :meth:`LatLon.as_lonlat` and
:meth:`LatLon.from_lonlat` are the only two places where the order is turned round.
"""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer.errors import CoordinateOutOfRange


@dataclass(frozen=True, slots=True, order=True)
class LatLon:
    """A position in WGS 84 decimal degrees.

    Raises
    ------
    CoordinateOutOfRange
        If the latitude is not within ±90 or the longitude not within ±180, or either is not a number.
    """

    lat: float
    lon: float

    def __post_init__(self) -> None:
        # Written so that NaN, which compares false with everything, is refused too.
        if not (-90.0 <= self.lat <= 90.0 and -180.0 <= self.lon <= 180.0):
            msg = f"latitude {self.lat}, longitude {self.lon}: not a position (latitude within ±90, longitude within ±180 degrees)"
            raise CoordinateOutOfRange(msg)

    def as_lonlat(self) -> tuple[float, float]:
        """Return (lon, lat) for GeoJSON, shapely and pyproj."""
        return (self.lon, self.lat)

    @classmethod
    def from_lonlat(cls, lon: float, lat: float) -> LatLon:
        """Make a position from the (lon, lat) order of GeoJSON, shapely and pyproj."""
        return cls(lat, lon)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in degrees. ``west > east`` says that it crosses the 180th meridian (RFC 7946, 5.2)."""

    south: float
    west: float
    north: float
    east: float

    def contains(self, position: LatLon) -> bool:
        """Say whether the position lies in the rectangle, its edges included."""
        if not self.south <= position.lat <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= position.lon <= self.east
        return position.lon >= self.west or position.lon <= self.east
