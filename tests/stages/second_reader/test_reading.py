"""What becomes of the rules' claims where the second reader agrees, doubts, or is sure of something else."""

from tests.stages.second_reader.stub import LABELS, Stub, read

TROOPS = "Troops supported by planes killed 400 rebels near Asmara, the radio said."
WORDS = TROOPS.replace(".", " .").replace(",", " ,").split()
BROTHER = "The merchant was kidnapped last November and his brother was killed."
HURT = "A guard was killed and 70 injured."
MOURNERS = "Six people were killed on Sunday when riot police fired on mourners in Khartoum, doctors said."
ACCUSED = "The army accused the rebels of killing civilians."
PILOTS = "A Libyan air force major announced on Monday that he and three other pilots had defected."
DAWN = "The rebels pulled out of Kidal after a dawn raid."
STRIKE = "A U.S. air strike killed two farmers in Gao."
GUARDS = "As for the captives, Mr. Okoro said the rebels killed two guards."


def rules_of(row: dict[str, object]) -> dict[str, str]:
    return {found["field"]: found["rule"] for found in row["found"]}  # type: ignore[attr-defined]


def row_of(type_code: str, rows: list[dict[str, object]]) -> dict[str, object]:
    (row,) = (row for row in rows if row["type_code"] == type_code)
    return row


def test_where_both_agree_a_claim_stays_as_it_is() -> None:
    made, (row,) = read(TROOPS, Stub())
    assert (row["actor_text"], row["target_text"], row["place_text"]) == ("Troops", "rebels", "Asmara")
    assert (row["source_text"], row["count_low"], row["status"]) == ("the radio", 400, "asserted")
    assert made.doubted == []
    assert not any("second reader" in rule for rule in rules_of(row).values())


def test_what_tells_of_no_event_is_taken_out_and_not_lost() -> None:
    made, rows = read(TROOPS, Stub(kind="none"))
    assert rows == []
    assert [claim.type_code for claim in made.doubted] == ["killing"]


def test_a_sure_reader_changes_type_and_codes() -> None:
    _, (row,) = read(TROOPS, Stub(kind="wounding"))
    assert (row["type_code"], row["plover_code"], row["acled_code"]) == ("wounding", "ASSAULT", "Attack")
    assert rules_of(row)["trigger"] == "second reader, 1.00"


def test_another_filler_takes_the_place_of_the_rules_one_and_is_counted() -> None:
    planes = WORDS.index("planes")
    _, (row,) = read(TROOPS, Stub(fillers={"actor": planes, "target": WORDS.index("Troops")}))
    assert row["actor_text"] == "planes"
    assert rules_of(row)["actor"] == "second reader, 1.00"


def test_a_filler_in_doubt_is_withheld_with_its_number() -> None:
    _, (row,) = read(TROOPS, Stub(fillers={"target": None, "source": None}))
    assert (row["target_text"], row["count_low"], row["count_text"]) == (None, None, None)
    assert (row["source_text"], row["source_kind"]) == (None, None)
    assert rules_of(row)["target"] == "“rebels” doubted: second reader, 0.00"
    assert row["actor_text"] == "Troops"


def test_a_place_far_off_is_withheld_sooner_than_one_beside() -> None:
    _, rows = read(DAWN, Stub(unlikely=frozenset({"place"})))
    assert row_of("withdrawal", rows)["place_text"] == "Kidal"
    assert rules_of(row_of("attack", rows))["place"] == "“Kidal” doubted: second reader, 0.17"
    _, rows = read(DAWN, Stub())
    assert row_of("attack", rows)["place_text"] == "Kidal"


def test_who_did_what_another_clause_tells_of_is_withheld_sooner() -> None:
    _, rows = read(STRIKE, Stub(unlikely=frozenset({"actor"})))
    assert (row_of("attack", rows)["actor_text"], row_of("killing", rows)["actor_text"]) == ("U.S.", None)


def test_a_number_in_doubt_is_withheld_alone() -> None:
    _, (row,) = read(TROOPS, Stub(is_count_right=False))
    assert (row["target_text"], row["count_low"], row["count_high"], row["is_total"]) == ("rebels", None, None, False)
    assert rules_of(row)["count"] == "“400” doubted: second reader, 0.00"


def test_nobody_fills_two_roles() -> None:
    _, (row,) = read(TROOPS, Stub(fillers={"target": WORDS.index("Troops")}))
    assert row["actor_text"] == "Troops"
    assert row["target_text"] != "Troops"


def test_of_what_the_rules_left_open_only_who_did_it_to_whom_is_filled() -> None:
    _, rows = read(BROTHER, Stub(fillers={"actor": BROTHER.split().index("merchant")}))
    row = row_of("killing", rows)
    assert (row["actor_text"], rules_of(row)["actor"]) == ("The merchant", "second reader, 1.00")
    assert row["target_text"] == "his brother"
    _, (row,) = read(TROOPS, Stub(fillers={"recipient": WORDS.index("planes")}))
    assert row["recipient_text"] is None


def test_a_place_where_somebody_is_says_nothing() -> None:
    words = MOURNERS.replace(",", " ,").split()
    _, rows = read(MOURNERS, Stub(fillers={"source": words.index("Khartoum")}))
    assert row_of("killing", rows)["source_text"] == "doctors"


def test_a_number_alone_fills_no_role() -> None:
    _, rows = read(HURT, Stub(fillers={"actor": HURT.split().index("70")}))
    assert row_of("killing", rows)["actor_text"] is None


def test_a_sure_reader_changes_a_status_but_no_hedge() -> None:
    _, (row,) = read(TROOPS, Stub(status="denied"))
    assert (row["status"], rules_of(row)["status"]) == ("denied", "second reader, 1.00")
    _, rows = read(ACCUSED, Stub(status="asserted"))
    assert row_of("killing", rows)["status"] == "unconfirmed"


def test_a_sentence_by_itself_is_left_to_the_rules() -> None:
    made, (row,) = read(TROOPS, Stub(kind="none"), is_alone=True)
    assert (row["type_code"], made.doubted) == ("killing", [])


def test_the_reader_is_shown_what_the_rules_read() -> None:
    stub = Stub()
    read(GUARDS, stub)
    (asked,) = stub.asked
    shown = {name: asked["marks"][:, at].nonzero()[0].tolist() for at, name in enumerate(LABELS.marks)}
    words = GUARDS.replace(",", " ,").removesuffix(".").split()
    assert [words[at] for at in shown["actor"]] == ["the", "rebels"]
    assert [words[at] for at in shown["target"]] == ["guards"]
    assert [words[at] for at in shown["source"]] == ["Mr.", "Okoro"]
    assert LABELS.types[asked["type"][0] - 1] == "killing"
    assert asked["trigger"].nonzero()[0].tolist() == [words.index("killed")]
    assert asked["marks"].shape == (len(asked["trigger"]), 2 * len(LABELS.marks) + 2)


def test_one_of_several_takes_the_place_of_none() -> None:
    words = PILOTS.removesuffix(".").split()
    _, (row,) = read(PILOTS, Stub(fillers={"actor": words.index("major")}))
    assert (row["actor_text"], row["count_low"]) == ("he and three other pilots", 4)
