"""Stories: which articles are about one affair."""

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from stages.stories import group_documents, terms_of

PAIRS = [("a", "b", 0.4), ("b", "c", 0.3), ("a", "c", 0.02), ("d", "e", 0.2), ("c", "d", 0.11)]


def stories(pairs):
    """The documents of each story of more than one."""
    columns = dict(
        zip(("document_id", "other_document_id", "similarity"), map(list, zip(*pairs, strict=True)), strict=True)
    )
    made = group_documents(pa.table(columns), pa.table({"document_id": list("edcbaf")})).rows.to_pylist()
    found = {}
    for row in made:
        found.setdefault(row["story_id"], set()).add(row["document_id"])
    assert len(made) == 6
    return sorted(sorted(members) for members in found.values() if len(members) > 1)


def test_mean_similarity_decides():
    assert stories(PAIRS) == [["a", "b", "c"], ["d", "e"]]  # c resembles d, its story does not


@given(st.permutations(PAIRS))
def test_order_changes_nothing(pairs):
    assert stories(pairs) == stories(PAIRS)


def test_terms_leave_out_function_words_and_count_the_headline():
    terms = dict(terms_of("Colonel’s escape", "The colonel left. The men left too."))
    assert terms == {"colonel": 3, "escape": 2, "left": 2, "men": 1}
