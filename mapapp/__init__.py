"""mapapp: from a report to a checked map.

>>> from mapapp import read_report
>>> dossier = read_report("Aktobe, 100 kilometers from the Russian border, was the site of a bombing.")  # doctest: +SKIP
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mapapp.version import __version__

if TYPE_CHECKING:
    from mapapp.dossier import Dossier
    from mapapp.settings import Settings

__all__ = ["__version__", "read_report"]


def read_report(text: str, *, title: str = "", published: date | None = None, url: str = "", settings: Settings | None = None) -> Dossier:
    """Find and check everything in one report.

    Parameters
    ----------
    text
        The report as given. All offsets in the result count its Unicode code points.
    title, url
        What the report is called and where it stood; carried along, never fetched.
    published
        The day of publication, from which "on Monday" is counted. None: the dateline's date, if there is one.
    settings
        None: :class:`mapapp.settings.Settings` as they come.

    Raises
    ------
    mapapp.errors.InputError
        If there is no text, or more than ``settings.max_report_chars``.
    """
    # Imported here so that `import mapapp` and `mapapp --help` stay instant.
    from mapapp.dossier import read_report as read

    return read(text, title=title, published=published, url=url, settings=settings)
