"""Status by scope: a table of parsed sentences, each with the reason it stands there."""

import pytest

from stages.status import status_of
from tests.stages.frozen import rows_of
from tests.stages.parsed import Case, cases_in

CASES = list(cases_in("status.conllu"))
# Texts, the status of each claim, what PLOVER calls it, and why.
TOLD = [
    ("The union repeated its demand on Monday that Chad free the prisoners.", "planned", "REQUEST", "a bare form"),
    ("Lebanon rejected an appeal for deploying troops along its border.", "asserted planned", "REJECT REQUEST", "ask"),
    ("The leader rejected a French offer to host a summit in July.", "asserted planned", "REJECT AGREE", "offered"),
    ("Rebels fighting to topple the government seized a town.", "asserted possible asserted",
     "ASSAULT RETREAT:resign COERCE:seize", "what they fight for"),
    ("The party advocates the destruction of the dam.", "asserted planned", "REQUEST THREATEN", "wanted"),
    ("The decision to send troops to Mali angered the party.", "planned", "THREATEN", "decided"),
    ("The two ministers agreed that their countries should cooperate.", "asserted planned", "SUPPORT AGREE", "agreed"),
    ("Paris will host talks in June.", "planned", "AGREE", "to come"),
    ("The party will boycott the elections unless the president resigns.", "planned possible",
     "THREATEN RETREAT:resign", "a threat, and its condition"),
    ("Syria will not accept refugees.", "denied", "REJECT", "who will not do it refuses"),
    ("Nigeria will withdraw its peacekeepers from Chad.", "planned", "THREATEN", "a mission protects"),
    ("Nigeria will withdraw its tanks from Chad.", "planned", "AGREE", "tanks do not"),
    ("Peacekeepers were shipped out of the enclave.", "asserted", "SANCTION:withdraw", "a mission"),
    ("The ambassador was withdrawn from Paris.", "asserted", "SANCTION", "relations are cut"),
    ("Kurds sought refuge in Germany.", "asserted", "REQUEST", "of a country"),
    ("Villagers sought refuge in a school.", "asserted", "SANCTION:expel", "of nobody"),
    ("The government ordered the newspaper to suspend publication.", "asserted", "COERCE:restrict", "censored"),
    ("Police blocked roads in the capital.", "asserted", "COERCE:restrict", "by the force"),
    ("About 200 supporters of the former president blocked roads in the capital.", "asserted", "PROTEST:demo", "a mob"),
    ("Helicopters of the Red Cross evacuated the wounded from the town.", "asserted asserted", "AID ASSAULT", "helped"),
    ("Removing the sanctions is out of the question.", "asserted", "REJECT", "a phrase"),
    ("Vietnam is committed to opening up its economy.", "", "", "a mere resolve"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.reason} ({case.doc[case.trigger].text})")
def test_status_of_an_event(case: Case) -> None:
    assert status_of(case.doc[case.trigger]).code == case.expected


@pytest.mark.parametrize(("text", "statuses", "codes", "reason"), TOLD)
def test_status_and_plover_code_of_claims(text: str, statuses: str, codes: str, reason: str) -> None:
    rows = rows_of(text)
    assert ([row["status"] for row in rows], [row["plover_code"] for row in rows]) == (
        statuses.split(), codes.split(),
    ), reason  # fmt: skip


def test_every_status_has_cases() -> None:
    codes = [case.expected for case in CASES]
    assert min(codes.count(code) for code in ("asserted", "unconfirmed", "denied", "possible", "planned")) >= 10


def test_a_status_tells_the_word_that_gave_it() -> None:
    rules = {status_of(case.doc[case.trigger]).rule for case in CASES}
    assert {"not", "reportedly", "may", "will", "deny"} <= rules
