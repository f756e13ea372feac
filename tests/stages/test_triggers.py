"""The sense of a trigger in its sentence: what it tells of, and what it does not."""

import pytest

from tests.stages.frozen import doc_of, rows_of, vocab

# The text, the types of its claims in any order, and why.
SENSES = [
    ("Workers went on strike on Tuesday.", "strike", "labour, a phrase"),
    ("Teachers are striking for higher wages.", "strike", "labour, a verb"),
    ("An air strike killed two guards.", "attack killing", "from the air"),
    ("Strikes on the airport continued on Friday.", "attack", "strikes on a place"),
    ("The pitcher threw a third strike in the last inning.", "", "baseball"),
    ("The two sides will strike a balance.", "", "an idiom"),
    ("Police charged the protesters with batons.", "attack", "a charge at a crowd"),
    ("The bank charged a fee for every transfer.", "", "money"),
    ("Prosecutors charged the general with murder.", "accusation", "in court"),
    ("Soldiers fired on the crowd.", "attack", "with guns"),
    ("The president fired his interior minister.", "resignation", "from a post"),
    ("The company fired up a new engine.", "", "machines"),
    ("The rebels fired rockets at the base.", "attack", "rockets"),
    ("Thousands rallied in the capital against the government.", "protest", "a demonstration"),
    ("Stocks rallied after the bank cut rates.", "", "a market"),
    ("The team rallied to win the match in the last minute.", "", "sport"),
    ("Protesters clashed with police in the square.", "clash", "a fight"),
    ("The curtains clash with the carpet.", "", "colours"),
    ("The two clubs clash in the semi-final of the cup.", "", "sport"),
    ("A colonel defected to the rebels.", "defection", "to change sides"),
    ("Engineers found a defect in the screen of the phone.", "", "a fault in a product"),
    ("Gunmen attacked a police station.", "attack", "violence"),
    ("The striker attacked down the left and scored a goal.", "", "sport"),
    ("He suffered a heart attack.", "", "illness"),
    ("The opposition attacked a convoy of soldiers.", "attack", "violence by the opposition"),
    ("The soldiers deserted their posts at night.", "defection", "a phrase"),
    ("The streets were deserted at noon.", "", "an adjective"),
    ("The army shelled the suburb.", "attack", "artillery"),
    ("She shelled the peas before lunch.", "", "cooking"),
    ("Rebels captured the airport.", "seizure", "of a place"),
    ("Rebels captured three soldiers.", "abduction", "of people"),
    ("The photographer captured the mood of the night.", "", "an image"),
    ("Troops withdrew from the valley.", "withdrawal", "troops"),
    ("The bank withdrew its offer.", "", "business"),
    ("Police released ten prisoners.", "release", "people"),
    ("Inspectors confirmed the release of 310 detainees as part of the exchange.", "release", "a part of a deal"),
    ("The exchange for 11 captives took place on Monday at the bridge.", "release", "who comes free by it"),
    ("The group refused the exchange for the hostages.", "rejection", "what is refused has not happened"),
    ("The minister spoke of the exchange for young officers of both armies.", "", "of those who are nobody's captives"),
    ("The clan got a ransom in exchange for the hostages.", "", "a price, and nobody says that they came free"),
    ("The band released a new album.", "", "music"),
    ("The ministry released a report.", "", "a document"),
    ("The army marched into the city.", "deployment", "troops move"),
    ("Thousands marched through the city.", "protest", "people march"),
    ("The talks began in March 2010.", "talks", "a month is no march"),
    ("The minister resigned on Monday.", "resignation", "leaving an office"),
    ("The minister was dismissed by the president.", "resignation", "dismissal"),
    ("The union called for a boycott of the vote.", "appeal strike", "a call for a boycott"),
    ("Police raided a house in the suburb.", "attack", "a raid"),
    ("Looters burned shops in the centre.", "looting", "destruction"),
    ("He burned the toast.", "", "cooking"),
    ("The government imposed a curfew.", "restriction", "a measure"),
    ("Parliament imposed sanctions on the junta.", "sanction", "a measure"),
    ("The leader rejected the offer.", "rejection", "a refusal"),
    ("Doctors said the body may reject the kidney.", "", "medicine"),
    ("Rebels blew up a bridge.", "attack", "explosives"),
    ("The photograph was blown up to fill a wall.", "", "a picture"),
    ("The general was hanged in public.", "killing", "execution"),
    ("The painting was hanged in the hall.", "", "a picture"),
    ("The army besieged the town.", "siege", "encirclement"),
    ("Rebels and the government signed a peace accord.", "agreement", "a treaty"),
    ("The two sides agreed to a ceasefire.", "ceasefire", "one event, not an agreement too"),
    ("France recognised the rebel council.", "support", "recognition"),
    ("The Red Cross sent medicine to the camp.", "aid", "relief"),
    ("He killed the engine and got out.", "", "a machine"),
    ("The drug kills cancer cells.", "", "medicine"),
    ("The plan was executed without fault.", "", "an idiom"),
    ("A woman gave birth in custody.", "", "no event of a coded type"),
    ("The army executed eleven deserters.", "killing", "people put to death"),
    ("Troops stormed the parliament.", "attack", "an assault"),
    ("A storm hit the coast.", "", "weather"),
    ("Shares hit a record high.", "", "a market"),
    ("A rocket hit a school.", "attack", "a weapon"),
    ("Investors seized the chance.", "", "an idiom"),
    ("The rebels laid down their arms.", "withdrawal", "surrender"),
    ("Gunmen took the ambassador hostage.", "abduction", "a phrase with a gap"),
    ("Police shot the driver dead.", "killing", "a phrase with a gap"),
    ("The battalion switched sides.", "defection", "a phrase"),
    ("The officer broke ranks with the regime.", "defection", "a phrase"),
    ("The crowd chanted against the president.", "protest", "chanting"),
    ("The president threatened to bomb the town.", "threat attack", "a threat holds the deed threatened"),
    ("The minister condemned the attack on the convoy.", "accusation attack", "a judgement and its object"),
    ("Britain expelled two diplomats.", "sanction", "expulsion"),
    ("The rebels were expelled from the town.", "displacement", "driven out"),
    ("Soldiers opened fire on the marchers.", "attack", "a phrase"),
    ("The restaurant opened on Friday.", "", "a business"),
    ("A sniper gunned down a teacher.", "killing", "a particle verb"),
    ("The police chief was gunned down at home.", "killing", "passive particle verb"),
    ("The rebels gave up their weapons.", "withdrawal", "surrender by a phrase"),
    ("Thousands took to the streets.", "protest", "a phrase"),
    ("The team took to the field.", "", "sport"),
    ("Prisoners began a hunger strike.", "strike", "a kind of strike"),
    ("Rebels laid siege to the fort.", "siege", "a phrase"),
    ("Looters set fire to a warehouse.", "looting", "a phrase"),
    ("Riots broke out in the suburbs.", "riot", "a noun with a verb that says it happened"),
    ("Riot police stood by.", "", "a noun that only modifies"),
    ("The murder trial began.", "", "a noun that only modifies"),
    ("The death penalty was abolished.", "", "no one died"),
    ("The death toll rose to 30.", "killing", "a toll with a number"),
    ("The war of words went on.", "", "an idiom"),
    ("The company launched a price war.", "", "business"),
    ("Fighting raged in the east of the city.", "clash", "a verbal noun"),
    ("The two leaders met in Vienna.", "talks", "a meeting"),
    ("The shares met resistance at ten dollars.", "", "a market"),
    ("Mutinous troops seized the radio station.", "seizure", "a building"),
    ("The government lifted the curfew.", "concession", "easing"),
    ("He lifted the trophy.", "", "sport"),
    ("Parliament recognised the new state.", "support", "recognition"),
    ("The countries shared intelligence.", "cooperation", "sharing"),
    ("Officials warned of an invasion.", "threat", "a warning of force"),
    ("Forecasters warned of rain.", "", "weather"),
    ("The opposition demanded the release of the prisoners.", "appeal release", "a demand and its object"),
    ("The job demands patience.", "", "no one demands"),
    ("The king abdicated.", "resignation", "leaving a throne"),
    ("Protesters blocked roads in the capital.", "protest", "obstruction"),
    ("Gunmen hijacked a bus.", "abduction", "a vehicle with people"),
    ("The rebels blew up a pipeline.", "attack", "explosives"),
    ("Engineers tested the missile.", "", "no attack"),
    ("Troops stormed the embassy.", "attack", "an assault"),
    ("Rebels downed a jet.", "attack", "aircraft"),
    ("He downed a beer.", "", "drink"),
    ("The judge ordered the arrest of the general.", "arrest", "a nominal"),
    ("The arrest of the general was ordered.", "arrest", "a nominal subject"),
    ("Cardiac arrest was the cause.", "", "medicine"),
    ("The kidnapping of the nuns shocked the town.", "abduction", "a nominal"),
    ("The exodus of villagers went on.", "displacement", "a nominal"),
    ("The influx of capital went on.", "", "money"),
]

