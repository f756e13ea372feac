"""Attributions: a verb of saying, who says it, and the words it covers, by the tree and by the order of words."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from stages.people import is_nobody
from stages.sentences import sents_of
from stages.speech import is_saying, is_speech_verb, lemma_of
from stages.wordlists import words_of

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TIMES = words_of(
    "monday tuesday wednesday thursday friday saturday sunday "
    "today yesterday january february march april may june july august september october november december"
)
EMPTY = words_of("""
    it there that this which what who whom i we you themselves himself herself itself ourselves
    concern concerns fear fears resistance violence tension tensions attack attacks offensive fighting war situation
    move moves action actions decision decisions effort efforts strike strikes river growth rise fall increase
""")
OPENINGS = frozenset({",", "“", "”", '"', "‘", "’", "–", "—", "-", "--"})
KEY = "attributions"
INVERTED = frozenset({"reports", "reported", "says", "said", "writes", "wrote"})
CLAIM_REACH = 10  # tokens from "responsibility" to the event claimed
THAT_REACH = 4  # tokens from "denied" to "that", with a day between
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
HOLDING = frozenset({"maintain", "stress", "note"})  # verbs that take a thing as well as a clause
HEARD = frozenset({"tell", "inform"})  # verbs that a hearer follows
MEANS = words_of("telephone phone mobile satellite radio email e-mail mail letter fax text skype video")
MAX_TAIL = 14  # tokens that may follow a closing "she said": a day, a place, "in a statement"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Tokens `start` to `end` are said by the phrase around token `source` with the verb of saying `verb`."""

    verb: int
    source: int
    start: int
    end: int
    rule: str


def attributions_in(doc: Doc) -> list[Attribution]:
    """The attributions of a document in order of their verbs; read once and kept with its analysis."""
    if KEY not in doc.user_data:
        doc.user_data[KEY] = [found for sent in sents_of(doc) for found in _attributions_of(sent)]
    kept: list[Attribution] = doc.user_data[KEY]
    return kept


def _attributions_of(sent: Span) -> Iterator[Attribution]:
    for verb in sent:
        is_said = is_speech_verb(verb) and verb.tag_ != "VB"
        if not is_said and not _is_inverted(verb, sent):
            continue
        source = speaker_of(verb) if is_said else _noun_after(verb)
        if source is not None and source.lower_ not in EMPTY:
            yield from _covered(verb, source, sent)


def _is_inverted(verb: Token, sent: Span) -> bool:
    """ ", reports Al Jazeera." at the end of a sentence, whatever the tagger made of it."""
    if verb.lower_ not in INVERTED or verb.i == sent.start or verb.i + 1 >= sent.end:
        return False
    return verb.nbor(-1).text in OPENINGS and verb.nbor(1).tag_ in {"NNP", "DT"} and sent.end - verb.i <= MAX_TAIL


def _covered(verb: Token, source: Token, sent: Span) -> Iterator[Attribution]:
    """What a verb of saying covers: the words before it when it closes the sentence, else those after it."""
    first = min(verb.i, source.left_edge.i if source.left_edge.i > sent.start else source.i)
    is_last = _closes(verb, source, sent)
    has_before = any(token.tag_ in FINITE or token.tag_ in {"VBN", "VBG"} for token in sent.doc[sent.start : first])
    if is_last and has_before and first - sent.start > 2:
        yield Attribution(verb.i, source.i, sent.start, first, "said at the end")
        return
    following = sent.doc[verb.i + 1 : min(verb.i + 1 + THAT_REACH, sent.end)]
    if lemma_of(verb) in HOLDING and not any(child.dep_ == "ccomp" for child in verb.children):
        return  # "maintained their focus on the town"
    if not len(following) or not (is_saying(verb) or any(token.lower_ == "that" for token in following)):
        return
    if first > sent.start and sent.doc[first - 1].text in OPENINGS and sent.doc[verb.i + 1].text in OPENINGS:
        yield Attribution(verb.i, source.i, sent.start, first, "said in the middle")
    yield Attribution(verb.i, source.i, verb.i + 1, sent.end, "said before")


def _closes(verb: Token, source: Token, sent: Span) -> bool:
    """Whether nothing said follows: only a day, a place or a hearer up to the end of the sentence."""
    is_finite = verb.tag_ in FINITE or any(child.dep_ == "aux" for child in verb.children) or not is_speech_verb(verb)
    last = source.right_edge.i if source.i > verb.i else verb.i
    tail = sent.doc[last + 1 : sent.end]
    if not is_finite or len(tail) > MAX_TAIL or any(token.tag_ in FINITE or token.lower_ == "that" for token in tail):
        return False
    has_content = any(child.dep_ in {"ccomp", "obj"} and child.i > last for child in verb.children)
    is_aside = not len(tail) or tail[0].tag_ in {"IN", "TO", "RB", "CC"} or not tail[0].is_alpha or _is_day(tail[0])
    return not has_content and (is_aside or lemma_of(verb) in HEARD)


