"""One record while the gazetteer is being built."""

from __future__ import annotations

from dataclasses import dataclass, field

from gazetteer.place import Kind


@dataclass(slots=True)
class Record:
    """A place with all its names. ``code`` is ISO 3166-1 alpha-2, a division code such as "KZ.04", or the id of a hand-kept row.

    ``merged`` holds the ids of hand-kept rows that only said more about this record. ``names`` maps a name as written to how the record
    bears it (a position in :data:`gazetteer.name_table.HOWS`). ``lat`` and ``lon`` in degrees, WGS 84; ``radius_km`` is not used for
    populated places, whose radius follows from their population.
    """

    geonameid: int
    code: str
    name: str
    lat: float
    lon: float
    kind: Kind
    feature_code: str
    population: int = 0
    radius_km: float = 0.0
    countries: tuple[str, ...] = ()
    admin1: str = ""
    admin2: str = ""
    prominence: float = 0.0
    names: dict[str, int] = field(default_factory=dict)
    capital_of: str = ""
    merged: tuple[str, ...] = ()

    def add_name(self, name: str, how: int) -> None:
        """Add a name, keeping the closer of two ways to bear it."""
        if name:
            self.names[name] = min(how, self.names.get(name, how))
