"""Fields that neighbouring words could lend an event and do not: days, places and doers of other things."""

import pytest

from tests.stages.frozen import rows_of

# The text, the type of the claim meant, and the fields of it that are told.
FIELDS = [
    (
        "The candidates of the 9 May vote had pledged to leave the base.",
        "agreement",
        {"date_text": None},  # the day of the vote
    ),
    ("Farmers were wounded in Monday's raid on a depot.", "wounding", {"date_text": "Monday"}),
    (
        "On Friday the mayor criticized the policeman for beating and wounding a prisoner.",
        "torture",
        {"actor_text": "the policeman", "target_text": "a prisoner", "date_text": None},
    ),
    (
        "On Friday the mayor criticized the policeman for beating and wounding a prisoner.",
        "accusation",
        {"actor_text": "the mayor", "date_text": "Friday"},
    ),
    ("Police arrested ten pickets on Friday for blocking a road.", "arrest", {"actor_text": "Police"}),
    (
        "A recruit stormed the canteen before killing a guard.",
        "killing",
        {"actor_text": "A recruit", "target_text": "a guard", "count_low": 1},
    ),
    ("A recruit stormed the canteen and killed him.", "killing", {"actor_text": "A recruit", "target_text": "him"}),
    (
        "The envoy insisted that his country has been cooperating with Chad.",
        "cooperation",
        {"status": "asserted"},
    ),
    ("The envoy insisted that the army withdraw from Goma.", "withdrawal", {"status": "planned"}),
    ("Unlike marches in Oslo, the Bergen rally stayed calm.", "protest", {"place_text": "Oslo"}),
    ("Gunmen shot dead a judge in Quriya, Deir ez-Zor.", "killing", {"place_text": "Quriya, Deir ez-Zor"}),
    (
        "A gunman shot dead six clerks in the New York state city of Utica.",
        "killing",
        {"place_text": "Utica"},
    ),
    (
        "The council imposed new sanctions on North Korea.",
        "sanction",
        {"target_text": "North Korea", "place_text": None},
    ),
    ("Rebels attacked North Korea on Friday.", "attack", {"target_text": "North Korea", "place_text": "North Korea"}),
    (
        "They were planning attacks against Chad targets in Niger.",
        "attack",
        {"status": "planned", "place_text": "Niger"},
    ),
    (
        "A truce announced Friday by the mayor ends the siege, two reports said.",
        "ceasefire",
        {"source_text": "two reports"},
    ),
    ("This will lead to the release of all the nurses.", "release", {"status": "planned"}),
    ("The talks led to the release of all the nurses.", "release", {"status": "asserted"}),
    ("The decision to release the rebels came on Sunday.", "release", {"status": "planned"}),
    ("He was the first recruit to be killed in May.", "killing", {"status": "asserted"}),
    (
        "The police shooting of a farmer here sparked violent protests.",
        "attack",
        {"actor_text": "The police", "target_text": "a farmer"},
    ),
    ("Five shot near a market in Utica.", "attack", {"count_low": 5, "place_text": "Utica"}),
    (
        "Chad's former mayor, Adam Idris, sacked weeks after a coup, has been detained on suspicion of theft.",
        "arrest",
        {"target_text": "Chad's former mayor, Adam Idris"},
    ),
    (
        "They have arrested a sergeant for his role in the 1995 massacre of villagers near the town of Foca.",
        "arrest",
        {"target_text": "a sergeant", "place_text": None},
    ),
    ("Rebels battled for control of the town of Foca.", "clash", {"place_text": "Foca"}),
    ("Activists have held protests in Utica since the vote was annulled on Friday.", "protest", {"date_text": None}),
    ("The mayor blamed her defeat on the rebels.", "accusation", {"target_text": "the rebels"}),
    ("Warplanes of the army carried out strikes near Foca.", "attack", {"place_text": "Foca"}),
    ("Nurses carried out strikes near Foca.", "strike", {"actor_text": "Nurses"}),
    ("Marchers scuffled at an anti-Trump rally in Utica.", "protest", {"actor_text": None, "place_text": "Utica"}),
    (
        "The border crossings were closed on Tuesday in reply to a rocket attack on Monday.",
        "restriction",
        {"date_text": "Tuesday"},
    ),
    (
        "A gunfight broke out between border guards and the Zaria Front during a raid.",
        "clash",
        {"actor_text": "border guards", "target_text": "the Zaria Front"},
    ),
    ("The soldiers killed a young villager and a Karen youth.", "killing", {"count_low": 2, "count_high": 2}),
    ("The blaze of the fighting claimed more than 70 lives.", "killing", {"count_low": 70, "count_high": None}),
    ("Reed allegedly raised his rifle and began shooting at the nurses.", "attack", {"status": "unconfirmed"}),
    ("Chad is to release ten prisoners on Friday.", "release", {"status": "planned"}),
    ("Four detained nurses were released in Zaria on Friday.", "arrest", {"place_text": None, "date_text": None}),
    (
        "Four detained nurses were released in Zaria on Friday.",
        "release",
        {"place_text": "Zaria"},
    ),
    ("Anger grew after a brief war with Russia last August.", "clash", {"target_text": "Russia", "place_text": None}),
    ("Fighting erupted between the army and the rebels in Goma.", "clash", {"actor_text": "the army"}),
    (
        "Authorities in Chad say a car bomb exploded in central Zaria early Monday, killing three people.",
        "killing",
        {"source_text": "Authorities in Chad", "count_low": 3},
    ),
    (
        "Authorities in Chad say a car bomb exploded in central Zaria early Monday, killing three people.",
        "attack",
        {"target_text": None},
    ),
    (
        "Forty pickets have begun their second week of demonstrations outside the mill.",
        "protest",
        {"actor_text": "pickets"},
    ),
    ("An Israeli airstrike has killed a commander.", "killing", {"actor_text": "Israeli"}),
    (
        "A court indicted her in 2001 over the deaths of 50 civilians in a region of Croatia in 1995.",
        "accusation",
        {"date_text": "2001", "place_text": None},
    ),
    (
        "A court indicted her in 2001 over the deaths of 50 civilians in a region of Croatia in 1995.",
        "killing",
        {"date_text": "1995", "place_text": "Croatia"},
    ),
    ("He said more attacks are being planned.", "attack", {"status": "planned"}),
    ("Chad has not ruled out a raid on the rebels.", "attack", {"status": "possible"}),
    ("Hundreds of inmates escaped from a prison in Haiti.", "displacement", {"destination_text": None}),
    ("Forty villagers fled to a camp in Haiti.", "displacement", {"destination_text": "a camp"}),
    (
        "Officials said the navy attacked a rebel camp on Leka island Saturday, destroying a boat and killing four.",
        "killing",
        {"date_text": "Saturday"},
    ),
]

# Sentences that tell of no event of that type.
NONE = [
    ("Two soldiers pleaded guilty in connection with the theft.", "appeal"),
    ("The government ordered troops to end the siege.", "deployment"),
    ("The officer said he plans to join his supporters at the rally.", "defection"),
    ("A gunfight broke out during a raid on two lorries.", "sanction"),
    ("General Adam asked to leave his post and the chief of staff named his replacement.", "defection"),
    ("He was convicted of assault with intent to kill.", "killing"),
    ("The North often lashes out with trials of weapons.", "torture"),
    ("A missile is fired during an exercise at sea.", "attack"),
]


@pytest.mark.parametrize(("text", "type_code"), NONE)
def test_other_senses_tell_of_no_such_event(text: str, type_code: str) -> None:
    assert type_code not in {row["type_code"] for row in rows_of(text)}


@pytest.mark.parametrize(("text", "type_code", "fields"), FIELDS, ids=[f"{case[1]} | {case[0]}" for case in FIELDS])
def test_the_fields_of_an_event_are_its_own(text: str, type_code: str, fields: dict[str, object]) -> None:
    row = next(row for row in rows_of(text) if row["type_code"] == type_code)
    assert {name: row[name] for name in fields} == fields
