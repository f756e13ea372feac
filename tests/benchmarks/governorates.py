"""The governorate of each Syrian place: names that stand in the pages, by our own reading, and spellings of towns."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from pipelines.resources import resources_for
from pipelines.scoreboard import console_of
from pipelines.scratch import make_tables, rows_of
from pipelines.settings import Settings
from stages import STAGES
from stages.naming.gazetteer import Gazetteer
from stages.naming.scene import Context
from stages.places import PlaceName, resolve
from tests.benchmarks.figures import Measured, show
from tests.benchmarks.gold import sets_of
from tests.benchmarks.options import Options

FLOOR = 0.95
# Names as they stand in the pages, by governorate (or country, where the place lies abroad).
NAMED = {
    "SY-DI": "Damascus|Mezzeh",
    "SY-RD": "Zabadani|Rankous|Madaya|Douma",
    "SY-HL": "Aleppo|Kobani|Kobane",
    "SY-HI": "Homs|Baba Amr|Houla|Taldou|Rastan",
    "SY-HM": "Hama",
    "SY-ID": "Idlib|Idlib Governorate|Maaret al-Numan|Khan Sheikhun|Khan Sheikhoun|Khan Shaykhun|Binnish|"
             "Jisr al-Shughur|Jabal al-Zawiya",
    "SY-LA": "Latakia",
    "SY-TA": "Tartus",
    "SY-DR": "Deraa",
    "SY-DY": "Quriya|Dair Alzour|Abu Kamal|Albu Kamal|Mayadin|Deir ez-Zor|Deir al-Zour|Deir Ezzor|Deir al-Zor",
    "TR": "Turkey",
    "LB": "Beirut",
    "JO": "Jordan|Amman|Mafraq",
}  # fmt: skip
# Names of persons, papers, roads and organisations that hold one of these.
ELSEWHERE = ("Damascus airport", "Homs road", "Jordan Times", "Mafraq Mirror", "Beirut Post")
# Spellings that outlets use, one that the gazetteer has not been given verbatim among them.
SPELT = {
    "SY-DI": "Jobar|Barzeh|Barzah|Midan|Kafr Sousa|Kafr Souseh|Qaboun|Qabun",
    "SY-RD": "Duma|Harasta|Zamalka|Darayya|Daraya|Moadamiya|Moadamiyeh|Zebdani|Al-Zabadani|Qalamoun|"
             "Yabroud|Yabrud|Al-Tall|Qudsaya|Saqba|Irbin|Arbeen|Nabk|Nabek",
    "SY-HL": "Haleb|Azaz|Aazaz|A'zaz|Minbij|Manbij|Al-Bab|Jarablus|Ain al-Arab|Afrin|Efrin|Tel Rifaat|"
             "Tell Rifat|Marea|Anadan|Atareb",
    "SY-HI": "Hims|Al-Rastan|Rastan|Talbiseh|Talbisa|Qusair|Al-Qusayr|Tadmur|Tadmor|Talkalakh|"
             "Tel Kalakh|Hula|Al-Houla|Khaldiyeh|Khalidiya|Bayyada",
    "SY-HM": "Hamah|Salamiyeh|Salamieh|Mhardeh|Kafr Zita|Kfar Zita|Latamneh|Tremseh|Treimsa|Qubeir|"
             "Morek",
    "SY-ID": "Idleb|Edlib|Ma'arat al-Nu'man|Maarat Numan|Jisr al-Shughour|Jisr ash-Shughur|Saraqeb|"
             "Saraqib|Taftanaz|Khan Cheikhoun|Ariha|Kafranbel|Kafr Nabl|Salqin|Harem|Binnish|Benish",
    "SY-LA": "Lattakia|Latakiya|Jableh|Jabla|Haffeh|Al-Haffa|Slinfah|Qardaha",
    "SY-TA": "Tartous|Banias|Baniyas|Bayda|Safita|Duraykish",
    "SY-DR": "Daraa|Dara'a|Dar'a|Deraa|Inkhil|Nawa|Jasim|Jassem|Busra al-Sham|Bosra|Hirak|Al-Hirak|"
             "Dael|Da'el|Tafas|Sanamayn|Izra",
    "SY-SU": "Sweida|As-Suwayda|Suwaida|Shahba|Salkhad",
    "SY-QU": "Qunaitra|Quneitra|Khan Arnabeh",
    "SY-DY": "Deir el-Zour|Deir al-Zour|Dayr al-Zawr|Deir Ezzour|Al-Bukamal|Boukamal|Abou Kamal|"
             "Mayadeen|Al-Mayadin|Al-Quriyah|Busaira",
    "SY-RA": "Rakka|Ar-Raqqah|Al-Raqqa|Raqqah|Tabqa|Al-Thawra|Tal Abyad|Tell Abyad",
    "SY-HA": "Hasakeh|Al-Hasakah|Hassakeh|Qamishli|Kamishli|Al-Qamishli|Ras al-Ain|Ras al-Ayn|"
             "Malikiyah|Amuda|Amouda",
}  # fmt: skip


def run(options: Options) -> None:
    """Print the share of place names that are found and put in the right governorate, page by page and spelt alone."""
    sets = sets_of(options)
    with options.settings("governorates") as settings:
        store = make_tables([str(path) for _, pages in sets.values() for path in pages], settings, ["mentions"])
        gazetteer = gazetteer_of(settings)
        landed = rows_of("landed", store).to_pylist()
        names = {row["document_id"]: PurePath(row["uri"]).name for row in landed}
        texts = {row["document_id"]: row["text"] for row in rows_of("raw_documents", store).to_pylist()}
        kept = {row["document_id"]: row["pieces"] for row in rows_of("documents", store).to_pylist()}
        mentions = defaultdict(list)
        for row in rows_of("mentions", store).to_pylist():
            mentions[row["document_id"]].append(row)
    asked = [
        (document_id, start, name, expected)
        for document_id, pieces in kept.items()
        for start, name, expected in names_in(texts[document_id], pieces)
    ]
    told = [(names[key], name, expected, found_at(mentions[key], start, start + len(name), gazetteer))
            for key, start, name, expected in asked]  # fmt: skip
    ours = {path.name for _, pages in [sets["bundled"]] for path in pages}
    for title, rows in (
        ("seeds and pages", [row for row in told if row[0] not in ours]),
        ("bundled corpus", [row for row in told if row[0] in ours]),
        ("spellings, each alone in a sentence", list(spelt(gazetteer))),
    ):
        right = sum(expected in found for _, _, expected, found in rows)
        show(f"governorates: {title}", [Measured("right", right / max(len(rows), 1), FLOOR, note=f"of {len(rows)}")])
        for where, name, expected, found in rows:
            if expected not in found:
                console_of().print(f"  {where}: {name} is {expected}, not {'/'.join(found) or 'unresolved'}")


def gazetteer_of(settings: Settings) -> Gazetteer:
    """The gazetteer that the stages use."""
    stage = next(stage for stage in STAGES if stage.name == "mentions")
    found = resources_for(stage, settings)["gazetteer"]
    assert isinstance(found, Gazetteer)
    return found


def names_in(text: str, pieces: list[Mapping[str, int]]) -> Iterator[tuple[int, str, str]]:
    """Where the names of NAMED stand in what was kept of a raw text, the longest first, with what contains them."""
    expected_of = {name: code for code, listed in NAMED.items() for name in listed.split("|")}
    pattern = "|".join(re.escape(name) for name in sorted((*expected_of, *ELSEWHERE), key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", text):
        is_kept = any(
            piece["raw_start_char"] <= match.start() < piece["raw_start_char"] + piece["raw_length"] for piece in pieces
        )
        if is_kept and match[0] in expected_of:
            yield match.start(), match[0], expected_of[match[0]]


def found_at(mentions: list[dict[str, object]], start: int, end: int, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The place over those characters and what contains it; nothing where none was found or resolved."""
    for row in mentions:
        overlaps = int(str(row["raw_start_char"])) < end and int(str(row["raw_end_char"])) > start
        if row["label"] == "place" and overlaps and row["gazetteer_id"] is not None:
            return containers(str(row["gazetteer_id"]), gazetteer)
    return ()


def containers(place_id: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The place and what contains it, without repeats."""
    place = gazetteer.place(place_id)
    return () if place is None else (place.place_id, *place.container_ids)


def spelt(gazetteer: Gazetteer) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Each spelling in a sentence of its own that names Syria."""
    for expected, listed in SPELT.items():
        for name in listed.split("|"):
            text = f"Clashes broke out in {name} on Monday, Syrian activists said."
            start = text.index(name)
            (found,) = resolve([PlaceName(name, start, start + len(name))], Context(text), gazetteer=gazetteer)
            yield "spelt", name, expected, () if found is None else containers(found.place.place_id, gazetteer)
