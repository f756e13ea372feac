"""Roles by frame: who acts, on whom, with whom and where to."""

from datetime import date

import pytest

from tests.stages.frozen import rows_of

# The text, the type of the claim meant, and the roles it fills.
ROLES = [
    (
        "A report blames officers of the army for the murder of six nurses.",
        "killing",
        {"actor": "officers of the army", "target": "nurses"},
    ),
    ("The colonel was charged with the murder of six nurses.", "killing", {"actor": "The colonel", "target": "nurses"}),
    (
        "The prosecutor linked the captain to the assassination of the bishop.",
        "killing",
        {"actor": "the captain", "target": "the bishop"},
    ),
    (
        "Guerrillas claimed credit for the attack on the convoy.",
        "attack",
        {"actor": "Guerrillas", "target": "the convoy"},
    ),
    (
        "Omar Haddad was the perpetrator of the murder of the bishop.",
        "killing",
        {"actor": "Omar Haddad", "target": "the bishop"},
    ),
    ("Sergeants were the ones who murdered the priests.", "killing", {"actor": "Sergeants", "target": "the priests"}),
    ("The bomb was planted by two students.", "attack", {"actor": "students"}),
    ("The raid has drawn condemnation from the union.", "accusation", {"actor": "the union", "target": "The raid"}),
    ("She says that half a million people were in the streets.", "protest", {"actor": "people"}),
    ("Tens of thousands were out on the streets of Sofia on Sunday.", "protest", {"actor": "Tens of thousands"}),
    ("Three peasants were killed as they set off a mine.", "attack", {"actor": "peasants"}),
    (
        "The raids were carried out by the police, who detain people without papers.",
        "arrest",
        {"actor": "the police", "target": "people"},
    ),
    ("A bomb exploded at a Catholic school in Lima.", "attack", {"target": "a Catholic school"}),
    ("A car bomb went off outside the court in Cali.", "attack", {"target": "the court"}),
    ("Guerrillas blew up a power tower near Cali.", "attack", {"actor": "Guerrillas", "target": "a power tower"}),
    ("A device exploded under a bus in Cali, killing two passengers.", "attack", {"target": "a bus"}),
    (
        "Residents complained of Captain Ruiz, whom the president accused of plotting a coup.",
        "accusation",
        {"actor": "the president", "target": "Captain Ruiz"},
    ),
    (
        "Seven shoppers died in a drone strike on a bakery in Kadugli.",
        "attack",
        {"target": "a bakery"},  # "on" right behind the strike, though the tree hangs it on the dying
    ),
    ("A patrol reported the downing of two helicopters.", "attack", {"target": "helicopters"}),
    ("Thousands of villagers fled to Chad.", "displacement", {"actor": "villagers", "destination": "Chad"}),
    ("A judge fled to Chad.", "displacement", {"target": "A judge", "destination": "Chad"}),
    (
        "About 40 recruits were seen defecting, including a cadet, from a battalion in Gao.",
        "defection",
        {"actor": "recruits", "target": "a battalion"},
    ),
    (
        "The desertion of a large number of recruits from the Presidential Guard was confirmed.",
        "defection",
        {"actor": "recruits", "target": "the Presidential Guard"},
    ),
    (
        "The rebels said they hold the nurses and they will free them.",
        "release",
        {"actor": "The rebels", "target": "the nurses"},
    ),
    (
        "Militants kidnapped the teachers. They said they hold the teachers and they will kill them.",
        "killing",
        {"actor": "Militants", "target": "the teachers"},
    ),
    ("Two brigades were massed outside the city.", "deployment", {"actor": "brigades"}),
    (
        "Ten soldiers deserted from their barracks and joined the rebels.",
        "defection",
        {"actor": "soldiers", "recipient": "the rebels"},  # a barracks is no force
    ),
    (
        "A colonel and four soldiers defected to Jordan.",
        "defection",
        {"actor": "A colonel and four soldiers", "destination": "Jordan"},
    ),
    (
        "The defection of forty conscripts from the 5th Division was confirmed.",
        "defection",
        {"actor": "conscripts", "target": "the 5th Division"},
    ),
    (
        "A brigadier who defected from the army joined the opposition.",
        "defection",
        {"actor": "A brigadier", "target": "the army", "recipient": "the opposition"},
    ),
    (
        "The pilot flew his jet to Jordan and asked for political asylum.",
        "defection",
        {"actor": "The pilot", "destination": "Jordan"},
    ),
    ("Hundreds of soldiers joined the uprising.", "defection", {"actor": "soldiers", "recipient": "the uprising"}),
    (
        "Officers of the Republican Guard defected.",
        "defection",
        {"actor": "Officers of the Republican Guard", "target": "the Republican Guard"},
    ),
    ("Workers protested against the new law.", "protest", {"actor": "Workers", "target": "the new law"}),
    ("A protest by students turned violent.", "protest", {"actor": "students"}),
    (
        "The students' protest against the war lasted for hours.",
        "protest",
        {"actor": "The students", "target": "the war"},
    ),
    ("Thousands took part in a demonstration in the square.", "protest", {"actor": "Thousands"}),
    ("Rebels clashed with the army near the border.", "clash", {"actor": "Rebels", "target": "the army"}),
    ("Clashes between rebels and the army killed three people.", "clash", {"actor": "rebels", "target": "the army"}),
    ("Fighting broke out between two tribes.", "clash", {"actor": "tribes"}),
    ("The army launched an offensive against the rebels.", "attack", {"actor": "The army", "target": "the rebels"}),
    ("The rebels carried out attacks on army posts.", "attack", {"actor": "The rebels", "target": "army posts"}),
    ("The army's raid on the camp lasted an hour.", "attack", {"actor": "The army", "target": "the camp"}),
    ("Attacks blamed on the rebels killed five guards.", "attack", {"actor": "the rebels"}),
    ("Troops moved into the city.", "deployment", {"actor": "Troops", "destination": "the city"}),
    (
        "The government sent troops to the border.",
        "deployment",
        {"actor": "The government", "destination": "the border"},
    ),
    ("Troops withdrew from the town.", "withdrawal", {"actor": "Troops"}),
    ("Thousands of people fled to Turkey.", "displacement", {"actor": "people", "destination": "Turkey"}),
    (
        "Families fled from the village to the hills.",
        "displacement",
        {"actor": "Families", "destination": "the hills"},
    ),
    ("The president met the king in Amman.", "talks", {"actor": "The president", "recipient": "the king"}),
    ("The envoy held talks with the rebels in Geneva.", "talks", {"actor": "The envoy", "recipient": "the rebels"}),
    (
        "Talks between the government and the rebels began.",
        "talks",
        {"actor": "the government", "recipient": "the rebels"},
    ),
    (
        "The government agreed with the union on wages.",
        "agreement",
        {"actor": "The government", "recipient": "the union"},
    ),
    ("The minister accused the rebels of theft.", "accusation", {"actor": "The minister", "target": "the rebels"}),
    ("The attack was condemned by the bishop.", "accusation", {"actor": "the bishop", "target": "The attack"}),
    (
        "The opposition called on the army to leave the capital.",
        "appeal",
        {"actor": "The opposition", "target": "the army"},
    ),
    ("Aid agencies sent food to the refugees.", "aid", {"actor": "Aid agencies", "recipient": "the refugees"}),
    ("The town fell to the rebels.", "seizure", {"actor": "the rebels", "target": "The town"}),
    ("The army has surrounded the village.", "siege", {"actor": "The army", "target": "the village"}),
    ("The rebels declared a ceasefire with the army.", "ceasefire", {"actor": "The rebels", "recipient": "the army"}),
    ("The king dismissed his prime minister.", "resignation", {"actor": "The king", "target": "his prime minister"}),
    (
        "The United States imposed sanctions on the bank.",
        "sanction",
        {"actor": "The United States", "target": "the bank"},
    ),
    ("The militia wants to attack the dam.", "attack", {"actor": "The militia", "target": "the dam"}),
    ("The militia began to shell the dam.", "attack", {"actor": "The militia", "target": "the dam"}),
    ("The militia was forced to release the pilot.", "release", {"actor": "The militia", "target": "the pilot"}),
    ("Troops ordered to shoot protesters fled.", "attack", {"actor": "Troops", "target": "protesters"}),
    ("Rebels holding the bridge shot at a boat.", "attack", {"actor": "Rebels", "target": "a boat"}),
    (
        "After capturing the port, the rebels freed the sailors.",
        "seizure",
        {"actor": "the rebels", "target": "the port"},
    ),
    ("Soldiers loyal to the president burned the market.", "looting", {"actor": "Soldiers", "target": "the market"}),
    (
        "The army and its allies attacked the valley.",
        "attack",
        {"actor": "The army and its allies", "target": "the valley"},
    ),
    (
        "Islamist fighters killed the mayor and his driver.",
        "killing",
        {"actor": "Islamist fighters", "target": "the mayor and his driver"},
    ),
    (
        "The colonel spoke on video. He had defected from the army.",
        "defection",
        {"actor": "The colonel", "target": "the army"},
    ),
    ("Rebels entered the town. They killed two guards.", "killing", {"actor": "Rebels", "target": "guards"}),
    ("Gunmen stopped a bus. The driver was killed by them.", "killing", {"actor": "Gunmen", "target": "The driver"}),
    (
        "A colonel rammed his truck into the gate of the barracks.",
        "attack",
        {"actor": "A colonel", "target": "the gate of the barracks"},
    ),
    ("Nine nuns remain captive.", "abduction", {"target": "nuns"}),
    (
        "Militants pledged allegiance to the new group last year.",
        "support",
        {"actor": "Militants", "target": "the new group"},
    ),
    (
        "Lima wants action, despite Quito and Bogota repeatedly denouncing the launch.",
        "accusation",
        {"actor": "Quito and Bogota", "target": "the launch"},
    ),
    (
        "The militants still hold nearly 200 captives in the forest.",
        "abduction",
        {"actor": "The militants", "target": "captives"},
    ),
    (
        "A disturbed 30-year-old kills his mother in Marburg.",
        "killing",
        {"actor": "A disturbed 30-year-old", "target": "his mother"},
    ),
    ("We attacked the base.", "attack", {"actor": "We", "target": "the base"}),
    ("Ghana restored diplomatic ties with Togo.", "support", {"actor": "Ghana", "target": "Togo"}),
    ("Ghana and Togo renewed diplomatic ties.", "support", {"actor": "Ghana and Togo"}),
    ("Two bombs exploded in front of a travel agency.", "attack", {"target": "a travel agency"}),
    ("A bomb exploded on the sixth floor of the hotel.", "attack", {"target": "the hotel"}),
    ("A dynamite charge exploded near the embassy.", "attack", {"target": "the embassy"}),
    ("The explosion caused serious damage to the consulate.", "attack", {"target": "the consulate"}),
    (
        "Attackers threw two grenades at a police station.",
        "attack",
        {"actor": "Attackers", "target": "a police station"},
    ),
    ("Two persons hurled dynamite sticks at the bank.", "attack", {"actor": "persons", "target": "the bank"}),
    ("Gunmen machinegunned a judge.", "attack", {"actor": "Gunmen", "target": "a judge"}),
    (
        "The murder of a judge, allegedly by smugglers, shocked the town.",
        "killing",
        {"actor": "smugglers", "target": "a judge"},
    ),
    ("A raid condemned by the union killed ten people.", "attack", {}),
    ("Ten people died in a raid carried out by the navy.", "attack", {"actor": "the navy"}),
    ("The murder of a judge, praised by all, shocked the town.", "killing", {"target": "a judge"}),
    ("Two bombs were thrown at a car.", "attack", {"target": "a car"}),
    ("Rebels blew up three electricity poles.", "attack", {"actor": "Rebels", "target": "electricity poles"}),
    ("I defected from the army.", "defection", {"actor": "I", "target": "the army"}),
]


