"""What the made-up places are, in about the shares of the real dump, and the words that say so in their names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from gazetteer import Place
from gazetteer.place import Kind

SHARES = (
    "P.PPL 33.5 P.PPLX 2.6 P.PPLL 2.2 P.PPLA4 0.4 P.PPLA3 0.5 P.PPLA2 0.2 P.PPLQ 0.3 P.PPLF 0.2 P.PPLW 0.05 P.PPLH 0.05 P.PPLS 0.1 "
    "P.STLMT 0.05 "
    "S.SCH 3.2 S.CH 3.0 S.FRM 3.6 S.HTL 1.6 S.CMTY 1.5 S.BLDG 1.1 S.RSTN 0.7 S.WLL 0.9 S.MSQE 0.4 S.AIRP 0.4 S.DAM 0.6 S.BDG 0.4 "
    "S.TOWR 0.6 "
    "H.STM 9.0 H.LK 2.4 H.STMI 1.4 H.SPNG 0.9 H.BAY 0.6 H.RSV 0.8 H.WAD 0.5 H.CNL 0.4 H.WLL 0.3 H.PND 0.3 "
    "T.MT 4.4 T.HLL 3.4 T.ISL 1.4 T.VAL 1.2 T.PT 0.9 T.RDGE 0.6 T.CAPE 0.5 T.PK 0.5 T.MTS 0.3 T.RK 0.3 "
    "L.LCTY 2.0 L.PRK 0.8 L.AREA 0.9 L.FLD 0.3 L.RGN 0.1 L.RESV 0.1 L.OILF 0.1 A.ADM4 1.2 A.ADM3 0.9 A.ADM2H 0.1 A.ADMD 0.5 A.ADM5 0.6 "
    "R.RD 0.4 R.ST 0.6 R.TRL 0.1 R.RR 0.05 V.FRST 0.4 V.GRSLD 0.1 V.VIN 0.05 V.HTH 0.05 U.SMTU 0.01 U.CNYU 0.01"
)
"""Shares in per cent of the classes and codes, in round figures after GeoNames' own statistics."""

WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {
        "stream": ("%s Creek", "%s River", "%s Brook", "%s Branch", "Little %s Creek"), "lake": ("%s Lake", "Lake %s", "%s Pond"),
        "reservoir": ("%s Reservoir", "Lake %s"), "mountain": ("Mount %s", "%s Mountain", "%s Peak"), "hill": ("%s Hill", "%s Butte"),
        "island": ("%s Island",), "valley": ("%s Valley", "%s Canyon", "%s Hollow"), "point": ("%s Point", "Point %s"), "bay": ("%s Bay",),
        "school": ("%s School", "%s Elementary School", "%s High School"), "church": ("%s Church", "%s Baptist Church", "Saint %s Church"),
        "cemetery": ("%s Cemetery",), "farm": ("%s Farm", "%s Ranch"), "hotel": ("%s Hotel", "Hotel %s", "%s Inn"), "park": ("%s Park",),
        "station": ("%s Station",), "airport": ("%s Airport", "%s Field"), "spring": ("%s Spring", "%s Springs"), "forest": ("%s Forest",),
        "mosque": ("%s Mosque",), "dam": ("%s Dam",), "road": ("%s Road", "%s Trail"), "division": ("%s District", "Township of %s"),
        "bridge": ("%s Bridge",), "well": ("%s Well",), "quarter": ("%s Heights", "%s Park", "East %s"),
        "building": ("%s Building", "%s Hall"),
    },
    "es": {
        "stream": ("Arroyo %s", "Río %s", "Quebrada %s"), "lake": ("Laguna %s", "Lago %s"), "reservoir": ("Presa %s",),
        "mountain": ("Cerro %s", "Cerro El %s"), "hill": ("Loma %s", "Cerro %s"), "island": ("Isla %s",),
        "valley": ("Valle %s", "Cañada %s"),
        "school": ("Escuela %s",), "church": ("Iglesia de %s",), "cemetery": ("Panteón %s",), "farm": ("Rancho %s", "Hacienda %s"),
        "hotel": ("Hotel %s",), "park": ("Parque %s",), "quarter": ("Colonia %s", "Barrio %s"), "division": ("Municipio de %s",),
        "town": ("San %s", "Santa %s", "El %s", "Los %s", "%s de Arriba"), "spring": ("Ojo de %s",), "point": ("Punta %s",),
        "bay": ("Bahía %s",),
    },
    "fr": {
        "stream": ("Rivière %s", "Ruisseau de %s"), "lake": ("Lac %s", "Lac de %s"), "mountain": ("Mont %s", "Pic de %s"),
        "hill": ("Colline %s",),
        "school": ("École %s",), "church": ("Église %s",), "farm": ("Ferme %s",), "island": ("Île %s",), "forest": ("Forêt de %s",),
        "hotel": ("Hôtel %s",), "town": ("Saint-%s", "%s-le-Vieux"), "quarter": ("Quartier %s",), "division": ("Commune de %s",),
    },
    "pt": {
        "stream": ("Rio %s", "Ribeirão %s", "Córrego %s"), "lake": ("Lagoa %s",), "mountain": ("Serra %s",), "hill": ("Morro %s",),
        "farm": ("Fazenda %s", "Sítio %s"), "school": ("Escola %s",), "church": ("Igreja %s",), "town": ("São %s", "%s do Norte"),
        "quarter": ("Bairro %s",), "island": ("Ilha %s",), "division": ("Município de %s",),
    },
    "ru": {
        "stream": ("Reka %s", "Ruchey %s"), "lake": ("Ozero %s",), "mountain": ("Gora %s",), "hill": ("Gora %s",), "island": ("Ostrov %s",),
        "station": ("Stantsiya %s",), "forest": ("Urochishche %s",), "town": ("Nizhniy %s", "Verkhniy %s", "Novo%s", "Staraya %s"),
        "division": ("%s Rayon",), "farm": ("Khutor %s",), "valley": ("Balka %s",), "point": ("Mys %s",),
    },
    "ar": {
        "stream": ("Wādī %s", "Wadi %s"), "mountain": ("Jabal %s",), "hill": ("Tall %s", "Ra’s %s"), "spring": ("‘Ayn %s",),
        "well": ("Bi’r %s",),
        "mosque": ("Jāmi‘ %s", "Masjid %s"), "town": ("Kafr %s", "Khirbat %s", "Bayt %s", "Al %s", "Tall %s", "Umm %s", "Dayr %s"),
        "school": ("Madrasat %s",), "farm": ("Mazra‘at %s", "‘Izbat %s"), "quarter": ("Ḩayy %s",), "island": ("Jazīrat %s",),
        "division": ("Nāḩiyat %s", "Markaz %s"), "lake": ("Buḩayrat %s",), "valley": ("Wādī %s",), "point": ("Ra’s %s",),
    },
    "fa": {
        "stream": ("Rūd-e %s", "%s Khwaṟ"), "mountain": ("Kūh-e %s", "%s Ghar"), "hill": ("Tappeh-ye %s",), "spring": ("Cheshmeh-ye %s",),
        "town": ("%sābād", "%s-e Bālā", "%s-e Pā’īn", "Deh-e %s", "Kalatah-ye %s", "Qal‘ah-ye %s"), "valley": ("Darreh-ye %s",),
        "quarter": ("Maḩalleh-ye %s",), "division": ("Dehestān-e %s", "Woluswālī-ye %s"), "school": ("Dabestān-e %s",),
    },
    "tr": {
        "stream": ("%s Deresi", "%s Çayı"), "lake": ("%s Gölü",), "mountain": ("%s Dağı",), "hill": ("%s Tepe", "%s Tepesi"),
        "school": ("%s Okulu",),
        "town": ("%sköy", "%sören", "Yukarı%s", "Aşağı%s"), "quarter": ("%s Mahallesi",), "island": ("%s Adası",),
        "division": ("%s İlçesi",),
    },
    "de": {
        "stream": ("%sbach", "%ser Bach"), "lake": ("%ssee", "%ser See"), "mountain": ("%sberg", "%sspitze"), "hill": ("%sberg", "%sbühl"),
        "hotel": ("Hotel %s", "Gasthof %s"), "church": ("%skirche",), "farm": ("%shof",), "forest": ("%swald",),
        "town": ("%sdorf", "Ober%s", "Nieder%s"),
        "division": ("Gemeinde %s",), "school": ("%sschule",),
    },
    "id": {
        "stream": ("Sungai %s", "Kali %s", "Air %s"), "lake": ("Danau %s",), "mountain": ("Gunung %s",), "hill": ("Bukit %s",),
        "town": ("Kampung %s", "Desa %s"),
        "island": ("Pulau %s",), "mosque": ("Masjid %s",), "school": ("SD %s",), "point": ("Tanjung %s",), "division": ("Kecamatan %s",),
    },
    "zh": {
        "stream": ("%s He", "%s Jiang"), "lake": ("%s Hu",), "mountain": ("%s Shan",), "hill": ("%s Ling",),
        "town": ("%scun", "%szhuang", "%sjia", "%s"),
        "reservoir": ("%s Shuiku",), "island": ("%s Dao",), "division": ("%s Zhen", "%s Xiang"),
    },
}  # fmt: skip
"""Forms of names by language and group of feature codes."""
SAME_WORDS = {"uk": "ru", "bg": "ru", "sr": "ru", "ur": "fa", "mn": "ru"}
LIKELY_WITH_WORDS = {"town": 0.25, "quarter": 0.4, "farm": 0.6}
USUALLY_WITH_WORDS = 0.85

