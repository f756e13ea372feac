"""Who did what to whom, in hard sentences: whoever is killed, taken or shelled never becomes the one who does it."""

import pytest

from tests.stages.frozen import rows_of

# The text, then every claim as (type, actor, target).
VICTIMS = [
    pytest.param(
        "Soldiers killed two farmers near the bridge.",
        [("killing", "Soldiers", "farmers")],
        id="a plain active | Soldiers killed two farm",
    ),
    pytest.param(
        "Two farmers were killed by soldiers near the bridge.",
        [("killing", "soldiers", "farmers")],
        id="the agent of a passive | Two farmers were killed ",
    ),
    pytest.param(
        "Two farmers killed by soldiers were buried on Monday.",
        [("killing", "soldiers", "farmers")],
        id="a reduced relative | Two farmers killed by so",
    ),
    pytest.param(
        "The farmers who were killed by soldiers had asked for help.",
        [("killing", "soldiers", "The farmers"), ("appeal", "The farmers", None)],
        id="a relative clause in the passive | The farmers who were kil",
    ),
    pytest.param(
        "Rebels ambushed an army convoy, killing nine soldiers.",
        [("attack", "Rebels", "an army convoy"), ("killing", "Rebels", "soldiers")],
        id="a participle takes the attacker | Rebels ambushed an army ",
    ),
    pytest.param(
        "An army convoy was ambushed by rebels.",
        [("attack", "rebels", "An army convoy")],
        id="passive of an attack | An army convoy was ambus",
    ),
    pytest.param(
        "Nine soldiers died in the attack.",
        [("killing", None, "soldiers"), ("attack", None, None)],
        id="those who die act on nobody | Nine soldiers died in th",
    ),
    pytest.param(
        "Nine soldiers died when rebels attacked their post.",
        [("killing", "rebels", "soldiers"), ("attack", "rebels", "their post")],
        id="death beside an attack | Nine soldiers died when ",
    ),
    pytest.param(
        "The killing of three journalists by gunmen shocked the town.",
        [("killing", "gunmen", "journalists")],
        id="a nominal with of and by | The killing of three jou",
    ),
    pytest.param(
        "The gunmen's murder of a judge led to protests.",
        [("killing", "The gunmen", "a judge"), ("protest", None, None)],
        id="a possessive attacker | The gunmen's murder of a",
    ),
    pytest.param(
        "Police arrested forty students.", [("arrest", "Police", "students")], id="plain | Police arrested forty st"
    ),
    pytest.param(
        "Forty students were arrested.",
        [("arrest", None, "students")],
        id="passive without an agent | Forty students were arre",
    ),
    pytest.param(
        "Forty students arrested by police were freed on Friday.",
        [("arrest", "police", "students"), ("release", None, "students")],
        id="two events, one victim | Forty students arrested ",
    ),
    pytest.param(
        "Police said forty students had been arrested.",
        [("arrest", None, "students")],
        id="the speaker arrests nobody | Police said forty studen",
    ),
    pytest.param(
        "Gunmen kidnapped a doctor and his wife.",
        [("abduction", "Gunmen", "a doctor and his wife")],
        id="coordinated victims | Gunmen kidnapped a docto",
    ),
    pytest.param(
        "A doctor kidnapped by gunmen escaped.",
        [("abduction", "gunmen", "A doctor")],
        id="reduced relative | A doctor kidnapped by gu",
    ),
    pytest.param(
        "A doctor was kidnapped in Mosul.",
        [("abduction", None, "A doctor")],
        id="no attacker named | A doctor was kidnapped i",
    ),
    pytest.param(
        "The abduction of the doctor was condemned by the minister.",
        [("abduction", None, "the doctor"), ("accusation", "the minister", "The abduction of the doctor")],
        id="the one who condemns does not abduct | The abduction of the doc",
    ),
    pytest.param(
        "Troops opened fire on the crowd.", [("attack", "Troops", "the crowd")], id="fire on | Troops opened fire on th"
    ),
    pytest.param(
        "The crowd came under fire from troops.",
        [("attack", "troops", "The crowd")],
        id="under fire turns the roles round | The crowd came under fir",
    ),
    pytest.param(
        "Protesters were shot by snipers on the roof.",
        [("attack", "snipers", "Protesters")],
        id="passive | Protesters were shot by ",
    ),
    pytest.param(
        "Snipers shot protesters on the roof.",
        [("attack", "Snipers", "protesters")],
        id="active | Snipers shot protesters ",
    ),
    pytest.param(
        "Warplanes bombed the village.",
        [("attack", "Warplanes", "the village")],
        id="planes as attackers | Warplanes bombed the vil",
    ),
    pytest.param(
        "The village was bombed by warplanes.",
        [("attack", "warplanes", "The village")],
        id="passive | The village was bombed b",
    ),
    pytest.param(
        "The army shelled rebel positions near the river.",
        [("attack", "The army", "rebel positions")],
        id="rebel is only a modifier | The army shelled rebel p",
    ),
    pytest.param(
        "Rebel positions near the river were shelled by the army.",
        [("attack", "the army", "Rebel positions")],
        id="passive of the same | Rebel positions near the",
    ),
    pytest.param(
        "Militants beheaded a hostage.",
        [("killing", "Militants", "a hostage")],
        id="execution | Militants beheaded a hos",
    ),
    pytest.param(
        "A hostage was beheaded by militants.",
        [("killing", "militants", "A hostage")],
        id="passive | A hostage was beheaded b",
    ),
    pytest.param(
        "A bomb killed six people in the market.",
        [("attack", None, None), ("killing", None, "people")],
        id="a bomb is no one | A bomb killed six people",
    ),
    pytest.param(
        "Six people were killed by a bomb in the market.",
        [("killing", None, "people"), ("attack", None, None)],
        id="nor in the passive | Six people were killed b",
    ),
    pytest.param(
        "A suicide bomber killed six people.",
        [("killing", "A suicide bomber", "people")],
        id="a bomber is someone | A suicide bomber killed ",
    ),
    pytest.param(
        "Prisoners were tortured by guards.",
        [("torture", "guards", "Prisoners")],
        id="passive | Prisoners were tortured ",
    ),
    pytest.param(
        "Guards tortured prisoners for days.",
        [("torture", "Guards", "prisoners")],
        id="active | Guards tortured prisoner",
    ),
    pytest.param(
        "The prisoners said guards had tortured them.",
        [("torture", "guards", "The prisoners")],
        id="speakers are the victims | The prisoners said guard",
    ),
    pytest.param(
        "Security forces stormed the mosque and arrested the imam.",
        [("attack", "Security forces", "the mosque"), ("arrest", "Security forces", "the imam")],
        id="shared subject | Security forces stormed ",
    ),
    pytest.param(
        "Rebels captured the town and executed ten policemen.",
        [("seizure", "Rebels", "the town"), ("killing", "Rebels", "policemen")],
        id="shared subject, two types | Rebels captured the town",
    ),
    pytest.param(
        "Ten policemen were captured and executed by rebels.",
        [("abduction", "rebels", "policemen"), ("killing", "rebels", "policemen")],
        id="shared passive | Ten policemen were captu",
    ),
    pytest.param(
        "Islamists attacked a church, wounding four worshippers.",
        [("attack", "Islamists", "a church"), ("wounding", "Islamists", "worshippers")],
        id="participle | Islamists attacked a chu",
    ),
    pytest.param(
        "Four worshippers were wounded in an attack on a church.",
        [("wounding", None, "worshippers"), ("attack", None, "a church")],
        id="no attacker named | Four worshippers were wo",
    ),
    pytest.param(
        "The president was assassinated by his guards.",
        [("killing", "his guards", "The president")],
        id="passive | The president was assass",
    ),
    pytest.param(
        "His guards assassinated the president.",
        [("killing", "His guards", "the president")],
        id="active | His guards assassinated ",
    ),
    pytest.param(
        "The assassination of the president by his guards ended the war.",
        [("killing", "his guards", "the president")],
        id="nominal | The assassination of the",
    ),
    pytest.param(
        "The army accused the rebels of killing civilians.",
        [("accusation", "The army", "the rebels"), ("killing", "the rebels", "civilians")],
        id="the accused kill, not the accuser | The army accused the reb",
    ),
    pytest.param(
        "Civilians killed by the rebels were found in a well.",
        [("killing", "the rebels", "Civilians")],
        id="reduced relative | Civilians killed by the ",
    ),
    pytest.param(
        "Gunmen who had killed a priest fled.",
        [("killing", "Gunmen", "a priest")],
        id="relative subject | Gunmen who had killed a ",
    ),
    pytest.param(
        "Villagers fled after militiamen burned their homes.",
        [("displacement", "Villagers", None), ("looting", "militiamen", "their homes")],
        id="flight and burning | Villagers fled after mil",
    ),
    pytest.param(
        "Militiamen burned homes in the village.",
        [("looting", "Militiamen", "homes")],
        id="looting | Militiamen burned homes ",
    ),
    pytest.param(
        "Troops fired tear gas at demonstrators.",
        [("attack", "Troops", "demonstrators")],
        id="crowd control | Troops fired tear gas at",
    ),
    pytest.param(
        "Demonstrators were dispersed by police with tear gas.",
        [("attack", "police", "Demonstrators")],
        id="passive | Demonstrators were dispe",
    ),
    pytest.param(
        "Rebels freed twenty prisoners.", [("release", "Rebels", "prisoners")], id="release | Rebels freed twenty pris"
    ),
    pytest.param(
        "Twenty prisoners were freed by the rebels.",
        [("release", "the rebels", "prisoners")],
        id="passive | Twenty prisoners were fr",
    ),
    pytest.param(
        "The release of twenty prisoners by the rebels was welcomed.",
        [("release", "the rebels", "prisoners")],
        id="nominal | The release of twenty pr",
    ),
    pytest.param(
        "Police detained the editor of a newspaper.",
        [("arrest", "Police", "the editor of a newspaper")],
        id="plain | Police detained the edit",
    ),
    pytest.param(
        "The editor of a newspaper was detained by police.",
        [("arrest", "police", "The editor of a newspaper")],
        id="passive | The editor of a newspape",
    ),
    pytest.param(
        "Rebels shot down a helicopter.",
        [("attack", "Rebels", "a helicopter")],
        id="aircraft | Rebels shot down a helic",
    ),
    pytest.param(
        "A helicopter was shot down by rebels.",
        [("attack", "rebels", "A helicopter")],
        id="passive | A helicopter was shot do",
    ),
    pytest.param(
        "Three soldiers were wounded by a mine.",
        [("wounding", None, "soldiers")],
        id="a mine is no one | Three soldiers were woun",
    ),
    pytest.param(
        "The militia looted the shops.",
        [("looting", "The militia", "the shops")],
        id="looting | The militia looted the s",
    ),
    pytest.param(
        "The shops were looted by the militia.",
        [("looting", "the militia", "The shops")],
        id="passive | The shops were looted by",
    ),
    pytest.param(
        "The minister was sacked by the king.",
        [("resignation", "the king", "The minister")],
        id="dismissal | The minister was sacked ",
    ),
    pytest.param(
        "The army was attacked by villagers.",
        [("attack", "villagers", "The army")],
        id="an army may be a victim | The army was attacked by",
    ),
    pytest.param(
        "Villagers attacked the army.",
        [("attack", "Villagers", "the army")],
        id="and villagers may attack | Villagers attacked the a",
    ),
    pytest.param(
        "Students were attacked by soldiers and fled.",
        [("attack", "soldiers", "Students"), ("displacement", "Students", None)],
        id="two deeds, one subject | Students were attacked b",
    ),
    pytest.param(
        "The mayor was abducted by men in uniform.",
        [("abduction", "men", "The mayor")],
        id="passive | The mayor was abducted b",
    ),
    pytest.param(
        "Men in uniform abducted the mayor.",
        [("abduction", "Men", "the mayor")],
        id="active | Men in uniform abducted ",
    ),
    pytest.param(
        "Fighters killed in the battle were buried.",
        [("killing", None, "Fighters"), ("clash", None, None)],
        id="reduced relative without an agent | Fighters killed in the b",
    ),
    pytest.param(
        "The gunmen killed were from Libya.",
        [("killing", None, "The gunmen")],
        id="those killed do not kill | The gunmen killed were f",
    ),
    pytest.param(
        "Police killed by gunmen last year were honoured.",
        [("killing", "gunmen", "Police")],
        id="police as victims | Police killed by gunmen ",
    ),
    pytest.param(
        "The bodies of ten soldiers killed by rebels were found.",
        [("killing", "rebels", "soldiers")],
        id="victims inside a phrase | The bodies of ten soldie",
    ),
]

Roles = tuple[str, str | None, str | None]


@pytest.mark.parametrize(("text", "expected"), VICTIMS)
def test_victims_never_become_attackers(text: str, expected: list[Roles]) -> None:
    assert [(row["type_code"], row["actor_text"], row["target_text"]) for row in rows_of(text)] == expected


@pytest.mark.parametrize(("text", "expected"), VICTIMS)
def test_nobody_is_both_actor_and_target(text: str, expected: list[Roles]) -> None:
    assert expected
    for row in rows_of(text):
        assert row["actor_text"] is None or row["actor_text"] != row["target_text"]
