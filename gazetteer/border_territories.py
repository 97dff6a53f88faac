"""Territories with an ISO 3166-1 code of their own and the state they belong to.

Borders and coasts of a state do not count its territories: the coast of FR is that of European France. But where a state borders another
only through a territory (FR and BR in French Guiana), that border is meant, and the answer says so.
"""

TERRITORY_OF = {
    "AI": "GB", "AS": "US", "AW": "NL", "AX": "FI", "BL": "FR", "BM": "GB", "BQ": "NL", "BV": "NO", "CC": "AU", "CK": "NZ", "CW": "NL",
    "CX": "AU", "FK": "GB", "FO": "DK", "GF": "FR", "GG": "GB", "GI": "GB", "GL": "DK", "GP": "FR", "GS": "GB", "GU": "US", "HK": "CN",
    "HM": "AU", "IM": "GB", "IO": "GB", "JE": "GB", "KY": "GB", "MF": "FR", "MO": "CN", "MP": "US", "MQ": "FR", "MS": "GB", "NC": "FR",
    "NF": "AU", "NU": "NZ", "PF": "FR", "PM": "FR", "PN": "GB", "PR": "US", "RE": "FR", "SH": "GB", "SJ": "NO", "SX": "NL", "TC": "GB",
    "TF": "FR", "TK": "NZ", "UM": "US", "VG": "GB", "VI": "US", "WF": "FR", "YT": "FR",
}  # fmt: skip
"""Code of the territory -> code of its state, after ISO 3166-1 (remarks on each code)."""


def territories_of(country: str) -> tuple[str, ...]:
    """Return the codes of the territories of a state, sorted; none for most."""
    return tuple(sorted(territory for territory, state in TERRITORY_OF.items() if state == country))
