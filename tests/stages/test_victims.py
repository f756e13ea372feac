"""Who did what to whom, in hard sentences: whoever is killed, taken or shelled never becomes the one who does it."""

import pytest

from tests.stages.frozen import rows_of

Roles = tuple[str, str | None, str | None]

# The text, every claim of it as (type, actor, target), and what it is a case of.
CASES: list[tuple[str, list[Roles], str]] = [
    ("Soldiers killed two farmers near the bridge.", [("killing", "Soldiers", "farmers")], "a plain active"),
    (
        "Two farmers were killed by soldiers near the bridge.",
        [("killing", "soldiers", "farmers")],
        "the agent of a passive",
    ),
    (
        "Two farmers killed by soldiers were buried on Monday.",
        [("killing", "soldiers", "farmers")],
        "a reduced relative",
    ),
    (
        "The farmers who were killed by soldiers had asked for help.",
        [("killing", "soldiers", "The farmers"), ("appeal", "The farmers", None)],
        "a relative clause in the passive",
    ),
    (
        "Rebels ambushed an army convoy, killing nine soldiers.",
        [("attack", "Rebels", "an army convoy"), ("killing", "Rebels", "soldiers")],
        "a participle takes the attacker",
    ),
    ("An army convoy was ambushed by rebels.", [("attack", "rebels", "An army convoy")], "passive of an attack"),
    (
        "Nine soldiers died in the attack.",
        [("killing", None, "soldiers"), ("attack", None, None)],
        "those who die act on nobody",
    ),
    (
        "Nine soldiers died when rebels attacked their post.",
        [("killing", "rebels", "soldiers"), ("attack", "rebels", "their post")],
        "death beside an attack",
    ),
    (
        "The killing of three journalists by gunmen shocked the town.",
        [("killing", "gunmen", "journalists")],
        "a nominal with of and by",
    ),
    (
        "The gunmen's murder of a judge led to protests.",
        [("killing", "The gunmen", "a judge"), ("protest", None, None)],
        "a possessive attacker",
    ),
    ("Police arrested forty students.", [("arrest", "Police", "students")], "plain"),
    ("Forty students were arrested.", [("arrest", None, "students")], "passive without an agent"),
    (
        "Forty students arrested by police were freed on Friday.",
        [("arrest", "police", "students"), ("release", None, "students")],
        "two events, one victim",
    ),
    ("Police said forty students had been arrested.", [("arrest", None, "students")], "the speaker arrests nobody"),
    (
        "Gunmen kidnapped a doctor and his wife.",
        [("abduction", "Gunmen", "a doctor and his wife")],
        "coordinated victims",
    ),
    ("A doctor kidnapped by gunmen escaped.", [("abduction", "gunmen", "A doctor")], "reduced relative"),
    ("A doctor was kidnapped in Mosul.", [("abduction", None, "A doctor")], "no attacker named"),
    (
        "The abduction of the doctor was condemned by the minister.",
        [("abduction", None, "the doctor"), ("accusation", "the minister", "The abduction of the doctor")],
        "the one who condemns does not abduct",
    ),
    ("Troops opened fire on the crowd.", [("attack", "Troops", "the crowd")], "fire on"),
    ("The crowd came under fire from troops.", [("attack", "troops", "The crowd")], "under fire turns the roles round"),
    ("Protesters were shot by snipers on the roof.", [("attack", "snipers", "Protesters")], "passive"),
    ("Snipers shot protesters on the roof.", [("attack", "Snipers", "protesters")], "active"),
    ("Warplanes bombed the village.", [("attack", "Warplanes", "the village")], "planes as attackers"),
    ("The village was bombed by warplanes.", [("attack", "warplanes", "The village")], "passive"),
    (
        "The army shelled rebel positions near the river.",
        [("attack", "The army", "rebel positions")],
        "rebel is only a modifier",
    ),
    (
        "Rebel positions near the river were shelled by the army.",
        [("attack", "the army", "Rebel positions")],
        "passive of the same",
    ),
    ("Militants beheaded a hostage.", [("killing", "Militants", "a hostage")], "execution"),
    ("A hostage was beheaded by militants.", [("killing", "militants", "A hostage")], "passive"),
    (
        "A bomb killed six people in the market.",
        [("attack", None, None), ("killing", None, "people")],
        "a bomb is no one",
    ),
    (
        "Six people were killed by a bomb in the market.",
        [("killing", None, "people"), ("attack", None, None)],
        "nor in the passive",
    ),
    ("A suicide bomber killed six people.", [("killing", "A suicide bomber", "people")], "a bomber is someone"),
    ("Prisoners were tortured by guards.", [("torture", "guards", "Prisoners")], "passive"),
    ("Guards tortured prisoners for days.", [("torture", "Guards", "prisoners")], "active"),
    (
        "The prisoners said guards had tortured them.",
        [("torture", "guards", "The prisoners")],
        "speakers are the victims",
    ),
    (
        "Security forces stormed the mosque and arrested the imam.",
        [("attack", "Security forces", "the mosque"), ("arrest", "Security forces", "the imam")],
        "shared subject",
    ),
    (
        "Rebels captured the town and executed ten policemen.",
        [("seizure", "Rebels", "the town"), ("killing", "Rebels", "policemen")],
        "shared subject, two types",
    ),
    (
        "Ten policemen were captured and executed by rebels.",
        [("abduction", "rebels", "policemen"), ("killing", "rebels", "policemen")],
        "shared passive",
    ),
    (
        "Islamists attacked a church, wounding four worshippers.",
        [("attack", "Islamists", "a church"), ("wounding", "Islamists", "worshippers")],
        "participle",
    ),
    (
        "Four worshippers were wounded in an attack on a church.",
        [("wounding", None, "worshippers"), ("attack", None, "a church")],
        "no attacker named",
    ),
    ("The president was assassinated by his guards.", [("killing", "his guards", "The president")], "passive"),
    ("His guards assassinated the president.", [("killing", "His guards", "the president")], "active"),
    (
        "The assassination of the president by his guards ended the war.",
        [("killing", "his guards", "the president")],
        "nominal",
    ),
    (
        "The army accused the rebels of killing civilians.",
        [("accusation", "The army", "the rebels"), ("killing", "the rebels", "civilians")],
        "the accused kill, not the accuser",
    ),
    (
        "Civilians killed by the rebels were found in a well.",
        [("killing", "the rebels", "Civilians")],
        "reduced relative",
    ),
    ("Gunmen who had killed a priest fled.", [("killing", "Gunmen", "a priest")], "relative subject"),
    (
        "Villagers fled after militiamen burned their homes.",
        [("displacement", "Villagers", None), ("looting", "militiamen", "their homes")],
        "flight and burning",
    ),
    ("Militiamen burned homes in the village.", [("looting", "Militiamen", "homes")], "looting"),
    ("Troops fired tear gas at demonstrators.", [("attack", "Troops", "demonstrators")], "crowd control"),
    ("Demonstrators were dispersed by police with tear gas.", [("attack", "police", "Demonstrators")], "passive"),
    ("Rebels freed twenty prisoners.", [("release", "Rebels", "prisoners")], "release"),
    ("Twenty prisoners were freed by the rebels.", [("release", "the rebels", "prisoners")], "passive"),
    (
        "The release of twenty prisoners by the rebels was welcomed.",
        [("release", "the rebels", "prisoners")],
        "nominal",
    ),
    ("Police detained the editor of a newspaper.", [("arrest", "Police", "the editor of a newspaper")], "plain"),
    (
        "The editor of a newspaper was detained by police.",
        [("arrest", "police", "The editor of a newspaper")],
        "passive",
    ),
    ("Rebels shot down a helicopter.", [("attack", "Rebels", "a helicopter")], "aircraft"),
    ("A helicopter was shot down by rebels.", [("attack", "rebels", "A helicopter")], "passive"),
    ("Three soldiers were wounded by a mine.", [("wounding", None, "soldiers")], "a mine is no one"),
    ("The militia looted the shops.", [("looting", "The militia", "the shops")], "looting"),
    ("The shops were looted by the militia.", [("looting", "the militia", "The shops")], "passive"),
    ("The minister was sacked by the king.", [("resignation", "the king", "The minister")], "dismissal"),
    ("The army was attacked by villagers.", [("attack", "villagers", "The army")], "an army may be a victim"),
    ("Villagers attacked the army.", [("attack", "Villagers", "the army")], "and villagers may attack"),
    (
        "Students were attacked by soldiers and fled.",
        [("attack", "soldiers", "Students"), ("displacement", "Students", None)],
        "two deeds, one subject",
    ),
    ("The mayor was abducted by men in uniform.", [("abduction", "men", "The mayor")], "passive"),
    ("Men in uniform abducted the mayor.", [("abduction", "Men", "the mayor")], "active"),
    (
        "Fighters killed in the battle were buried.",
        [("killing", None, "Fighters"), ("clash", None, None)],
        "reduced relative without an agent",
    ),
    ("The gunmen killed were from Libya.", [("killing", None, "The gunmen")], "those killed do not kill"),
    ("Police killed by gunmen last year were honoured.", [("killing", "gunmen", "Police")], "police as victims"),
    (
        "The bodies of ten soldiers killed by rebels were found.",
        [("killing", "rebels", "soldiers")],
        "victims inside a phrase",
    ),
]
VICTIMS = [pytest.param(text, expected, id=f"{reason} | {text[:24]}") for text, expected, reason in CASES]


@pytest.mark.parametrize(("text", "expected"), VICTIMS)
def test_victims_never_become_attackers(text: str, expected: list[Roles]) -> None:
    assert [(row["type_code"], row["actor_text"], row["target_text"]) for row in rows_of(text)] == expected


@pytest.mark.parametrize(("text", "expected"), VICTIMS)
def test_nobody_is_both_actor_and_target(text: str, expected: list[Roles]) -> None:
    assert expected
    for row in rows_of(text):
        assert row["actor_text"] is None or row["actor_text"] != row["target_text"]
