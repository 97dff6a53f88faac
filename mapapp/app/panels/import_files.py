"""Bring a list or GeoNames files: upload, how they are to be read, how far it is, and what came of it."""

from __future__ import annotations

import streamlit as st

from gazetteer.errors import GazetteerError
from gazetteer.importing import Labels
from gazetteer.importing.naming import columns_said, counted, proposed_name
from gazetteer.layers import find_layer, installed
from mapapp.app.imports import ImportJob, Outcome, Wanted, left_out_rows
from mapapp.app.wording import plain
from mapapp.errors import InputError

TYPES = ["csv", "tsv", "tab", "txt", "geojson", "json", "geojsonl", "ndjson", "gpkg", "zip"]
MOST_MB = 200
SHOWN_PROBLEMS = 10
JOB, OUTCOME, ERROR, ROUND = "import_job", "import_outcome", "import_error", "import_round"
"""Keys: the import that runs, what the last one made, why it failed, and how many have succeeded (which empties the form)."""

QUICK_SECONDS = 2.0
"""A list is imported within this time; only what takes longer is shown going on."""

TOLD_EVERY_SECONDS = 0.5

WINS = True
"""A list of one's own comes before all other places unless its owner says otherwise."""


def collect_outcome() -> None:
    """Take the result of an import that has ended. Called before anything is drawn that depends on the places."""
    job: ImportJob | None = st.session_state.get(JOB)
    if job is None or not job.is_done:
        return
    del st.session_state[JOB]
    try:
        st.session_state[OUTCOME] = job.outcome()
        st.session_state[ROUND] = _round() + 1
    except (GazetteerError, InputError, OSError) as error:
        st.session_state[ERROR] = in_terms_of_the_page(str(error))


def in_terms_of_the_page(message: str) -> str:
    """Return a message of the importer with the page's fields in place of the command's options."""
    return message.replace("with --columns ", "in “Columns” under “More”: ")


def draw_import() -> None:
    """Draw what came of the last import, how far the present one is, and the form, which keeps its file until that is imported."""
    if ERROR in st.session_state:
        st.error(plain(f"Nothing was imported. {st.session_state[ERROR]}"), icon=":material/error:")
    if OUTCOME in st.session_state and st.session_state[OUTCOME].layer in installed():
        _draw_outcome(st.session_state[OUTCOME])
    if JOB in st.session_state:
        _draw_progress()
    _draw_form()


def _draw_form() -> None:
    """Draw the upload and, once there is a file, how to read it."""
    st.file_uploader(
        f"Add a list (.csv .tsv .geojson .json .gpkg) or GeoNames files (KZ.zip, KZ.txt), up to {MOST_MB} MB",
        type=TYPES,
        accept_multiple_files=True,
        max_upload_size=MOST_MB,
        key=_key("files"),
        help="Columns are recognised by their headers: name, latitude, longitude, and if you have them other spellings, kind, note …",
    )
    st.caption("Larger files, and countries straight from GeoNames: `mapapp gazetteer import allCountries.zip` on the command line.")
    files = st.session_state[_key("files")]
    if not files:
        return
    names = [file.name for file in files]
    zipped = all(name.lower().endswith(".zip") for name in names)
    st.text_input(
        "Name of the list",
        value=proposed_name(names, dump=zipped),
        key=_key("name", *names),
        max_chars=48,
        help="a-z, 0-9 and hyphens",
    )
    _tell_of_namesake(st.session_state[_key("name", *names)].strip())
    if not zipped:
        st.toggle(
            "Comes before all other places",
            value=WINS,
            key=_key("wins"),
            help="Of several places of one name, yours is taken. Switch it off for a list that covers a whole country. "
            "GeoNames files are always ordered by how well known a place is.",
        )
    with st.expander("More"):
        st.text_input("Columns, if they are guessed wrong", key=_key("columns"), placeholder="name=Village, lat=Y, lon=X", max_chars=2000)
        st.text_input("Layer of a GeoPackage, if it has several", key=_key("layer"), max_chars=200)
        st.text_input("Licence", key=_key("licence"), max_chars=200)
        st.text_input("Notice that maps and exports must carry", key=_key("attribution"), max_chars=500)
    is_busy = JOB in st.session_state
    st.button("Import", type="primary", icon=":material/upload:", disabled=is_busy, on_click=_start, key="import_start")


def _tell_of_namesake(name: str) -> None:
    """Say that a layer of this name will be replaced."""
    there = find_layer(name)
    if there is not None:
        st.caption(plain(f"There is a list of this name, with {there.places:,} places: it will be replaced."))


def _start() -> None:
    """Start the import; what is quick is waited for."""
    st.session_state.pop(ERROR, None)
    st.session_state.pop(OUTCOME, None)
    files = st.session_state[_key("files")]
    if JOB in st.session_state or not files:
        return
    said = st.session_state.get
    try:
        job = ImportJob(
            Wanted(
                files=files,
                name=said(_key("name", *(file.name for file in files)), "").strip(),
                wins=said(_key("wins"), WINS),
                columns=columns_said(said(_key("columns"), "")),
                geopackage_layer=said(_key("layer"), "").strip() or None,
                labels=Labels(licence=said(_key("licence"), "").strip(), attribution=said(_key("attribution"), "").strip()),
            )
        )
    except (GazetteerError, InputError, OSError) as error:
        st.session_state[ERROR] = str(error)
        return
    st.session_state[JOB] = job
    job.wait(QUICK_SECONDS)


@st.fragment(run_every=TOLD_EVERY_SECONDS)
def _draw_progress() -> None:
    """Draw how far the import is, and look again in a moment; the rest of the page can be used meanwhile."""
    job: ImportJob | None = st.session_state.get(JOB)
    if job is None or job.is_done:
        st.rerun()
    st.progress(job.share, text=plain(f"{job.what[:1].upper()}{job.what[1:]} …"))
    st.button("Stop", icon=":material/stop_circle:", on_click=job.stop, key="import_stop")


def _draw_outcome(outcome: Outcome) -> None:
    """Draw what was imported, how it was read, and what could not be used."""
    layer = outcome.layer
    st.success(
        plain(f"Imported {counted(layer.places, 'place', 'places')} with {counted(layer.names, 'name', 'names')} as {layer.name}."),
        icon=":material/check_circle:",
    )
    lines = [f"Columns: {', '.join(f'{field} = {header}' for field, header in outcome.columns.items())}"] if outcome.columns else []
    lines += [note[:1].upper() + note[1:] for note in outcome.notes]
    lines += [f"{count:,} × {what}" for what, count in layer.mended.items()]
    for line in lines:
        st.caption(plain(line))
    if not layer.left_out:
        return
    rows = left_out_rows(layer, most=SHOWN_PROBLEMS)
    if not rows:
        return
    shown = "" if layer.left_out <= len(rows) else f"; the first {len(rows)} of them (all: “Rows left out” above)"
    with st.container(gap="xsmall", key="import_left_out"):
        st.caption(plain(f"{layer.left_out:,} {'row' if layer.left_out == 1 else 'rows'} could not be used{shown}:"))
        for row in rows:
            st.caption(plain(f"{f'{row.file}, ' if row.file else ''}line {row.line}: {row.reason}"))


def _round() -> int:
    """Return how many imports of this visit have succeeded."""
    done: int = st.session_state.get(ROUND, 0)
    return done


def _key(field: str, *more: str) -> str:
    """Return the key of a field of the form; after each import the form is a new one."""
    return "_".join((f"import_{field}_{_round()}", *more))