def _is_day(token: Token) -> bool:
    return token.ent_type_ == "" and (token.lower_.endswith("day") or token.lower_ in {"last", "this", "earlier"})


def speaker_of(verb: Token) -> Token | None:
    "Who does the verb: its nearest subject, its agent, that of the verb it is joined to, or the noun it describes."
    agents = [child for child in verb.children if child.dep_ == "obl:agent" and child.lower_ not in MEANS]
    is_passive = any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children)
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS and not is_time(child)]
    if agents and (is_passive or not subjects):
        return agents[0]
    if is_passive:
        return None
    if subjects:
        subject = min(subjects, key=lambda child: abs(child.i - verb.i))
        is_relative = subject.lower_ in {"who", "which", "that"} and verb.dep_.startswith("acl")
        return verb.head if is_relative else _named(subject, verb)
    beside = _noun_beside(verb)
    if beside is not None:
        return beside
    if verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}:
        return speaker_of(verb.head)
    return verb.head if verb.dep_.startswith("acl") else None


def _named(subject: Token, verb: Token) -> Token:
    """The subject by name; an adjective read as one is only the post's: "presidential aide Omar Ali said"."""
    if subject.tag_.startswith("JJ"):
        return _noun_beside(verb) or subject
    return namesake_of(subject)


def namesake_of(subject: Token) -> Token:
    """The person behind a post: "the chief of staff, Omar Ali," and "Omar Ali, the chief of staff,"."""
    if subject.pos_ != "NOUN":
        return subject
    for child in subject.rights:
        if child.dep_ == "appos" and _is_person(child):
            return child
    doc, first = subject.doc, subject.left_edge.i
    named = doc[first - 2] if first - 2 >= subject.sent.start and doc[first - 1].text == "," else None
    return named if named is not None and named.ent_type_ == "PERSON" and _ends_at_comma(subject) else subject


def _is_person(name: Token) -> bool:
    """Whether a name in apposition is a person's, or one that no label settles."""
    labels = {token.ent_type_ for token in name.doc[name.left_edge.i : name.right_edge.i + 1]}
    return "PERSON" in labels or (name.pos_ == "PROPN" and labels == {""})


def _ends_at_comma(noun: Token) -> bool:
    after = noun.right_edge.i + 1
    return after < len(noun.doc) and (noun.doc[after].text == "," or noun.right_edge.text == ",")


def _noun_beside(verb: Token) -> Token | None:
    """The noun just before a verb of saying, past the comma that ends its apposition, or just after the verb."""
    if verb.dep_.startswith("acl") or verb.tag_ in {"VBG", "VBN"} or verb.i == verb.sent.start:
        return None
    before = verb.nbor(-1)
    if before.tag_ in NOUNS:
        return _first_of_name(before)
    if before.text not in OPENINGS:
        return None
    following = verb.nbor(1) if verb.i + 1 < verb.sent.end else verb
    if lemma_of(verb) not in HEARD and following.tag_ not in {"IN", "TO"}:
        return _noun_after(verb)  # ", said Omar Ali"
    named = before.nbor(-1) if before.i > verb.sent.start else before  # "the mayor, Omar Ali, said by telephone"
    return _first_of_name(named) if named.tag_ in NOUNS else None


def _first_of_name(name: Token) -> Token:
    """The word that the others of a name hang on, when it is their first."""
    while name.dep_ == "flat" and name.head.i < name.i:
        name = name.head
    return name


def _noun_after(verb: Token) -> Token | None:
    """The speaker named after the verb: a person's name within reach, else the first noun."""
    following = verb.doc[verb.i + 1 : min(verb.i + 9, verb.sent.end)]
    people = [token for token in following if token.ent_type_ == "PERSON"]
    nouns = [token for token in (*people, *following) if token.pos_ in {"NOUN", "PROPN"} and not is_time(token)]
    return nouns[0] if nouns else None


def is_time(token: Token) -> bool:
    """Whether a word is a day or month, which never speaks."""
    return token.lower_ in TIMES


def covering(token: Token) -> list[Attribution]:
    """The attributions that cover a token, the surest and nearest first."""
    order = {"said at the end": 0, "said in the middle": 1, "said before": 2}
    found = [each for each in attributions_in(token.doc) if each.start <= token.i < each.end]
    return sorted(found, key=lambda each: (order[each.rule], abs(each.verb - token.i)))


def claimant_of(trigger: Token) -> Token | None:
    """Who claims responsibility for the event, by the words before it: "the militants claim responsibility for"."""
    doc, first = trigger.doc, trigger.sent.start
    for at in range(trigger.i - 1, max(first, trigger.i - CLAIM_REACH), -1):
        if doc[at].lower_ == "responsibility" and doc[at - 1].lower_.startswith("claim"):
            verb = doc[at - 1]
            speaker = speaker_of(verb) if verb.tag_.startswith("VB") else None
            before = (token for token in reversed(doc[first : verb.i]) if token.pos_ in {"NOUN", "PROPN", "PRON"})
            claimant = speaker or next(before, None)
            return None if claimant is None or is_nobody(claimant) else claimant
    return None
