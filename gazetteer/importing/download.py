"""Fetch a country's official GeoNames files: the only thing that ever asks the network, and only when told to."""

from __future__ import annotations

import http.client
import re
import urllib.error
import urllib.request
from pathlib import Path

from gazetteer.errors import DownloadFailed
from gazetteer.importing.making import Progress

SITE = "https://download.geonames.org/export/dump/"
TIMEOUT_S = 30.0
MAX_DOWNLOAD_BYTES = 4 << 30
_CHUNK_BYTES = 1 << 18
_MOST_DIGITS = 15
_WHAT = re.compile(r"geonames:([A-Za-z]{2}|allCountries)", re.IGNORECASE)


def asked_for(written: str) -> str | None:
    """Return which files "geonames:KZ" asks for: "KZ", "allCountries", or None where it asks for none."""
    match = _WHAT.fullmatch(written)
    if match is None:
        return None
    return match[1].upper() if len(match[1]) == 2 else "allCountries"


def download(what: str, folder: Path, *, progress: Progress, site: str = SITE) -> list[Path]:
    """Fetch the places and alternate names of a country, or of the world, into a folder; return the files.

    Parameters
    ----------
    what
        What :func:`asked_for` returned.
    folder
        Where to put them.
    progress
        Told how far it is.
    site
        Where to fetch from.

    Raises
    ------
    DownloadFailed
        If they cannot be fetched; what was there before stays.
    """
    alternates = "alternateNamesV2.zip" if what == "allCountries" else f"alternatenames/{what}.zip"
    return [_fetch(site + file, folder / file.replace("/", "-"), progress) for file in (f"{what}.zip", alternates)]


def _fetch(url: str, target: Path, progress: Progress) -> Path:
    unfinished, whole = target.with_suffix(".part"), False
    try:
        # The address is put together from a fixed site and two letters.
        with urllib.request.urlopen(url, timeout=TIMEOUT_S) as answer, unfinished.open("wb") as file:
            told = answer.headers.get("Content-Length") or ""
            size = int(told) if len(told) <= _MOST_DIGITS and told.isascii() and told.isdigit() else 0
            progress.stage(f"fetching {url}", size)
            done = 0
            while chunk := answer.read(_CHUNK_BYTES):
                done += len(chunk)
                if done > MAX_DOWNLOAD_BYTES:
                    msg = f"{url} is larger than {MAX_DOWNLOAD_BYTES >> 30} GB: not fetched"
                    raise DownloadFailed(msg)
                file.write(chunk)
                progress.step(len(chunk))
            if size and done != size:
                msg = f"{url} ended after {done:,} of {size:,} bytes: try again"
                raise DownloadFailed(msg)
        whole = True
    except (urllib.error.URLError, TimeoutError, ConnectionError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        msg = f"{url} cannot be fetched ({reason}): fetch it elsewhere, then `mapapp gazetteer import {target.name}`"
        raise DownloadFailed(msg) from error
    finally:
        if not whole:
            unfinished.unlink(missing_ok=True)
    unfinished.replace(target)
    return target
