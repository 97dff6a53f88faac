"""The arguments of each command, and the values they may have. Nothing here is slow to import."""

from __future__ import annotations

import argparse
from datetime import date
from math import isfinite

from mapapp.settings import VERDICT_PROFILES

DEFAULT_PORT = 8501
_LAST_PORT = 65_535


def app(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `mapapp app`."""
    parser.add_argument("project", nargs="?", metavar="PROJECT.gpkg", help="a project file to open (not yet in this version)")
    parser.add_argument("--port", type=port, default=DEFAULT_PORT, help="port (%(default)s); the next free one if it is taken")
    parser.add_argument("--no-browser", action="store_true", help="open no browser window, only say the address")
    parser.add_argument("--address", default="127.0.0.1", help="address to listen on (%(default)s: this machine only; there is no login)")


def read(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `mapapp read`."""
    parser.add_argument("file", metavar="FILE", help="a report as txt, html, docx or pdf; - for stdin")
    parser.add_argument("--published", type=day, metavar="DATE", help="day of publication, 2016-06-14: 'on Monday' is counted from it")
    parser.add_argument("--title", default="", help="title of the report, carried along")
    parser.add_argument("--url", default="", help="where the report stood, carried along, never fetched")
    _home(parser)
    _profile(parser)
    parser.add_argument("--format", choices=("text", "json", "geojson"), default="text", help="(%(default)s)")
    parser.add_argument("--out", metavar="F", help="write to this file instead of stdout")


def check(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `mapapp check`."""
    parser.add_argument(
        "sentence", nargs="?", default="-", metavar="SENTENCE", help="a sentence in quotes; - or nothing for a text on stdin"
    )
    _home(parser)
    _profile(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="(%(default)s)")


def batch(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `mapapp batch`."""
    columns = '{"id","text"[,"published","title","url","source"]}'
    parser.add_argument("reports", metavar="IN", help=f"JSONL {columns}, CSV or Parquet with these columns, or a folder")
    parser.add_argument("--out", required=True, metavar="DOSSIERS.jsonl", help="one dossier a line")
    parser.add_argument("--workers", type=positive, default=1, metavar="N", help="processes (%(default)s)")
    _home(parser)
    _profile(parser)
    parser.add_argument(
        "--learn-homes",
        action="store_true",
        help="learn where each source reports from: read the names in all reports first, then each report with what the others of the same "
        "host (of `url`) or the same `source` say; --home then holds where nothing can be learned. Takes about half as much time again",
    )
    parser.add_argument("--dask", metavar="ADDRESS", help="a Dask scheduler (not yet in this version)")
    parser.add_argument("--resume", action="store_true", help="go on behind the dossiers that DOSSIERS.jsonl holds already")


def _home(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments that give a home region."""
    parser.add_argument(
        "--home",
        action="append",
        default=[],
        metavar="PLACE",
        help='where the reports come from, as far as you know: "Wichita, Kansas", a country, or an id such as geonames:4281730; of places '
        "of one name those nearby are preferred. May be given several times",
    )
    parser.add_argument(
        "--home-country", action="append", default=[], type=country, metavar="CC", help="a country they come from (ISO 3166-1 alpha-2)"
    )


def _profile(parser: argparse.ArgumentParser) -> None:
    """Declare how severely stated distances are judged."""
    parser.add_argument(
        "--profile",
        choices=VERDICT_PROFILES,
        default=VERDICT_PROFILES[0],
        help="how severely stated distances are judged (%(default)s): strict for figures that mean a straight line, loose for rough news",
    )


def export(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `mapapp export`."""
    parser.add_argument("dossiers", metavar="DOSSIERS.jsonl", help="what `mapapp batch` wrote")
    parser.add_argument("--to", required=True, metavar="OUT", help="file to write: .geojson, .geojsonl, .csv or .html")
    parser.add_argument("--layers", default="incidents", metavar="LAYER,…", help="of incidents, areas, claims, mentions (%(default)s)")
    parser.add_argument("--publish", metavar="PROFILE", help="leave out what should not be published (not yet in this version)")
    parser.add_argument("--where", metavar="FILTER", help="only these incidents (not yet in this version)")


def lint(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `mapapp lint`."""
    parser.add_argument("file", metavar="FILE", help="an exported file")
    parser.add_argument("--fix", metavar="OUT", help="write a mended copy")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="(%(default)s)")
    parser.set_defaults(later="mapapp lint")


def place(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `mapapp place`."""
    parser.add_argument("name", metavar="NAME", help="a place name in any script")
    parser.add_argument("--country", type=country, metavar="CC", help="only places of this country (ISO 3166-1 alpha-2)")


def near(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `mapapp near`."""
    parser.add_argument("lat", type=degrees, metavar="LAT", help="latitude in decimal degrees, north positive")
    parser.add_argument("lon", type=degrees, metavar="LON", help="longitude in decimal degrees, east positive")


def border(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `mapapp border`."""
    parser.add_argument("country", type=country, metavar="A", help="a country (ISO 3166-1 alpha-2)")
    parser.add_argument("other", metavar="B", help="another country, `any` for any land border of A, `coast` for A's coast")
    parser.add_argument("--from", dest="position", nargs=2, type=degrees, required=True, metavar=("LAT", "LON"), help="measure from here")


def gazetteer(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `mapapp gazetteer`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION", title="actions")
    actions.add_parser("info", help="sources, versions, licences and layers")
    _gazetteer_import(actions.add_parser("import", help="bring more places: a GeoNames dump, or a list of your own"))
    _gazetteer_add(actions.add_parser("add", help="add one place to a list of your own"))
    gone = actions.add_parser("remove", help="remove a layer")
    gone.add_argument("layer", nargs="+", metavar="LAYER", help="a name that `mapapp gazetteer info` lists")


def _gazetteer_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "dump",
        nargs="+",
        metavar="DUMP",
        help="files of a GeoNames dump (KZ.zip allCountries.zip alternateNamesV2.zip hierarchy.zip admin1CodesASCII.txt …), or one list "
        "(.csv .tsv .geojson .gpkg); geonames:KZ fetches a country's files",
    )
    parser.add_argument("--name", metavar="LAYER", help="what to call the layer; by default after the file. One of that name is replaced")
    parser.add_argument(
        "--columns",
        type=columns,
        metavar="FIELD=HEADER,…",
        help="which column of a list is what: name, lat, lon, aliases, kind, note, country, admin1, population, id, radius_km",
    )
    parser.add_argument("--layer", default="", metavar="TABLE", help="which layer of a GeoPackage, if it has several")
    parser.add_argument(
        "--background", action="store_true", help="order a list's places by prominence like all others; by default a list comes first"
    )
    for label, what in (
        ("title", "what it is"),
        ("licence", "its licence"),
        ("attribution", "the notice that maps and exports must carry"),
    ):
        parser.add_argument(f"--{label}", default="", metavar="TEXT", help=what)
    parser.add_argument("--url", default="", metavar="URL", help="where it comes from")
    parser.add_argument("--vintage", default="", metavar="DATE", help="which state of the data it is, 2026-05-01")


def _gazetteer_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", metavar="NAME", help="the name as reports write it")
    parser.add_argument("lat", type=degrees, metavar="LAT", help="latitude in decimal degrees, north positive")
    parser.add_argument("lon", type=degrees, metavar="LON", help="longitude in decimal degrees, east positive")
    parser.add_argument("--alias", action="append", default=[], metavar="NAME", help="another spelling; may be given several times")
    parser.add_argument("--kind", choices=KINDS, help="city, village, facility … (a village if left out)")
    parser.add_argument("--note", default="", metavar="TEXT", help="a note for yourself, shown among the reasons")
    parser.add_argument("--country", type=country, metavar="CC", help="its country; by default the one it lies in")
    parser.add_argument("--list", default="my-places", metavar="LAYER", help="which list (%(default)s)")


KINDS = (
    "country", "admin1", "admin2", "admin3", "city", "village", "district", "continent", "region", "sea", "water", "land", "facility",
    "road", "other",
)  # fmt: skip
"""The kinds of place of the contract: written here so that no other command waits for the gazetteer."""


def columns(written: str) -> dict[str, str] | None:
    """Understand "name=Village,lat=Y"."""
    from gazetteer.errors import ListUnreadable
    from gazetteer.importing.naming import columns_said

    try:
        return columns_said(written)
    except ListUnreadable as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def doctor(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `mapapp doctor`."""
    parser.add_argument("--fix", action="store_true", help="say for each fault what mends it")
    parser.add_argument("--port", type=port, default=DEFAULT_PORT, help="the port the app would use (%(default)s)")


def day(written: str) -> date:
    """Understand a date such as 2016-06-14."""
    try:
        return date.fromisoformat(written.strip())
    except ValueError as error:
        msg = f"{written!r} is not a date: write year-month-day, such as 2016-06-14"
        raise argparse.ArgumentTypeError(msg) from error


def degrees(written: str) -> float:
    """Understand a number of degrees, negative ones too; finite."""
    try:
        number = float(written)
    except ValueError as error:
        msg = f"{written!r} is not a number of degrees, such as -12.04"
        raise argparse.ArgumentTypeError(msg) from error
    if not isfinite(number):
        msg = f"{written!r} is not a number of degrees, such as -12.04"
        raise argparse.ArgumentTypeError(msg)
    return number


def country(written: str) -> str:
    """Understand an ISO 3166-1 alpha-2 code, in either case."""
    if len(written) == 2 and written.isascii() and written.isalpha():
        return written.upper()
    msg = f"{written!r} is not a country code of two letters, such as KZ"
    raise argparse.ArgumentTypeError(msg)


def port(written: str) -> int:
    """Understand a port number."""
    if written.isascii() and written.isdigit() and 0 < int(written[:6]) <= _LAST_PORT:
        return int(written)
    msg = f"{written!r} is not a port: choose a number from 1 to {_LAST_PORT}"
    raise argparse.ArgumentTypeError(msg)


def positive(written: str) -> int:
    """Understand a whole number above 0."""
    if written.isascii() and written.isdigit() and 0 < int(written[:6]) <= 1024:
        return int(written)
    msg = f"{written!r} is not a number of processes, from 1 to 1024"
    raise argparse.ArgumentTypeError(msg)
