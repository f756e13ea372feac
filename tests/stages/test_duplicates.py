"""Duplicates: copies proved on their words."""

from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.duplicates import kind_of, pair_duplicates, shared_passage, sign_documents, signature_of, words_in

WORDS = [f"word{at}" for at in range(400)]
REPORT = " ".join(WORDS[:200]) + "."
REST = " ".join(WORDS[200:]) + "."


def edited(text, every):
    """The text with every so-many-th word replaced."""
    return " ".join(f"new{at}" if at % every == 0 else word for at, word in enumerate(text.split(), 1))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (REPORT, REPORT, "exact"),
        (REPORT, REPORT.upper().replace(" ", "\n"), "exact"),  # case, marks and breaks aside
        (REPORT, edited(REPORT, 60), "near"),
        (REPORT, REPORT + " " + REST, "wire"),  # the wire report with paragraphs added
        (REPORT, edited(REPORT, 4), None),  # told anew
        (REPORT, REST, None),
        ("Net profit rose to two cents a share.", "Net profit rose to six cents a share.", None),  # a formula
        ("", REPORT, None),
    ],
)
def test_kind_of_copy(one, other, kind):
    assert kind_of(words_in(one), words_in(other))[0] == kind


def test_shared_passage_is_quoted_as_the_copy_has_it():
    passage = "Ten men left the BASE at dawn, witnesses said"
    one, other = f"Aleppo: {passage}. More to follow.", f"We hear that {passage.lower()}, but who knows."
    assert shared_passage(words_in(one), words_in(other)) == passage


def test_nothing_shared_is_no_passage():
    assert shared_passage(words_in(REPORT), words_in(REST)) is None


TEXTS = {"b": REPORT, "a": REPORT, "c": REPORT + " " + REST, "d": REST}
DAYS = {"a": date(2012, 2, 16), "b": date(2012, 2, 15), "c": None, "d": date(2012, 2, 14)}


def pairs_of(keys):
    """The inputs of the stage, every pair among the keys."""
    keys = list(keys)
    pairs = [(one, other) for one in keys for other in keys if one != other]
    texts = pa.table(
        {"document_id": keys, "published_on": [DAYS[key] for key in keys], "text": [TEXTS[key] for key in keys]}
    )
    columns = {"document_id": [one for one, _ in pairs], "other_document_id": [other for _, other in pairs]}
    return pa.table(columns), texts


@given(st.permutations(sorted(TEXTS)))
def test_copy_points_to_the_earliest_whatever_the_order(keys):
    rows = pair_duplicates(*pairs_of(keys)).rows.to_pylist()
    assert {(row["document_id"], row["copies_document_id"], row["kind"]) for row in rows} == {
        ("a", "b", "exact"),  # a day later
        ("c", "d", "wire"),  # of unknown day: last, and of its two sources the earlier
    }


def test_a_copy_of_a_copy_is_of_the_original():
    """Each shares three fifths of its words with the next, and the third next to nothing with the first."""
    told = [f"word{at}" for at in range(360)]
    chain = {f"{number}": " ".join(told[80 * number : 80 * number + 200]) for number in range(3)}
    texts = pa.table(
        {
            "document_id": list(chain),
            "published_on": [date(2012, 2, 14 + at) for at in range(len(chain))],
            "text": list(chain.values()),
        }
    )
    pairs = pa.table({"document_id": ["1", "2"], "other_document_id": ["0", "1"]})
    rows = pair_duplicates(pairs, texts).rows.to_pylist()
    assert [(row["document_id"], row["copies_document_id"], row["kind"]) for row in rows] == [
        ("1", "0", "wire"),
        ("2", "0", "wire"),
    ]


def test_signatures_of_near_copies_share_a_band():
    one, other = signature_of("a", None, REPORT), signature_of("b", None, edited(REPORT, 60))
    assert set(one["bands"]) & set(other["bands"])
    assert one["text_hash"] != other["text_hash"]


def test_signature_of_no_words():
    assert signature_of("a", None, " … ")["bands"] == []


@given(st.permutations(sorted(TEXTS)))
def test_batching_changes_no_signature(keys):
    rows = [{"document_id": key, "title": None, "text": TEXTS[key]} for key in keys]
    together = sign_documents(pa.Table.from_pylist(rows)).rows.to_pylist()
    alone = [sign_documents(pa.Table.from_pylist([row])).rows.to_pylist()[0] for row in rows]
    assert together == alone
