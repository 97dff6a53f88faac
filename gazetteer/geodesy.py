"""Distances and directions on the WGS 84 ellipsoid: distance, bearing, destination and lines, for one position or for arrays.

Everything goes through one :class:`pyproj.Geod` (Karney's algorithm, errors of some nanometres), which is made on first use.
Kilometres, decimal degrees, latitude before longitude; bearings in degrees clockwise from north.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

import numpy as np

from gazetteer.coordinates import LatLon

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pyproj import Geod

WGS84_MAJOR_AXIS_M = 6_378_137.0
"""Equatorial radius of WGS 84 in metres (defining constant, NIMA TR8350.2)."""

WGS84_FLATTENING = 1.0 / 298.257223563
"""Flattening of WGS 84 (defining constant, NIMA TR8350.2)."""

_ECCENTRICITY2 = WGS84_FLATTENING * (2.0 - WGS84_FLATTENING)


@lru_cache(maxsize=1)
def ellipsoid() -> Geod:
    """Return the one WGS 84 geodesic calculator; pyproj is imported here and not before."""
    from pyproj import Geod

    return Geod(ellps="WGS84")


def distance_km(a: LatLon, b: LatLon) -> float:
    """Return the length of the shortest line over the ellipsoid between two positions, in kilometres."""
    _, _, metres = ellipsoid().inv(a.lon, a.lat, b.lon, b.lat)
    return float(metres) / 1000.0


def bearing_deg(a: LatLon, b: LatLon) -> float:
    """Return the direction in which the shortest line from ``a`` to ``b`` sets out.

    Degrees clockwise from north, 0 <= bearing < 360. Two equal positions have no direction; the answer is then 0.
    """
    if a == b:
        return 0.0
    azimuth, _, _ = ellipsoid().inv(a.lon, a.lat, b.lon, b.lat)
    return _full_circle(float(azimuth))


def distance_and_bearing(a: LatLon, b: LatLon) -> tuple[float, float]:
    """Return distance in kilometres and bearing in degrees from ``a`` to ``b`` at the price of one calculation."""
    azimuth, _, metres = ellipsoid().inv(a.lon, a.lat, b.lon, b.lat)
    return float(metres) / 1000.0, 0.0 if a == b else _full_circle(float(azimuth))


def destination(start: LatLon, bearing_deg: float, distance_km: float) -> LatLon:
    """Return where one arrives that leaves ``start`` in the direction ``bearing_deg`` and goes ``distance_km`` straight on."""
    lon, lat, _ = ellipsoid().fwd(start.lon, start.lat, bearing_deg, distance_km * 1000.0)
    return LatLon(float(lat), float(lon))


def geodesic_line(a: LatLon, b: LatLon, *, step_km: float = 25.0) -> list[LatLon]:
    """Return positions along the shortest line from ``a`` to ``b``, both ends included, at most ``step_km`` apart.

    Raises
    ------
    ValueError
        If ``step_km`` is not positive.
    """
    if not step_km > 0.0:
        msg = f"step_km must be positive, not {step_km}"
        raise ValueError(msg)
    pieces = max(1, ceil(distance_km(a, b) / step_km))
    between = ellipsoid().npts(a.lon, a.lat, b.lon, b.lat, pieces - 1) if pieces > 1 else []
    return [a, *(LatLon(float(lat), float(lon)) for lon, lat in between), b]


def distances_km(
    lat: NDArray[np.float64], lon: NDArray[np.float64], other_lat: NDArray[np.float64], other_lon: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the distances in kilometres between positions and other positions, pair by pair (arrays of one shape)."""
    _, _, metres = ellipsoid().inv(lon, lat, other_lon, other_lat)
    return np.asarray(metres, dtype=np.float64) / 1000.0


def bearings_deg(
    lat: NDArray[np.float64], lon: NDArray[np.float64], other_lat: NDArray[np.float64], other_lon: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the directions from positions to other positions, pair by pair, in degrees clockwise from north, 0 <= bearing < 360."""
    azimuth, _, _ = ellipsoid().inv(lon, lat, other_lon, other_lat)
    turned = np.asarray(azimuth, dtype=np.float64) % 360.0
    turned[turned >= 360.0] = 0.0  # -1e-15 % 360 rounds up to 360
    return turned


def ecef_m(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return earth-centred cartesian coordinates in metres, one row (x, y, z) a position, on the ellipsoid's surface.

    The straight chord between two such points orders near neighbours almost as the geodesic does, and works across the antimeridian and
    at the poles, which is why border searches use it.
    """
    phi = np.radians(np.asarray(lat, dtype=np.float64))
    lam = np.radians(np.asarray(lon, dtype=np.float64))
    sin_phi, cos_phi = np.sin(phi), np.cos(phi)
    prime_vertical = WGS84_MAJOR_AXIS_M / np.sqrt(1.0 - _ECCENTRICITY2 * sin_phi * sin_phi)
    xyz = np.empty((*phi.shape, 3))
    xyz[..., 0] = prime_vertical * cos_phi * np.cos(lam)
    xyz[..., 1] = prime_vertical * cos_phi * np.sin(lam)
    xyz[..., 2] = prime_vertical * (1.0 - _ECCENTRICITY2) * sin_phi
    return xyz


def ecef_of_m(position: LatLon) -> NDArray[np.float64]:
    """Return (x, y, z) of one position as :func:`ecef_m` does, some ten times as fast as that is for an array of one."""
    phi, lam = radians(position.lat), radians(position.lon)
    sin_phi, cos_phi = sin(phi), cos(phi)
    prime_vertical = WGS84_MAJOR_AXIS_M / sqrt(1.0 - _ECCENTRICITY2 * sin_phi * sin_phi)
    across = prime_vertical * cos_phi
    return np.array([across * cos(lam), across * sin(lam), prime_vertical * (1.0 - _ECCENTRICITY2) * sin_phi])


def _full_circle(azimuth_deg: float) -> float:
    """Turn an azimuth of -180..180 degrees into 0 <= bearing < 360."""
    turned = azimuth_deg % 360.0
    return 0.0 if turned >= 360.0 else turned
