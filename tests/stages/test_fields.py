"""Single fields of claims: a table of sentences, each with the reason it stands there."""

from datetime import date

import pytest

from tests.stages.frozen import rows_of

SEEN_ON = date(2026, 2, 11)  # a Wednesday

# The text, the type of the claim meant, some of its fields, and why.
FIELDS = [
    ("Trucks left the barracks with 40 freed captives at noon, a driver said.", "release",
     {"source_text": "a driver", "count_low": 40}, "a participle that is counted is told with the rest"),
    ("The rector denied that he would free the jailed students.", "release",
     {"source_text": "The rector", "status": "denied"}, "the same before a noun that nobody tells anew"),
    ("Three pilots flew to Malta and asked for asylum, a clerk at the harbour office told the Gazette.", "defection",
     {"source_text": "a clerk at the harbour office"}, "the office is the clerk's"),
    ("Two captains announced that they had joined the rebels, a spokesman for the brigade said.", "defection",
     {"source_text": "a spokesman for the brigade"}, "who tells of those who announce it"),
    ("Two captains announced that they had joined the rebels.", "defection",
     {"source_text": "Two captains"}, "nobody else does"),
    ("The opposition accused the army of shelling a hospital.", "attack",
     {"source_text": "The opposition", "actor_text": "the army", "status": "unconfirmed"}, "who accuses says so"),
    ("Riders without badges have surrounded the palace since Monday.", "siege",
     {"status": "asserted"}, "the badges are lacking"),
    ("Men surrendered the palace without a clash.", "withdrawal", {"status": "asserted"}, "no clash is lacking here"),
    ("The Azura Front said it would announce a ceasefire.", "ceasefire",
     {"status": "planned", "actor_text": "The Azura Front"}, "not announced yet"),
    ("The rebels begged for a truce, the mayor said, and promised to free 12 nurses.", "ceasefire",
     {"status": "planned", "source_text": "the mayor"}, "begged for"),
    ("The rebels begged for a truce, the mayor said, and promised to free 12 nurses.", "agreement",
     {"actor_text": "The rebels", "source_text": "the mayor"}, "who speaks between commas promises nothing"),
    ("The shops stayed open on Friday despite calls for a strike.", "appeal",
     {"date_text": None}, "the day is of the shops"),
    ("Troops shelled the port for nine hours before the marines came in.", "attack",
     {"date_text": "for nine hours"}, "how long it went on"),
    ("Troops shelled the port for nine hours before the marines came in.", "deployment",
     {"date_text": None}, "what came after did not last so long"),
    ("On Monday gunmen gathered and attacked the post for six hours.", "attack",
     {"date_text": "Monday", "date_low": date(2026, 2, 9)}, "a day says more of when than a stretch"),
    ("The union called for a strike next Thursday.", "appeal", {"date_text": None}, "the strike's day is to come"),
    ("The union called for a strike next Thursday.", "strike", {"date_text": "next Thursday"}, "the strike's own day"),
    ("The party called for a day of marches.", "appeal", {"date_text": None}, "no stretch of time"),
    ("Soldiers marched on Kufra under a colonel who deserted in May.", "defection",
     {"place_text": None, "date_text": "May"}, "he left elsewhere, and before"),
    ("Two nurses were abducted in Goma. The police demanded their release from the rebels.", "release",
     {"target_text": "nurses", "status": "planned"}, "the held are freed, not the police"),
    ("They were given missions including shelling the port.", "attack",
     {"actor_text": None, "status": "planned"}, "a mission shells nothing, and is to be carried out"),
    ("The ministry denied claims by foreign stations that two pilots had deserted.", "defection",
     {"target_text": None, "status": "denied"}, "the stations only claim it"),
    ("The minister rejected calls to resign.", "resignation", {"status": "planned"}, "called for"),
    ("Rebels came in order to free the captives.", "release", {"status": "asserted"}, "no order was given"),
    ("In Tyre 40 guards deserted.", "defection", {"actor_text": "guards", "count_low": 40}, "Tyre is where"),
    ("Clashes broke out between the police and anti-tax students in Oslo.", "clash",
     {"target_text": "anti-tax students"}, "a prefix is nobody"),
    ("The captain was seen on Sunday, Omar Haddad said. He was arrested in Oslo, Haddad said.", "arrest",
     {"target_text": "The captain"}, "who tells of another is not that other"),
    ("We strongly oppose attacks by rebels on the port.", "rejection", {"actor_text": None}, "rebels oppose nothing"),
    ("General Omar Haddad abandoned the president on Monday.", "defection",
     {"target_text": "the president", "ranks": ["general"]}, "the ruler is left"),
    ("Syria said that the premier had been dismissed.", "resignation", {"target_text": "the premier"}, "from office"),
    ("The premier lashed out at the rebels.", "accusation", {"target_text": "the rebels"}, "with words"),
    ("Two hostages were handed over to the Red Cross.", "release", {"target_text": "hostages"}, "people given back"),
    ("A clerk said the attack was over, and the pilots were freed three days after officials said they were safe.",
     "release", {"source_text": "A clerk"}, "a verb of saying in a clause of time covers nothing before it"),
    ("Two nurses were freed on Monday, three days after officials said they were safe.", "release",
     {"source_text": None}, "nobody tells of it"),
    ("Ten students were killed in clashes with Chad's police.", "clash",
     {"target_text": "Chad's police"}, "the force and not its owner"),
    ("It is crucial to bomb the port.", "attack", {"actor_text": None}, "nobody named"),
    ("Peace would allow for the withdrawal of the troops.", "withdrawal", {"status": "possible"}, "not yet"),
    ("The fighting near the border with Chad and Niger killed ten men.", "clash", {"target_text": None},
     "the border is with them, not the fighting"),
    ("The staff received reports of attacks carried out by rebels.", "attack",
     {"target_text": None, "actor_text": "rebels"}, "who receives reports was not attacked"),
    ("There were moves by other states to reach a settlement.", "agreement", {"status": "planned"}, "not reached"),
    ("Omar Ali, a brother of one of the captives, told the Gazette that ten men had been killed.", "killing",
     {"source_text": "Omar Ali"}, "the captives tell nothing"),
    ("Rebels abducted ten nurses from the town of Gamboru, in Borno state.", "abduction",
     {"place_text": "Gamboru, in Borno state"}, "the town, with where it lies"),
    ("The forces of the army in taking the port killed ten men.", "seizure", {"actor_text": "The forces of the army"},
     "who takes it, and not their owner"),
    ("Officers soon surrounded the palace.", "siege", {"date_text": None}, "a past deed is not soon"),
    ("The ministry announced on Friday the death of a soldier in Mali.", "killing", {"date_text": None},
     "the day of the news"),
    ("If it was their fault, they should take steps to release the captives.", "release", {"status": "possible"},
     "on a condition"),
    ("In Oslo with his driver on Monday, he was shot by rebels.", "attack", {"target_text": "he"},
     "his driver is not he"),
    ("A ceasefire took effect on Friday after talks in Oslo.", "ceasefire", {"place_text": None},
     "the place of the talks before it"),
    ("The attackers left behind five of their dead.", "killing", {"target_text": "their dead"}, "no bare pronoun"),
    ("One guard was killed and four others, including a nurse, were injured in the blast.", "wounding",
     {"target_text": "others", "count_low": 4}, "the second subject is the second verb's"),
    ("Men are being trained in Chad to carry out attacks in Mali.", "attack", {"status": "planned"}, "trained for it"),
    ("A bomb was hurled at soldiers in the early hours of Monday.", "attack", {"date_text": "Monday"},
     "the day says more than the hour"),
    ("The envoy disputed the version that the pilot was captured in Goma.", "arrest", {"status": "denied"}, "disputed"),
    ("In Iraq one strike destroyed a bunker of the militants and two strikes hit their tactical vehicles.", "attack",
     {"mode": "aerial"}, "no strike of workers"),
    ("Troops hailed the liberation of the town.", "seizure", {"target_text": "the town"}, "taken, and not freed"),
    ("The nurses hailed the liberation of the hostages.", "release", {"target_text": "the hostages"}, "freed"),
    ("He says police killed the man as he tried to flee.", "displacement", {"target_text": "he"}, "either of them"),
    ("The rebels use the mosque to commit atrocities, and kill those they claim to defend.", "attack",
     {"source_text": None}, "whom they claim to defend is said of those"),
    ("On Jan. 7th the rebels requested help from Chad.", "appeal", {"target_text": None}, "a day is nobody"),
]  # fmt: skip
NONE = [
    ("He was a man of peace, not a defector.", "denied of him"),
    ("She handcuffed herself to her husband.", "nobody arrests himself"),
    ("The envoy nearly provoked a war with Chad.", "it did not come to it"),
    ("The people rallied to the rebels.", "joined them in mind"),
    ("Such visits routinely end in fights between guards and students.", "what happens as a rule"),
    ("Goods made in the settlements are labelled.", "villages of settlers, and no accord"),
]


@pytest.mark.parametrize(("text", "type_code", "fields", "reason"), FIELDS)
def test_fields_of_a_claim(text: str, type_code: str, fields: dict[str, object], reason: str) -> None:
    row = next(row for row in rows_of(text, SEEN_ON) if row["type_code"] == type_code)
    assert {name: row[name] for name in fields} == fields, reason


@pytest.mark.parametrize(("text", "reason"), NONE)
def test_no_claim(text: str, reason: str) -> None:
    assert not rows_of(text, SEEN_ON), reason