# One event, one claim: what only repeats, refers or modifies tells of nothing further. Types in order.
TOLD_ONCE = [
    ("The soldiers defected and joined the rebels.", "defection"),
    ("The soldiers deserted and fled to Turkey.", "defection"),
    ("The two sides agreed to a truce.", "ceasefire"),
    ("Troops killed ten people and wounded twenty.", "killing wounding"),
    ("Thousands took to the streets to protest against the war.", "protest"),
    ("The attacks continued in Basra on Sunday, and the attack on Friday killed two people.", "attack attack killing"),
    ("Rebels killed a guard and kidnapped two others.", "killing abduction"),
    ("The raid killed six people.", "attack killing"),
    ("The protest movement has grown.", ""),
    ("The attack helicopter landed.", ""),
    ("Such defections are rare.", ""),
    ("The attack came as a surprise.", ""),
    ("There were protests in Cairo.", "protest"),
    ("A truce deal was signed.", "ceasefire"),
    ("Peace talks were held in Oslo.", "talks"),
]


@pytest.mark.parametrize(("text", "types", "reason"), SENSES)
def test_sense_of_trigger(text: str, types: str, reason: str) -> None:
    assert sorted(str(row["type_code"]) for row in rows_of(text)) == sorted(types.split()), reason


@pytest.mark.parametrize(("text", "types"), TOLD_ONCE)
def test_an_event_is_told_once(text: str, types: str) -> None:
    assert [row["type_code"] for row in rows_of(text)] == types.split()


@pytest.mark.parametrize("text", [text for text, types, _ in SENSES if types])
def test_a_sentence_with_a_claim_is_never_skipped(text: str) -> None:
    words = [token.text for token in doc_of(text)]
    assert vocab().has_trigger(words)
    assert vocab().has_trigger(text.rstrip(".").split())


@pytest.mark.parametrize("text", ["The weather was mild.", "She read a book about trees.", "It is late."])
def test_a_sentence_without_any_trigger_is_skipped(text: str) -> None:
    assert not vocab().has_trigger(text.rstrip(".").split())
