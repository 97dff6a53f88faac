"""Words for several places: "towns", "provinces"."""

PLACE_NOUNS = frozenset(
    """
    towns cities villages districts provinces regions places areas states parts neighbourhoods neighborhoods localities communities
    departments counties suburbs islands municipalities governorates locations sites cantons prefectures
    """.split()
)

AREA_NOUNS = frozenset("province region district state county department governorate prefecture oblast city town municipality".split())
"""Words behind the name of a place, in the singular."""
