"""Who is harmed by what, where a small parser hangs it on an age, a day or a weapon: "aged 17 and injuring five"."""

from spacy.tokens import Doc, Token

from stages.parsing.hanging import ends_sentence, hang, next_word, previous_word, text_before, text_behind, word_beside
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.harms import HARMED, HARMING
from stages.words.speech import is_speech_verb
from stages.words.wordlists import words_of

STRIKING = words_of("""
    attacked attack attacks attacking ambushed ambush fired fire firing opened opening shot shelled shelling bombed
    bombing bombarded hit hits struck strike raided raiding stormed storming targeted rammed detonated exploded threw
    hurled lobbed launched charged
""")
WEAPONS = words_of("mortar rocket artillery sniper tank gun shell missile grenade machine-gun small-arms drone")
FIRED = words_of("fire rounds shells attack attacks strike strikes")
SPANS = words_of("minute hour day night week month year")
BESIDE = frozenset({"after", "before", "later", "earlier"})
VEHICLES = words_of("jeep truck van bus car patrol convoy vehicle boat lorry pickup post station bunker")
CALLING = words_of("calling demanding chanting shouting denouncing urging")
GUARDING = words_of("police troops soldiers guards forces officers security")
GOING = words_of("attempting trying marching protesting gathered gathering rallying seeking demonstrating")
PAST = frozenset({"VBD", "VBZ"})


def mend_harms(doc: Doc) -> None:
    """What harms, and who is harmed."""
    for word in doc:
        join_harm(word)
        make_fire(word)
        part_span(word)
        free_one(word)
        make_vehicle(word)
        make_suffered(word)
        return_demand(word)
        make_shot_and(word)
        lift_harm(word)


def join_harm(verb: Token) -> None:
    """In "killing a boy aged 17 and injuring five" five are injured: what is joined is no age."""
    number, link = verb.head, previous_word(verb)
    forms, tags = (HARMING, {"VBG"}) if verb.lower_ in HARMING else (HARMED, {"VBD"})
    is_joined = verb.lower_ in forms and verb.dep_ == "conj" and link.lower_ == "and" and number.tag_ == "CD"
    first = next((token for token in number.ancestors if token.tag_ in tags and token.lower_ in forms), None)
    if not is_joined or first is None or not hang(verb, first, "conj"):
        return
    verb.tag_, verb.pos_ = first.tag_, "VERB"
    hang(link, verb, "cc")
    harmed = next_word(verb)
    if harmed.head != verb and harmed.tag_ in {"CD", "NNS"}:
        hang(harmed, verb, "obj")
    for child in [child for child in number.rights if child.i > verb.i]:
        hang(child, verb.head)


def lift_harm(effect: Token) -> None:
    """In "attacked a convoy carrying food, killing ten" the attackers kill them: the effect hangs on its deed."""
    is_read_as_effect = effect.lower_ in HARMING and effect.dep_ == "advcl" and effect.i > effect.head.i
    deed = _deed_before(effect.head) if is_read_as_effect and text_before(effect) == "," else None
    if deed is not None:
        hang(effect, deed)


def _deed_before(clause: Token) -> Token | None:
    """What harmed, where a clause stands between the deed and its effect that only describes, times or tells it."""
    if clause.dep_ == "advcl" and any(child.lower_ == "it" for child in clause.lefts):
        return clause.head  # "shot the plane down as it landed, killing all on board"
    content = next((child for child in clause.lefts if child.dep_ in {"ccomp", "parataxis"}), None)
    if content is not None and is_speech_verb(clause):
        return content  # "rebels fired on them, the army said, killing ten"
    if clause.dep_ == "acl:relcl" and any(child.lower_ == "where" for child in clause.lefts):
        main = next((above for above in clause.ancestors if above.pos_ == "VERB"), None)
        return main if main is not None and main.i < clause.i else None  # "a tent where mourners met, killing seven"
    while clause.dep_ in {"advcl", "xcomp", "conj"} and clause.head.i < clause.i and clause.lower_ not in STRIKING:
        clause = clause.head
    struck = clause.head
    if clause.dep_ not in {"acl", "acl:relcl"} or clause.lower_ in STRIKING or struck.i > clause.i:
        return None
    verb = next((token for token in struck.ancestors if token.tag_.startswith("VB")), None)
    return verb if verb is not None and verb.lower_ in STRIKING and verb.i < struck.i else None


def make_fire(word: Token) -> None:
    """In "They burned shops, and mortar fire killed ten" the fire kills them: a mortar is no verb."""
    fire = next_word(word)
    is_read_as_verb = word.tag_ in {"VB", "VBP"} and word.lower_ in WEAPONS and word.dep_ == "conj"
    if not is_read_as_verb or fire.lower_ not in FIRED or fire.head != word:
        return
    first = word.head
    below = (child for child in (*word.rights, *first.rights) if child.tag_ in PAST and child.i > fire.i)
    verb = next((child for child in below if not any(each.dep_ in NOUN_SUBJECTS for each in child.lefts)), None)
    if verb is None or text_before(verb.left_edge) == "," or not hang(verb, first, "conj"):
        return
    if hang(fire, verb, "nsubj"):
        for child in [child for child in word.children if child != fire]:
            hang(child, verb if child.dep_ == "cc" or child.i > verb.i else fire)
        for child in [child for child in fire.rights if child.dep_ == "obl"]:
            child.dep_ = "nmod"
        word.tag_, word.pos_, word.lemma_ = "NN", "NOUN", word.lower_
        hang(word, fire, "compound")


