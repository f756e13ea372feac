"""Names set beside what they say: before a colon, behind the dash of a headline, under a quotation."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from stages.who_says.quotes import Quoted
from stages.who_says.source_kinds import kind_of_source
from stages.who_says.source_phrases import phrase_of
from stages.words.wordlists import words_of

DASHES = frozenset({"―", "—", "–", "-", "--", "~"})
BETWEEN = frozenset({"–", "—", "--", "-"})  # in a headline, with a blank on either side
LABEL_REACH = 6  # tokens from the head of a sentence to its colon
TAIL = 5  # tokens behind the dash of a headline
TALLY = 3  # words: "13 dead", "two soldiers killed"
# What a label that is no name says of a speaker: "Army: rebels fled". No "Soldiers: we fled", which may be a heading.
LABELS = words_of("""
    source sources official officials police army military ministry minister government spokesman spokeswoman
    witness witnesses eyewitness eyewitnesses activist activists monitor monitors observer observers opposition rebels
    taliban un palace kremlin pentagon nato pm hospital medics doctors rescuers locals residents lawyer lawyers
""")
FORCES = LABELS | words_of("front movement forces state observatory")
REPORTS = words_of("report reports media")
NO_LABELS = words_of("photo photos picture pictures image images gallery videos clips")  # captions


def signature_of(doc: Doc, quoted: Quoted) -> Iterator[tuple[Token, str]]:
    """The name behind a dash that signs a quotation."""
    following = doc[quoted.end : quoted.end + 5]
    dashes = [token for token in following if token.text in DASHES]
    if dashes:
        behind = doc[dashes[0].i + 1 : dashes[0].i + 4]
        yield from ((token, "signed") for token in behind if token.ent_type_ == "PERSON")


def label_before(trigger: Token) -> Iterator[tuple[Token, str]]:
    """ "Monitors: 30 dead in raid": a name or a word for a source that a colon sets before the sentence."""
    sent = trigger.sent
    for token in sent[1:LABEL_REACH]:
        if token.text == ":" and token.i < trigger.i:
            head = _head_of(sent.doc[sent.start : token.i])
            kind = kind_of_source(phrase_of(head), head)
            is_dateline = head.is_upper and (len(head) > 4 or head.ent_type_ == "PERSON")
            is_named = head.ent_type_ in {"ORG", "PERSON"} and not (is_dateline or _is_tally(sent, token.i))
            is_named = is_named and head.tag_ != "NN" and _is_told(sent, token.i)
            is_speaker = kind in {"agency", "video"} or head.lower_ in LABELS | REPORTS
            if (is_named or is_speaker) and head.lower_ not in NO_LABELS:
                yield head, "label before a colon"
            return


def _is_told(sent: Span, colon: int) -> bool:
    """Whether a verb follows: "Omar Sow: we will win" is said, "El Fasher: artillery fire on the camp" is noted."""
    return any(token.tag_.startswith(("VB", "MD")) for token in sent.doc[colon + 1 : sent.end])


def _is_tally(sent: Span, colon: int) -> bool:
    """ "Fort Hood: 13 dead": a line of a list, and nobody who says so."""
    behind = [token for token in sent.doc[colon + 1 : sent.end] if token.is_alpha or token.like_num]
    return 1 < len(behind) <= TALLY and behind[0].like_num


def label_behind(trigger: Token) -> Iterator[tuple[Token, str]]:
    """ "Defections on the rise - rebel army": who says so at the end of a headline; the outlet there says nothing."""
    sent = trigger.sent
    words = [token for token in sent if not token.is_space]
    marks = (at for at in range(len(words) - 2, 0, -1) if _is_spaced(words[at]) and words[at].text in {*BETWEEN, ":"})
    at = next(marks, 0)  # "Blast kills five: police"
    behind = words[at + 1 :]
    if at < 2 or trigger.i >= words[at].i or not 0 < len(behind) <= TAIL:
        return
    if any(token.tag_[:2] not in {"NN", "JJ", "DT", "PO"} for token in behind):
        return
    head = _head_of(sent.doc[behind[0].i : behind[-1].i + 1])
    is_surname = len(behind) == 1 and head.ent_type_ == "PERSON"
    is_force = head.ent_type_ == "ORG" and head.lower_ in FORCES
    if is_surname or is_force or head.lower_ in LABELS | REPORTS:
        yield head, "label behind a dash"


def _head_of(label: Span) -> Token:
    """The noun of a label; its last word where the parser hung the words apart."""
    return label.root if label.root.pos_ in {"NOUN", "PROPN"} else label[-1]


def _is_spaced(dash: Token) -> bool:
    return bool(dash.whitespace_) and dash.i > 0 and (dash.text == ":" or bool(dash.nbor(-1).whitespace_))
