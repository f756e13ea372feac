"""Who speaks: the subject of a verb of saying, by name where it is given."""

from spacy.tokens import Token

from stages.parsing.heads import NOUN_SUBJECTS, SUBJECTS
from stages.parsing.neighbours import ends_sentence, next_word, opens_sentence, previous_word, text_before, text_behind
from stages.parsing.tags import TENSED
from stages.who_says.namesakes import namesake_of
from stages.who_says.quoted_speakers import blamed_in, is_said_on, quoted_in
from stages.words.people import is_person_noun
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.wordlists import words_of

TIMES = words_of(
    "monday tuesday wednesday thursday friday saturday sunday "
    "today yesterday january february march april may june july august september october november december"
)
EMPTY = words_of("""
    it there that this which what who whom i we you themselves himself herself itself ourselves
    them him her me us most whoever anyone anybody
    launch launches blast blasts explosion shooting incident event case test tests visit release
    concern concerns fear fears resistance violence tension tensions attack attacks offensive fighting war situation
    move moves action actions decision decisions effort efforts strike strikes river growth rise fall increase
    horror ordeal chaos panic crossfire turmoil unrest bloodshed carnage siege border
""")
OPENINGS = frozenset({",", "“", "”", '"', "‘", "’", "–", "—", "-", "--"})
DASHES = frozenset({"--", "–", "—", "-"})
OBJECTS = frozenset({"him", "them", "her", "us", "me"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
HEARD = frozenset({"tell", "inform", "assure"})  # verbs that a hearer follows
# What never speaks, wherever a parser finds it before a verb of saying.
MUTE = words_of("""
    tram trams train trains car cars bus buses truck trucks plane planes jet jets aircraft helicopter helicopters tank
    tanks ship ships boat boats vehicle vehicles convoy bomb bombs rocket rockets missile missiles shell shells mine
    mines explosion blast fire storm crash building buildings house houses bridge road roads street streets
""")
MEDIA = words_of("channel station newspaper daily agency network magazine broadcaster website")
STATES = words_of("dead killed wounded injured hurt missing held captured safe")
MEANS = words_of("telephone phone mobile satellite radio email e-mail mail letter fax text skype video")


def speaker_of(verb: Token) -> Token | None:
    """Whose words the verb gives: of whom it quotes or blames for them, or of who does it."""
    return quoted_in(verb) or blamed_in(verb) or _doer_of(verb)


def _doer_of(verb: Token) -> Token | None:
    "Who does the verb: its nearest subject, its agent, that of the verb it is joined to, or the noun it describes."
    agents = [child for child in verb.children if child.dep_ == "obl:agent" and child.lower_ not in MEANS]
    is_passive = any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children)
    subjects = [child for child in verb.children if child.dep_ in NOUN_SUBJECTS and not is_time(child)]
    subjects = [
        child
        for child in subjects
        if child.text.strip(".,:;-–—") and child.lower_ not in MUTE and not _is_regarded(child, verb)
    ]
    if agents and (is_passive or not subjects):
        return agents[0]
    if is_passive or _is_held(verb):
        return None
    if subjects:
        subject = min(subjects, key=lambda child: abs(child.i - verb.i))
        subject = next(subject.lefts, subject) if subject.tag_ == "VBZ" else subject  # "General quits, says"
        is_relative = subject.lower_ in {"who", "which", "that"} and verb.dep_.startswith("acl")
        return _speaking(verb.head, subject) if is_relative else _named(subject, verb)
    beside = _doer_before(verb) or _noun_beside(verb)
    if beside is not None:
        return beside
    is_of_noun = _is_gerund_of(verb)
    above = verb.head.head if is_of_noun or _is_said_too(verb) or is_said_on(verb) else verb.head
    is_below = verb.dep_ in {"conj", "xcomp", "advcl", "parataxis"} or is_of_noun
    if is_below and above.tag_.startswith(("VB", "MD")):
        return speaker_of(above)
    is_told = verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and not is_person_noun(verb.head)
    return verb.head if verb.dep_.startswith("acl") and not is_told else None  # "a truce announced on Friday"


def _doer_before(verb: Token) -> Token | None:
    """ "Union ends its strike, says talks can go on": whoever does the one says the other, and no talks do."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and _is_tensed(child)]
    before = next((child for child in clauses if child.i < verb.i), None)
    behind = next((child for child in clauses if child.i > verb.i), None)
    if before is None or behind is None or text_before(verb) != "," or behind.left_edge.i != verb.i + 1:
        return None
    return next((child for child in before.lefts if child.dep_ in NOUN_SUBJECTS), None)


def _is_tensed(clause: Token) -> bool:
    own = (clause, *(child for child in clause.lefts if child.dep_.startswith("aux") or child.dep_ == "cop"))
    return any(token.tag_ in TENSED for token in own)


def _speaking(noun: Token, relative: Token) -> Token:
    """Whom "who" means in "raided the house of Omar Ali, who announced": no house speaks.

    Nor does a number in "the number kept by the Crescent, which says": the group named right before it does.
    """
    last = relative.nbor(-2) if relative.i > noun.i + 1 and text_before(relative) == "," else noun
    if last.ent_type_ == "ORG" and not noun.ent_type_ and not is_person_noun(noun):
        return next((name.root for name in noun.doc.ents if name.start <= last.i < name.end), last)
    owners = (child for child in noun.rights if child.dep_ == "nmod" and noun.lower_ in MUTE)
    return next(owners, noun)


def _is_said_too(verb: Token) -> bool:
    """ "said its troops had left, adding that": whoever said it adds, and not the troops."""
    deed = verb.head
    is_beside = verb.dep_ == "advcl" and verb.tag_ == "VBG" and text_before(verb) == ","
    return is_beside and deed.dep_ == "ccomp" and not is_speech_verb(deed) and is_speech_verb(deed.head)


def _is_gerund_of(verb: Token) -> bool:
    """ "took the step of announcing": whoever took it announces."""
    is_of = verb.left_edge.lower_ == "of"
    return verb.dep_ == "acl" and verb.tag_ == "VBG" and is_of and not is_person_noun(verb.head)


def _is_held(verb: Token) -> bool:
    """ "gunmen believed to be rebels": a bare participle says what is thought of them, and they say nothing."""
    has_auxiliary = any(child.dep_.startswith("aux") for child in verb.lefts)
    is_thought = verb.tag_ == "VBN" and lemma_of(verb) != "claim"  # "militants claimed to have" speak, whatever the tag
    is_bare = not has_auxiliary and (is_thought or lemma_of(verb) in {"believe", "think", "say", "allege", "report"})
    following = verb.nbor(1).lower_ if not ends_sentence(verb) else ""
    is_of_state = not ends_sentence(verb) and verb.nbor(1).tag_ == "VBN" and verb.nbor(1).head in {verb, verb.head}
    is_behind = following == "to" or (is_of_state and verb.dep_ == "acl")  # "a nun believed kidnapped by bandits"
    return following in STATES or (is_bare and is_behind)  # "ADVISER SAID DEAD IN RAID"


def _is_regarded(noun: Token, verb: Token) -> bool:
    """ "As for the hostages, the mayor suggested": what is spoken of does not speak, nor what a preposition opens."""
    first = noun.left_edge.i
    if noun.left_edge.dep_ == "case" and noun.left_edge.lower_ in {"to", "with", "from", "by"}:
        return any(child.dep_ in NOUN_SUBJECTS and child.i < noun.i for child in verb.children)
    return first - 1 > noun.sent.start and noun.doc[first - 1].lower_ == "for" and noun.doc[first - 2].lower_ == "as"


def _named(subject: Token, verb: Token) -> Token:
    """The subject by name; an adjective read as one is only the post's: "presidential aide Omar Ali said".

    The name before a dash is the dateline's: "CAIRO -- President Omar Ali said".
    """
    if subject.tag_.startswith("JJ") and not is_person_noun(subject):
        return _noun_beside(verb) or subject
    if subject.is_upper and text_behind(subject) in DASHES:
        named = (child for child in subject.rights if child.dep_ in {"appos", "flat", "list"} and child.pos_ == "PROPN")
        subject = next(named, subject)
    return namesake_of(subject)


def _noun_beside(verb: Token) -> Token | None:
    """The noun just before a verb of saying, past the comma that ends its apposition, or just after the verb."""
    is_participle = verb.dep_.startswith("acl") or verb.tag_ in {"VBG", "VBN"}
    is_led = verb.dep_ == "parataxis" and any(child.dep_ == "ccomp" for child in verb.rights)  # "quit, say they won"
    if (is_participle and not is_telling(verb)) or opens_sentence(verb) or is_led:
        return None
    before = verb.nbor(-1)
    if is_time(before):
        return _dated_before(before)
    if before.tag_ in NOUNS and before.lower_ not in OBJECTS:
        return _holder_of(before)
    if before.text not in OPENINGS:
        return None
    following = next_word(verb)
    if lemma_of(verb) not in HEARD and following.tag_ not in {"IN", "TO"}:
        return noun_after(verb)  # ", said Omar Ali"
    named = before.nbor(-1) if before.i > verb.sent.start else before  # "the mayor, Omar Ali, said by telephone"
    return _bearer_of(named) if named.tag_ in NOUNS and not is_time(named) else None


def _dated_before(day: Token) -> Token | None:
    """What was made public on the day before the verb: the report of "A report released Thursday says"."""
    made = previous_word(day)
    if made.tag_ not in {"VBN", "VBD"}:
        return None
    subject = next((child for child in made.lefts if child.dep_ in NOUN_SUBJECTS), None)
    return subject or (made.head if made.dep_ == "acl" else None)


def _bearer_of(noun: Token) -> Token:
    """Whom an apposition before the verb is of: the name in "Omar Ali, a brother of one of the captives, told"."""
    token = _first_of_name(noun)
    while token.ent_type_ != "PERSON" and token.dep_ in {"nmod", "appos"} and token.head.i < token.i:
        token = token.head
    return token if token.ent_type_ == "PERSON" or token.tag_ == "NNP" else _first_of_name(noun)


def is_telling(verb: Token) -> bool:
    """ "coordinators told the station": with a hearer behind it no participle, whatever the tagger made of it."""
    has_hearer = any(child.dep_ in {"iobj", "obj"} and child.i > verb.i for child in verb.children)
    return has_hearer and lemma_of(verb) in HEARD and not any(child.dep_ == "aux:pass" for child in verb.children)


def _holder_of(noun: Token) -> Token:
    """The noun that a noun before the verb is said of: the guard of "a guard at the base told"."""
    token = _first_of_name(noun)
    while token.dep_ in {"nmod", "conj"} and token.head.i < token.i and token.head.tag_ in NOUNS:
        is_bound = token.dep_ == "conj" or any(
            child.dep_ == "case" and token.head.i < child.i < token.i for child in token.children
        )
        if not is_bound or any(word.is_punct and word.text != "-" for word in token.doc[token.head.i : token.i]):
            break
        token = token.head
    if token.dep_ == "obl" and token.head.tag_ == "VBN" and token.head.i < token.i:  # "men caught in the raid told"
        return next((child for child in token.head.lefts if child.dep_ in NOUN_SUBJECTS), _first_of_name(noun))
    return token if token.dep_ not in {"obj", "obl"} else _first_of_name(noun)


def _first_of_name(name: Token) -> Token:
    """The word that the others of a name hang on, when it is their first."""
    while name.dep_ == "flat" and name.head.i < name.i:
        name = name.head
    return name


def noun_after(verb: Token) -> Token | None:
    """The speaker named after the verb: a person's name within reach, else the first noun."""
    following = verb.doc[verb.i + 1 : min(verb.i + 9, verb.sent.end)]
    people = [token for token in following if token.ent_type_ == "PERSON"]
    nouns = [token for token in (*people, *following) if token.pos_ in {"NOUN", "PROPN"} and not is_time(token)]
    noun = nouns[0] if nouns else None
    return noun.head if noun is not None and noun.dep_ == "compound" and noun.head in following else noun


def last_before_that(source: Token) -> int:
    """The last word of a source behind its verb, before the "that" of what is said: "was told by the mayor that"."""
    behind = (token for token in source.subtree if token.lower_ == "that" and token.i > source.i)
    that = next(behind, None) if source.dep_ == "obl:agent" else None
    return source.right_edge.i if that is None else that.i - 1


def is_time(token: Token) -> bool:
    """Whether a word is a day or month, which never speaks."""
    return token.lower_ in TIMES


def last_told(speaker: Token) -> Token:
    """In "positions bombed on Friday, and an official said" the official speaks, not what was told before him."""
    last = max(speaker.conjuncts, key=lambda token: token.i, default=speaker)
    between = speaker.doc[speaker.left_edge.i : last.left_edge.i]
    is_clause = any(token.tag_ == "VBD" and token.dep_ == "acl" for token in between)
    return last if last.i > speaker.i and is_clause else speaker


def is_clause(word: Token) -> bool:
    """ "whom residents accuse": what has a subject of its own and no copula is a verb, and says nothing."""
    own = {child.dep_ for child in word.lefts}
    return "cop" not in own and not own.isdisjoint(SUBJECTS)
