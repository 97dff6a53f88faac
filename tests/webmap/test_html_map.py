"""The page as text: one file, complete, shut against everything else, the same on every run."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from mapapp.errors import BadOption
from mapapp.incidents.incident import Attribution
from mapapp.webmap import html_map, notebook_html
from mapapp.webmap.standalone import MOST_FEATURES


class Elements(HTMLParser):
    """All elements of a page with their attributes, and the text of scripts."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.scripts = []
        self.words = []
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Note an element."""
        self.found.append((tag, dict(attrs)))
        self._inside = tag
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag):
        """Leave it."""
        self._inside = ""

    def handle_data(self, data):
        """Sort text into scripts and words."""
        if self._inside == "script":
            self.scripts[-1] += data
        elif self._inside != "style":
            self.words.append(data)

    @property
    def text(self):
        """The words that a reader sees, blanks made one."""
        return re.sub(r"\s+", " ", " ".join(self.words))


@pytest.fixture(scope="module")
def page(draw, collect, invented):
    """Draw all three dossiers."""
    return draw(collect(invented.harbour(), invented.fiji(), invented.quarry()), "Three reports")


def test_the_page_loads_nothing(page):
    """No element names a file; the only addresses are links to click."""
    elements = Elements(page).found
    assert not [attributes for _, attributes in elements if attributes.keys() & {"src", "srcset", "data", "action", "background"}]
    assert {tag for tag, attributes in elements if "href" in attributes} == {"a"}
    assert not {"link", "iframe", "img", "base", "form", "object"} & {tag for tag, _ in elements}
    assert "@import" not in page
    assert "url(" not in re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)


def test_the_policy_allows_the_two_scripts_and_nothing_else(page):
    """By their digests, so that no other script runs."""
    elements = Elements(page)
    policy = next(attributes["content"] for tag, attributes in elements.found if tag == "meta" and "http-equiv" in attributes)
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in elements.scripts]
    assert len(digests) == 2
    assert policy.startswith("default-src 'none'; ")
    assert re.findall(r"'sha256-([^']+)'", policy) == digests
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]


def test_no_element_has_a_handler(page):
    """No onclick or its like, which would not run anyway."""
    assert not [name for _, attributes in Elements(page).found for name in attributes if name.startswith("on")]


def test_sources_of_places_and_borders_stand_on_the_map(page):
    """CC BY 4.0 and ODbL."""
    text = Elements(page).text
    assert "OpenStreetMap contributors" in text
    assert re.search(r"GeoNames ?, CC BY 4\.0 · Field notes, Example Desk", text)


def test_the_notice_of_an_imported_layer_stands_where_its_places_do(draw, collect, invented):
    """Only there; and that of GeoNames, which every map has, not twice."""
    assert "Example Desk" not in draw(collect(invented.fiji()))
    dump = replace(invented.OWN_CAMPS, attribution="Place names and positions: GeoNames (geonames.org), CC BY 4.0, changed")
    assert Elements(draw(collect(replace(invented.fiji(), layers=(dump,))))).text.count("GeoNames") == 1


def test_incidents_are_counted_and_those_without_a_point_named(page):
    """Seven with a pin, two without, each with the reason."""
    text = Elements(page).text
    assert "9 incidents in 3 reports · 7 on the map, 2 without a point" in text
    assert "Not on the map (2)" in text
    assert "2011 · known only as Chile" in text
    assert "undated · the report names no place for it that could be found" in text


def test_parts_of_parts_stand_in_the_list(draw, collect, invented):
    """A country's total over that of a district over a town: three lists, one in another."""
    dossier = invented.harbour()
    first = next(incident for incident in dossier.incidents if incident.site and incident.site.position and incident.parent is None)
    nested = tuple(replace(first, id=f"level{level}", parent=f"level{level - 1}" if level else None) for level in range(3))
    page = draw(collect(replace(dossier, incidents=nested)), "A report")
    buttons = [attributes for tag, attributes in Elements(page).found if tag == "button" and "data-pin" in attributes]
    assert len(buttons) == 3
    assert page.count('class="entries parts"') == 2


def test_a_total_that_its_parts_do_not_add_up_to_is_marked_in_the_card(draw, collect, invented):
    """With both figures, and with who says so."""
    dossier = invented.harbour()
    mismatch = "killed: 4 in all, 5 in its parts"
    told = replace(dossier.incidents[0], sum_mismatch=mismatch, attribution=Attribution.ALLEGED, source="the mayor")
    page = draw(collect(replace(dossier, incidents=(told, *dossier.incidents[1:]))), "A report")
    assert f"⚠ {mismatch}" in page
    assert "alleged (the mayor)" in page


