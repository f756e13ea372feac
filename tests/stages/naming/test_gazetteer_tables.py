"""The gazetteer's making: what the sources become."""

import pyarrow as pa
import pytest

import seeds
from stages.naming.gazetteer_tables import gazetteer_tables, kilometres


def made(cities, subdivisions=()):
    """The gazetteer's rows by id, from the seed, these cities and these subdivisions."""
    columns = ("geonameid", "name", "country_code", "admin1_code", "latitude", "longitude", "population",
               "alternate_names")  # fmt: skip
    rows = [dict(zip(columns, city, strict=True)) for city in cities]
    parts = ("place_id", "name", "country_code")
    divisions = pa.Table.from_pylist(
        [dict(zip(parts, each, strict=True)) for each in subdivisions]
        or [{"place_id": "FR-X", "name": "X", "country_code": "FR"}]
    )
    empty = [{**dict.fromkeys(columns), "geonameid": 0, "name": "Nowhere", "country_code": "AQ", "population": 0,
              "latitude": 0.0, "longitude": 0.0, "alternate_names": []}]  # fmt: skip
    table, _ = gazetteer_tables(seeds.load("places"), pa.Table.from_pylist(rows or empty), divisions)
    return {row["place_id"]: row for row in table.to_pylist()}


def test_city_the_seed_knows_is_not_doubled():
    assert "geonames:7" not in made([(7, "Hims", "SY", "11", 34.73, 36.72, 775_404, [])])


def test_namesake_far_from_the_seeds_city_is_another_place():
    assert "geonames:7" in made([(7, "Homs", "SY", "09", 36.5, 37.9, 800, [])])


def test_city_lies_in_the_province_of_its_code():
    assert made([(7, "Someville", "SY", "12", 35.9, 36.6, 800, [])])["geonames:7"]["container_id"] == "SY-ID"


def test_province_takes_the_code_and_the_centre_of_its_namesake():
    rows = made(
        [(1, "Bari", "IT", "13", 41.0, 16.8, 300, []), (2, "Monopoli", "IT", "13", 42.0, 17.8, 300, [])],
        [("IT-BA", "Bari", "IT")],
    )
    assert rows["geonames:2"]["container_id"] == "IT-BA"
    assert (rows["IT-BA"]["latitude"], rows["IT-BA"]["longitude"]) == (41.5, 17.3)


@pytest.mark.parametrize(("people", "kind"), [(60_000, "city"), (6_000, "town"), (600, "village")])
def test_kind_by_inhabitants(people, kind):
    assert made([(7, "Someville", "FR", "11", 48.0, 2.0, people, [])])["geonames:7"]["kind"] == kind


def test_seed_places_stand_in_places_that_exist():
    rows = seeds.load("places").to_pylist()
    known = {row["place_id"] for row in rows}
    assert [row["place_id"] for row in rows if row["container_id"] and row["container_id"] not in known] == []


def test_distance():
    assert kilometres(33.51, 36.29, 36.20, 37.16) == pytest.approx(309, abs=3)
