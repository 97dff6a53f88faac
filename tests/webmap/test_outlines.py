"""The background: packing, cutting, names by zoom."""

import pytest

from mapapp.webmap.outlines import Frame, country_zoom, open_at_seams, packed_names, packed_patch, packed_world, patch_of, town_zoom


def unpacked(steps_list, steps):
    """Return what the page makes of a list of steps."""
    lon = lat = 0
    out = []
    for dx, dy in zip(steps_list[::2], steps_list[1::2], strict=True):
        lon, lat = lon + dx, lat + dy
        out.append((lon / steps, lat / steps))
    return out


def test_the_world_comes_back_as_it_was_packed(world):
    """First position, then steps."""
    packed = packed_world(world("coarse"))
    assert unpacked(packed["land"][0][0], packed["steps"]) == [(18.0, 46.0), (26.0, 46.0), (26.0, 51.0), (18.0, 51.0), (18.0, 46.0)]
    assert unpacked(packed["borders"][0], packed["steps"]) == [(22.27, 46.0), (22.27, 51.0)]


def test_a_coast_leaves_out_the_edge_along_the_180th_meridian(world):
    """That edge only closes the polygon."""
    patch = packed_patch(world("fine"), Frame(178.0, -19.0, 182.0, -15.0))
    assert [unpacked(line, patch["steps"]) for line in patch["coasts"]] == [
        [(179.0, -18.0), (180.0, -18.0)],
        [(180.0, -16.0), (179.0, -18.0)],
    ]
    assert open_at_seams([(0.0, -90.0), (90.0, -90.0), (90.0, -60.0), (0.0, -90.0)]) == [[(90.0, -90.0), (90.0, -60.0), (0.0, -90.0)]]


def test_the_patch_is_cut_to_its_frame(world):
    """Land to fill ends at the frame; lines reach one vertex beyond."""
    patch = packed_patch(world("fine"), Frame(22.0, 47.0, 23.0, 49.0))
    land = [position for polygon in patch["land"] for ring in polygon for position in unpacked(ring, patch["steps"])]
    assert {min(lon for lon, _ in land), max(lon for lon, _ in land)} == {22.0, 23.0}
    assert {min(lat for _, lat in land), max(lat for _, lat in land)} == {47.0, 49.0}
    assert len(patch["land"]) == 1


def test_a_patch_across_180_degrees_shifts_what_lies_beyond(world):
    """The frame runs on to 182; land at -179 is drawn at 181."""
    beyond = {"land": [[[[-180.0, -18.0], [-179.0, -18.0], [-179.0, -16.0], [-180.0, -18.0]]]], "borders": [], "disputed": []}
    patch = packed_patch(beyond, Frame(178.0, -19.0, 182.0, -15.0))
    assert unpacked(patch["land"][0][0], patch["steps"])[1] == (181.0, -18.0)


def test_only_a_map_of_something_small_has_a_patch():
    """A map of half the world needs no detail."""
    assert patch_of(None) is None
    assert patch_of([0.0, 0.0, 40.0, 10.0]) is None
    assert patch_of([22.0, 48.0, 23.0, 49.0]).holds(21.0, 47.0)


@pytest.mark.parametrize(("radius_km", "zoom"), [(4000.0, 1.5), (220.0, 4.4), (5.0, 7.0)])
def test_larger_countries_are_named_earlier(radius_km, zoom):
    """A name needs room."""
    assert country_zoom(radius_km) == zoom


@pytest.mark.parametrize(("population", "zoom"), [(30_000_000, 3.0), (1_000_000, 5.2), (0, 10.0)])
def test_larger_towns_are_named_earlier(population, zoom):
    """The largest first."""
    assert town_zoom(population) == zoom


def test_names_are_rows_of_text_and_numbers(landmarks):
    """Name, latitude, longitude, kind, zoom."""
    assert packed_names(landmarks, None) == [["Slovakia", 48.667, 19.5, 0, 4.4], ["Uzhhorod", 48.624, 22.295, 1, 8.1]]