def part_span(number: Token) -> None:
    """In the headline "Blast kills seven a day after a truce" seven are killed, and no days."""
    span = number.head
    article = next((child for child in span.lefts if child.lower_ in {"a", "an"}), None)
    is_inside = number.tag_ == "CD" and number.dep_ == "nummod" and span.lower_ in SPANS and span.i > number.i
    if not is_inside or article is None or article.i != number.i + 1 or ends_sentence(span):
        return
    verb = number.left_edge.nbor(-1) if number.left_edge.i > number.sent.start else number
    is_free = not any(child.dep_ in {"obj", "aux:pass", "nsubj:pass"} for child in verb.children)
    if verb.tag_ in {"VBZ", "VBP", "VBD", "VBG"} and is_free and span.nbor(1).lower_ in BESIDE:
        hang(number, verb, "obj")


def free_one(number: Token) -> None:
    """In "One, a Swede, has been let go" one of them is let go: the number counts nothing."""
    verb = number.head
    is_first = number.tag_ == "CD" and number.dep_ == "nummod" and verb.tag_ == "VBN" and number.i < verb.i
    if is_first and any(child.dep_ == "aux:pass" for child in verb.lefts):
        has_subject = any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts)
        number.dep_ = number.dep_ if has_subject else "nsubj:pass"


def make_vehicle(word: Token) -> None:
    """In "a mine under a police jeep" the police do nothing: a jeep is no verb."""
    owner = word.head
    is_read_as_verb = word.tag_ in {"VBP", "VB"} and word.lower_ in VEHICLES and word.dep_ == "acl"
    if not is_read_as_verb or owner.i != word.i - 1 or owner.tag_ not in {"NN", "NNP"} or owner.head == owner:
        return
    word.tag_, word.pos_, word.lemma_ = "NN", "NOUN", word.lower_
    if hang(word, owner.head, owner.dep_):
        for child in list(owner.children):
            hang(child, word)
        hang(owner, word, "compound")
        for child in [child for child in word.rights if child.dep_ == "obl"]:
            child.dep_ = "nmod"


def make_suffered(word: Token) -> None:
    """In "Nine died and seven others sustained injuries" the others sustained them: no injuries are sustained."""
    injuries, subject = word.head, next((child for child in word.lefts if child.dep_ in NOUN_SUBJECTS), None)
    is_inside = word.tag_ in {"JJ", "VBN"} and word.dep_ == "amod" and word.i < injuries.i and subject is not None
    above = injuries.head
    if (
        not is_inside
        or word.lower_ not in {"sustained", "suffered", "received"}
        or injuries.dep_ not in {"obj", "conj"}
    ):
        return
    links = [child for child in (*word.lefts, *injuries.lefts) if child.dep_ == "cc"]
    if above.tag_.startswith("VB") and above.i < word.i and hang(word, above, "conj"):
        word.tag_, word.pos_ = "VBD", "VERB"
        hang(injuries, word, "obj")
        for link in links:
            hang(link, word)


def return_demand(verb: Token) -> None:
    """In "Police used force against hundreds trying to march, calling on him to go" the hundreds call on him."""
    main = verb.head
    subject = next((child for child in main.lefts if child.dep_ in NOUN_SUBJECTS), None)
    is_set_off = verb.tag_ == "VBG" and verb.lower_ in CALLING and verb.dep_ == "advcl" and text_before(verb) == ","
    if not is_set_off or subject is None or subject.lower_ not in GUARDING:
        return
    going = (token for token in main.subtree if token.dep_ == "acl" and token.lower_ in GOING and token.i < verb.i)
    crowd = next((token.head for token in going if token.right_edge.i >= verb.i - 2), None)
    if crowd is not None:
        hang(verb, crowd, "acl")


def make_shot_and(shot: Token) -> None:
    """In "A man on a motorcycle shot and killed a priest" he shot him: no motorcycle shot is meant."""
    ride, killed, man = previous_word(shot), word_beside(shot, 2), shot.head
    is_read_as_noun = shot.lower_ == "shot" and shot.tag_ == "NN" and shot.dep_ == "nmod" and ride.head == shot
    if not is_read_as_noun or text_behind(shot) != "and" or killed.tag_ not in PAST or killed.head != man:
        return
    if man.dep_ != "ROOT" or ride.tag_ not in {"NN", "NNS", "NNP"}:
        return
    hang(ride, man, "nmod")
    for child in [child for child in shot.lefts if child.i < ride.i]:
        hang(child, ride)
    hang(shot, shot, "ROOT")
    shot.tag_, shot.pos_, shot.lemma_ = "VBD", "VERB", "shoot"
    hang(man, shot, "nsubj")
    hang(killed, shot, "conj")
    for child in [child for child in man.rights if child.i > shot.i]:
        hang(child, shot)