def test_what_is_denied_has_neither_the_pin_nor_the_colour_of_what_happened(draw, collect, invented):
    """In the pin, in the list and in the legend; the legend says nothing of denials where there are none."""
    dossier = invented.harbour()
    placed = next(incident for incident in dossier.incidents if incident.site and incident.site.position)
    denied = replace(placed, attribution=Attribution.DENIED)
    looks = [draw(collect(replace(dossier, incidents=(incident,))), "A report") for incident in (placed, denied)]
    assert [page.count("tone-other is-denied") for page in looks] == [0, 3]
    assert ["Denied: said not to have happened" in page for page in looks] == [False, True]


def test_each_incident_on_the_map_has_a_button_that_leads_to_its_pin(page):
    """Four incidents in one town share one pin."""
    pins = [attributes["data-pin"] for tag, attributes in Elements(page).found if tag == "button" and "data-pin" in attributes]
    assert len(pins) == 7
    assert sorted(pins.count(pin) for pin in set(pins)) == [1, 1, 1, 4]


def test_a_line_is_labelled_with_what_is_stated_and_what_is_measured(page):
    """Permanently, on the map."""
    assert "stated 20 km, measured 1.8 km: contradicted" in page
    assert '"permanent": true' in page


def test_a_claim_says_its_verdict_in_words_beside_the_map(page):
    """Never by colour alone."""
    text = Elements(page).text
    assert "“20 kilometers from the Slovak border”" in text
    assert "contradicted" in text
    assert "by road at most" in text


def test_the_same_collection_gives_the_same_page(draw, collect, invented):
    """No clock, no random names."""
    collection = collect(invented.harbour(), invented.fiji())
    assert draw(collection) == draw(collection)


def test_links_lead_to_web_addresses_only(draw, collect, poisoned, payloads):
    """A "javascript:" address is shown, not linked."""
    for name in ("x08", "x09", "x10"):
        links = [attributes["href"] for tag, attributes in Elements(draw(collect(poisoned(payloads[name])))).found if tag == "a"]
        assert {link.split(":")[0] for link in links} == {"https"}, name
        assert {link.split("/")[2] for link in links} == {"www.openstreetmap.org", "www.geonames.org"}, name


def test_hostile_words_add_no_element_to_the_page(draw, collect, poisoned, payloads):
    """Whatever the text, the page has the elements it has with a harmless one."""
    plain = [tag for tag, _ in Elements(draw(collect(poisoned("harmless")), "harmless")).found]
    for name, text in payloads.items():
        page = draw(collect(poisoned(text)), text)
        assert [tag for tag, _ in Elements(page).found] == plain, name
        assert "A49B" not in page, name


def test_a_map_of_nothing_is_a_map(draw, collect, invented):
    """A report without incidents says so."""
    from dataclasses import replace

    page = draw(collect(replace(invented.fiji(), incidents=(), claims=(), toponyms=())))
    assert "1 report · no incident found" in Elements(page).text


def test_too_many_features_are_refused_with_advice(draw):
    """A page that nobody could open helps nobody."""
    feature = {"type": "Feature", "id": "a", "geometry": None, "properties": {"layer": "incidents"}}
    with pytest.raises(BadOption, match=r"shows at most 20,000 features, not 20,001: .* \.geojson"):
        draw({"features": [feature] * (MOST_FEATURES + 1), "metadata": {"documents": 1}})


def test_the_notebook_view_is_the_page_in_a_frame_without_rights(monkeypatch, invented, world, landmarks):
    """It may run its scripts and open links, and cannot reach the notebook."""
    import mapapp.webmap.standalone as module

    def collection_of(dossiers, **options):
        from mapapp.export import feature_collection

        return feature_collection(dossiers, gazetteer=invented.Names(), **options)

    monkeypatch.setattr(module, "feature_collection", collection_of)
    monkeypatch.setattr(
        module, "html_map", lambda collection, *, title: html_map(collection, title=title, basemap=world, landmarks=landmarks)
    )
    frame = Elements(notebook_html(invented.harbour())).found
    assert [tag for tag, _ in frame] == ["iframe"]
    assert frame[0][1]["sandbox"] == "allow-scripts allow-popups"
    assert "Two fires" in Elements(frame[0][1]["srcdoc"]).text
