"""Places: what a name means in its document."""

import pyarrow as pa
import pytest

import seeds
from stages.naming.gazetteer import Gazetteer
from stages.naming.gazetteer_tables import gazetteer_tables
from stages.naming.scene import Context
from stages.places import PlaceName, antecedent_of, resolve

CITIES = pa.Table.from_pylist(
    [
        {"geonameid": at, "name": name, "country_code": country, "admin1_code": province, "latitude": north,
         "longitude": east, "population": people, "alternate_names": others}
        for at, (name, country, province, north, east, people, others) in enumerate(
            [
                ("Paris", "FR", "11", 48.85, 2.35, 2_138_551, ["Lutetia", "PAR", "parys"]),
                ("Paris", "US", "TX", 33.66, -95.56, 24_171, []),
                ("Dallas", "US", "TX", 32.78, -96.81, 1_300_092, []),
                ("Alexandria", "EG", "06", 31.20, 29.92, 3_811_516, []),
                ("Alexandria", "US", "LA", 31.31, -92.45, 47_889, []),
                ("Hims", "LY", "61", 32.65, 14.26, 201_943, []),
                ("Tripolis", "GR", "41", 37.51, 22.38, 26_561, ["Tripoli"]),
                ("Homs", "SY", "11", 34.73, 36.72, 775_404, ["Hims", "Emesa"]),
                ("Lonely", "BR", "15", -10.0, -50.0, 900, []),
            ],
            1,
        )
    ]
)  # fmt: skip
SUBDIVISIONS = pa.table(
    {"place_id": ["FR-IDF", "EG-ALX"], "name": ["Île-de-France", "Alexandria"], "country_code": ["FR", "EG"]}
)


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer(*gazetteer_tables(seeds.load("places"), CITIES, SUBDIVISIONS))


def resolved(text, gazetteer, *names, **context):
    """What each name means at its first place in the text."""
    asked = [PlaceName(name, text.index(name), text.index(name) + len(name)) for name in names]
    return [found and found.place for found in resolve(asked, Context(text, **context), gazetteer=gazetteer)]


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("Shells fell on Homs, Syrian activists said.", "Homs", "sy-homs"),
        ("Shells fell on Hims, Syrian activists said.", "Hims", "sy-homs"),  # a spelling, and not Libya's Hims
        ("Shells fell on villages in Homs province, Syrian activists said.", "Homs", "SY-HI"),
        ("They fled the province of Homs for Lebanon, Syrians said.", "Homs", "SY-HI"),
        ("Fighting was heavy in Dair Alzour, the Syrian state agency said.", "Dair Alzour", "sy-deir-ez-zor"),
        ("Syrian soldiers left Idleb.", "Idleb", "sy-idlib"),
        ("Syrian tanks entered Kuriyeh.", "Kuriyeh", "sy-quriya"),  # no such spelling in the seed
        ("The minister flew to Paris on Monday.", "Paris", "geonames:1"),
        ("Texans in Paris, Texas, voted.", "Paris", "geonames:2"),  # the container stands beside it
        ("Aid reached Alexandria in Egypt.", "Alexandria", "geonames:4"),
        ("Police in Tripoli said Lebanese soldiers were hurt.", "Tripoli", "lb-tripoli"),
        ("Police in Tripoli said Libyan soldiers were hurt.", "Tripoli", "ly-tripoli"),
        ("The U.S. said so.", "U.S.", "US"),
        ("They went to Nowhereville.", "Nowhereville", None),  # unresolved stays unresolved
        ("They went to Lonely.", "Lonely", None),  # so small a place needs support
    ],
)
def test_place_meant(text, name, place_id, gazetteer):
    (place,) = resolved(text, gazetteer, name)
    assert (place.place_id if place else None) == place_id


def test_neighbours_decide_between_namesakes(gazetteer):
    text = "A man from Paris was arrested near Dallas."
    assert [place.place_id for place in resolved(text, gazetteer, "Paris", "Dallas")] == ["geonames:2", "geonames:3"]


def test_outlets_country_decides_where_the_text_is_silent(gazetteer):
    (place,) = resolved("Two were hurt in Tripoli.", gazetteer, "Tripoli", outlet_country="LB")
    assert place.place_id == "lb-tripoli"


def test_a_point_of_the_compass_is_no_place(gazetteer):
    text = "Syrian rebels hold the North and the south-east, an officer said in Homs."
    north, south, homs = resolved(text, gazetteer, "North", "south-east", "Homs")
    assert (north, south) == (None, None)
    assert homs.place_id == "sy-homs"


def test_a_district_is_resolved_where_its_country_is_named(gazetteer):
    assert resolved("Clashes broke out in Jobar, Syrian activists said.", gazetteer, "Jobar")[0].place_id == "sy-jobar"
    assert resolved("Clashes broke out in Jobar, activists said.", gazetteer, "Jobar") == [None]


def test_a_resolution_tells_what_came_next(gazetteer):
    text = "Two men met in Paris, Texas."
    (found,) = resolve([PlaceName("Paris", 15, 20)], Context(text), gazetteer=gazetteer)
    assert found.rule.endswith("; rather than Paris (city, FR)")
    assert found.place.country_code == "US"


def test_one_unresolved_name_harms_no_other(gazetteer):
    text = "Shells fell on Homs and Qwxyzt, Syrian activists said."
    homs, nothing = resolved(text, gazetteer, "Homs", "Qwxyzt")
    assert (homs.place_id, nothing) == ("sy-homs", None)


@pytest.mark.parametrize(
    ("place_id", "precision", "province_id"),
    [("SY", "country", None), ("SY-HI", "province", "SY-HI"), ("sy-homs", "city", "SY-HI"),
     ("sy-bab-al-hawa", "point", "SY-ID"), ("europe", None, None)],
)  # fmt: skip
def test_precision_and_province(place_id, precision, province_id, gazetteer):
    place = gazetteer.place(place_id)
    assert (place.precision, place.province_id) == (precision, province_id)


def test_no_place_of_an_unknown_id(gazetteer):
    assert gazetteer.place("no-such-place") is None


@pytest.mark.parametrize(
    ("words", "place_id"),
    [("the city", "sy-homs"), ("the province", "SY-ID"), ("the country", "SY"), ("the river", None)],
)
def test_antecedent_is_the_last_such_place_before(words, place_id, gazetteer):
    before = [(at, gazetteer.place(name)) for at, name in enumerate(["SY", "sy-aleppo", "sy-homs", "SY-ID"])]
    after = [(50, gazetteer.place("sy-hama"))]
    found = antecedent_of(words, 40, [*before, *after])
    assert (found.place_id if found else None) == place_id