GROUPS = {
    "stream": "STM STMI WAD CNL", "lake": "LK PND", "reservoir": "RSV", "mountain": "MT PK MTS RDGE", "hill": "HLL RK", "island": "ISL",
    "valley": "VAL", "point": "PT CAPE", "bay": "BAY", "school": "SCH", "church": "CH", "cemetery": "CMTY", "farm": "FRM", "hotel": "HTL",
    "park": "PRK RESV", "station": "RSTN", "airport": "AIRP", "spring": "SPNG", "forest": "FRST GRSLD HTH VIN", "mosque": "MSQE",
    "dam": "DAM",
    "road": "RD ST TRL RR", "division": "ADM2H ADM3 ADM4 ADM5 ADMD", "bridge": "BDG", "well": "WLL", "quarter": "PPLX",
    "town": "PPL PPLL PPLA2 PPLA3 PPLA4 PPLQ PPLF PPLH", "building": "BLDG TOWR",
}  # fmt: skip
_GROUP_OF_CODE = {code: group for group, codes in GROUPS.items() for code in codes.split()}


@lru_cache(maxsize=1)
def codes() -> tuple[list[tuple[str, str]], npt.NDArray[np.float64]]:
    """Return classes with codes, and their shares, which sum to one."""
    words = SHARES.split()
    shares = np.array(words[1::2], dtype=np.float64)
    pairs = [word.partition(".")[::2] for word in words[::2]]
    return pairs, shares / shares.sum()


def forms(language: str, code: str) -> tuple[tuple[str, ...], float]:
    """Return the forms of names for a feature code, and how likely a name takes one; none and 0 where the language has none."""
    group = _GROUP_OF_CODE.get(code, "")
    words = WORDS.get(SAME_WORDS.get(language, language), WORDS["en"])
    return words.get(group, ()), LIKELY_WITH_WORDS.get(group, USUALLY_WITH_WORDS)


def true_class(place: Place) -> tuple[str, str]:
    """Return the class and code of a true place."""
    return "A" if place.kind in {Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2} else "P", place.feature_code