@pytest.mark.parametrize(("text", "type_code", "roles"), ROLES)
def test_roles_by_frame(text: str, type_code: str, roles: dict[str, str]) -> None:
    row = next(row for row in rows_of(text) if row["type_code"] == type_code)
    found = {name: row[f"{name}_text"] for name in ("actor", "target", "recipient", "destination")}
    assert {name: words for name, words in found.items() if words is not None} == roles


@pytest.mark.parametrize(("text", "type_code", "roles"), ROLES)
def test_every_role_quotes_its_text_and_says_how_it_was_found(text: str, type_code: str, roles: dict[str, str]) -> None:
    row = next(row for row in rows_of(text) if row["type_code"] == type_code)
    found = row["found"]
    assert isinstance(found, list)
    for name in roles:
        assert text[row[f"{name}_raw_start_char"] : row[f"{name}_raw_end_char"]] == row[f"{name}_text"]  # type: ignore[misc]
        assert any(each["field"] == name and each["rule"] for each in found)


def test_who_is_asked_for_is_no_one() -> None:
    row = next(row for row in rows_of("It is unclear who carried out the killings.") if row["type_code"] == "killing")
    assert row["actor_text"] is None


def test_the_centre_of_a_town_is_where_a_bomb_went_off_and_no_target() -> None:
    row = next(row for row in rows_of("A bus bomb blew up in the centre of Bogota.") if row["type_code"] == "attack")
    assert (row["target_text"], row["place_text"]) == (None, "the centre of Bogota")


def test_soldiers_in_the_streets_are_no_protest() -> None:
    assert not [row for row in rows_of("Soldiers were in the streets of Sofia.") if row["type_code"] == "protest"]


def test_of_two_groups_in_a_list_each_has_its_own_count() -> None:
    rows = rows_of("The shooting left at least 40 people dead and hundreds of others injured.")
    assert [(row["count_low"], row["count_high"]) for row in rows if row["type_code"] == "killing"] == [(40, None)]


def test_a_day_to_come_dates_what_is_agreed_and_not_the_agreement() -> None:
    text = "The rival Koreas have agreed to hold reunions next month."
    (row,) = rows_of(text, date(2015, 9, 15))
    assert (row["status"], row["date_text"]) == ("asserted", None)


def test_what_is_told_to_be_done_is_not_done() -> None:
    assert [row["status"] for row in rows_of("Kill them and spit in their faces.")] == ["planned"]
