"""The map of events: what it shows, how wide an uncertain place is, and when a country gets a map of its own."""

import pytest

from warehouse.site.ground import near_of, outline_of, outlines, view_of
from warehouse.site.maps import CLOSER, closer_of, events_maps, reach_of


def place(latitude: float, longitude: float, count: int = 1, **changes: object) -> dict[str, object]:
    """A place in Syria where that many events happened, changed as told."""
    return {
        "entity_id": "ab" * 8, "name": "Homs", "latitude": latitude, "longitude": longitude, "event_count": count,
        "claim_count": count, "place_precision": "city", "country_code": "SY", **changes,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("points", "west", "east"),
    [
        ([(34.0, 36.0)], 33.0, 39.0),  # one place is shown with its surroundings
        ([(34.0, 36.0), (-1.7, 29.2)], 29.2, 36.0),
    ],
)
def test_map_holds_every_point(points: list[tuple[float, float]], west: float, east: float) -> None:
    view = view_of([place(latitude, longitude) for latitude, longitude in points])
    assert all(view.holds(latitude, longitude) for latitude, longitude in points)
    assert view.west <= west
    assert view.east >= east


@pytest.mark.parametrize(
    ("counts", "kept"),
    [
        ([10, 8, 5, 1], 3),  # one event far away does not shrink the map
        ([10, 8, 5, 9], 4),  # nine do
        ([1, 1], 2),
    ],
)
def test_map_leaves_out_only_what_few_events_hold(counts: list[int], kept: int) -> None:
    longitudes = [36.0, 36.5, 37.0, -74.0]
    points = [place(34.0, longitude, count) for longitude, count in zip(longitudes, counts, strict=False)]
    assert len(near_of(points)) == kept


def test_area_of_a_country_is_as_wide_as_its_towns_lie_and_a_town_has_none() -> None:
    syria, lebanon = place(35.0, 38.0), place(33.9, 35.9, country_code="LB")
    reaches = [reach_of({**point, "place_precision": "country"}) for point in (syria, lebanon)]
    assert reaches[0] > reaches[1] > 0
    assert reach_of(syria) == 0
    assert 0 < reach_of({**syria, "place_precision": "province"}) < reaches[0]


NEAR = [place(33.5, 36.3, 5), place(36.2, 37.2, 5)]
FAR = [place(12.6, -8.0, 6, country_code="ML"), place(48.0, 37.8, 6, country_code="UA")]


@pytest.mark.parametrize(
    ("points", "name"),
    [
        ([*NEAR, *FAR], "Syria"),  # nearly half of the events, on a thumbnail of the whole map
        (NEAR, None),  # the whole map shows them well
        ([NEAR[0], *FAR], None),  # one place needs no map
        ([NEAR[0], place(36.2, 37.2, 1), *(place(p, 20.0, 9, country_code=None) for p in (10.0, 40.0))], None),
    ],
)
def test_country_has_a_map_of_its_own_where_the_whole_shows_it_too_small(
    points: list[dict[str, object]], name: str | None
) -> None:
    whole = view_of(points)
    closer = closer_of(points, whole)
    assert (closer and closer[0]) == name
    if closer:
        assert (whole.east - whole.west) / (closer[1].east - closer[1].west) >= CLOSER


def test_a_country_is_drawn_by_its_border_and_a_province_by_a_circle() -> None:
    told = [place(35.0, 38.0, place_precision="country"), place(34.0, 36.5, place_precision="province")]
    drawing = str(events_maps(told)[0][0].drawing)
    assert drawing.count('<path class="spot area"') == 1
    assert drawing.count('<circle class="spot area"') == 1
    assert '<path class="land"' in drawing
    assert outline_of("SY")
    assert outline_of("XX") == outline_of(None) == []  # too small for the map, or unknown: a circle


def test_every_outline_is_a_ring_on_the_globe() -> None:
    rings = [ring for country in outlines().values() for ring in country]
    assert len(rings) > 250
    assert all(len(ring) > 2 for ring in rings)
    assert all(-180 <= east <= 180 and -90 <= north <= 90 for ring in rings for east, north in ring)


def test_names_on_the_map_are_escaped_and_places_outside_are_told() -> None:
    crowd = [place(33.5, 36.3, 40, name="<script>"), place(36.2, 37.2, 40)]
    maps, outside = events_maps([*crowd, place(-33.0, -70.0, 1, name="Santiago")])
    assert "<script>" not in maps[0].drawing
    assert [point["name"] for point in outside] == ["Santiago"]
    assert events_maps([]) == ([], [])
