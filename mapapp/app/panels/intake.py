"""Where a report comes in: an example, pasted text, or a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from mapapp.app import session
from mapapp.app.panels.home import draw_home
from mapapp.app.panels.own_places import draw_own_places
from mapapp.app.state import Given, ReportRefused, Selection, What
from mapapp.app.wording import plain
from mapapp.errors import InputError
from mapapp.examples import Example, load
from mapapp.report.calendar_words import day_in_words
from mapapp.report.reading import read_file

EXAMPLE, PASTE, FILE = "Example", "Paste text", "File"
FILE_TYPES = ["txt", "html", "htm", "docx", "pdf", "md"]
FIRST_DAY = date(1800, 1, 1)


def open_first() -> None:
    """Open the first visit on an example: the one the address names, else the first."""
    if session.state().given is not None or session.state().error:
        return
    examples = load()
    if not examples:
        return
    wanted = st.query_params.get("example", "")
    chosen = next((example for example in examples if example.name == wanted), examples[0])
    incident = st.query_params.get("incident")
    session.submit(_given(chosen), selection=None if incident is None else Selection(What.INCIDENT, incident))
    st.session_state["example"] = chosen.name


def draw_intake() -> None:
    """Draw the ways in, one at a time, and the message if the last report could not be read."""
    examples = load()
    ways = [EXAMPLE, PASTE, FILE] if examples else [PASTE, FILE]
    with st.container(border=True):
        left, middle, right = st.columns([3, 5, 4], vertical_alignment="center", gap="small")
        with right, st.container(horizontal=True, gap="small", key="settings"):
            draw_home()
            draw_own_places()
        choice = left.segmented_control("Report to read", ways, default=ways[0], key="way", label_visibility="collapsed", required=True)
        if choice == EXAMPLE:
            with middle:
                _example_picker({example.name: example for example in examples})
        elif choice == PASTE:
            _paste_form()
        else:
            _file_form()
        # Inside the box: outside, it would push everything below it and the map would be made anew.
        if session.state().error:
            message = session.state().error
            st.error(plain(message[:1].upper() + message[1:]), icon=":material/error:")


def _example_picker(examples: dict[str, Example]) -> None:
    """Draw the choice of examples; choosing one reads it at once."""
    st.selectbox(
        "Example report",
        list(examples),
        key="example",
        format_func=lambda name: _caption(examples[name]),
        on_change=lambda: _read_example(examples[st.session_state["example"]]),
        label_visibility="collapsed",
    )


def _caption(example: Example) -> str:
    """Return an example's title with its date."""
    return example.title if example.published is None else f"{example.title}, {day_in_words(example.published)}"


def _read_example(example: Example) -> None:
    """Read an example."""
    if session.submit(_given(example)):
        _address(example.name)


def _given(example: Example) -> Given:
    """Return an example as a visitor would have given it."""
    return Given(example.text, title=example.title, published=example.published, example=example.name)


def _paste_form() -> None:
    """Draw the paste box. It keeps its text whatever happens to the reading."""
    with st.form("paste", border=False, enter_to_submit=False):
        st.text_area(
            "Text of the report",
            key="pasted",
            height=130,
            placeholder="Paste a news report, a situation report, an eyewitness account …",
            help="The text stays on this machine. English is read best; in other languages only place names are matched.",
        )
        _about("pasted", _read_pasted)


def _read_pasted() -> None:
    """Read the pasted text."""
    _read(st.session_state["pasted"], "pasted")


def _file_form() -> None:
    """Draw the upload. Its kind is found out from its content, not believed from its name."""
    with st.form("file", border=False, enter_to_submit=False):
        st.file_uploader(
            "File with the report: text, web page, Word or PDF, up to 20 MB", type=FILE_TYPES, key="uploaded", max_upload_size=20
        )
        _about("uploaded", _read_uploaded)


def _read_uploaded() -> None:
    """Read the uploaded file."""
    uploaded = st.session_state["uploaded"]
    if uploaded is None:
        session.dispatch(ReportRefused("Choose a file first: a text, a web page, a Word document or a PDF."))
        return
    try:
        text = read_file(uploaded.name, uploaded.getvalue())
    except InputError as error:
        session.dispatch(ReportRefused(str(error)))
        return
    _read(text, "uploaded", title=uploaded.name)


def _about(prefix: str, read: Callable[[], None]) -> None:
    """Draw what may be said about the report, nothing of it needed, and the button that reads it."""
    title, published, url, button = st.columns([3, 2, 3, 1], vertical_alignment="bottom")
    button.form_submit_button("Read", type="primary", icon=":material/search:", on_click=read, width="stretch")
    title.text_input("Title (optional)", key=f"{prefix}_title", max_chars=300)
    published.date_input(
        "Published (optional)",
        value=None,
        key=f"{prefix}_published",
        min_value=FIRST_DAY,
        max_value=date(2999, 12, 31),
        help="The day from which “on Monday” or “last year” is counted.",
    )
    url.text_input("Address (optional)", key=f"{prefix}_url", max_chars=2000, help="Kept with the findings, never opened.")


def _read(text: str, prefix: str, *, title: str = "") -> None:
    """Read a text with what was said about it; ``title`` stands in where the visitor gave none."""
    given = Given(
        text,
        title=st.session_state[f"{prefix}_title"].strip() or title,
        published=st.session_state[f"{prefix}_published"],
        url=st.session_state[f"{prefix}_url"].strip(),
    )
    if session.submit(given):
        _address("")


def _address(example: str) -> None:
    """Let the address of the page name the example, if it is one; an old incident no longer belongs to it."""
    st.query_params.clear()
    if example:
        st.query_params["example"] = example
