"""Who stands behind what is said to act: whose operations they are, who wrote what demands, whose words "we" are."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from stages.grammar.clauses import verb_arguments
from stages.grammar.noun_phrases import classes_of
from stages.parsing.heads import obliques_of
from stages.sources import source_of
from stages.triggers import Trigger
from stages.who_says.quotes import quote_around
from stages.words.speech import lemma_of
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

AGENTS = frozenset({"people", "agent", "side", "personname", "name", "armed", "regime", "state", "organisation"})
CAMPAIGNS = words_of("operation operations mission missions campaign campaigns offensive offensives")
TEXTS = words_of("""
    resolution resolutions statement statements plan plans proposal proposals initiative draft letter petition motion
    declaration communique report roadmap bill document message memorandum
""")
WRITING = words_of("""
    propose issue pass adopt approve sign draft submit table publish release write send unveil present announce vote
    circulate introduce read
""")
NO_SPEAKERS = words_of("he she they it statement video translation")
NOT_OURS = frozenset({"deployment", "siege"})  # "our forces" are sent, and a siege is broken
SAYING = frozenset({"appeal", "rejection", "accusation", "threat", "support"})


def doer_behind(head: Token, trigger: Trigger, vocab: Vocab) -> Token | None:
    """Who is meant by a word that only stands for who acts; None for what acts itself."""
    type_code = trigger.sense.type_code
    if head.lower_ in {"we", "i"} and head.tag_ == "PRP":
        return _speaker_of(head, trigger.head, type_code)
    if head.lower_ in CAMPAIGNS and type_code not in SAYING and trigger.sense.pos == "verb":
        return next(_owners_of(head, vocab), None)
    if head.lower_ in TEXTS and type_code in SAYING and trigger.sense.pos == "verb":
        return next(iter((*_owners_of(head, vocab), *_writers_of(head))), None)
    return None


def _speaker_of(pronoun: Token, event: Token, type_code: str) -> Token | None:
    """Who "we" or "I" is in direct speech: whoever says so, of what is done by saying it, or a group of itself."""
    source = source_of(event) if quote_around(pronoun) is not None else None
    if source is None and pronoun.lower_ == "we" and quote_around(pronoun) is None and type_code not in NOT_OURS:
        return pronoun  # a release speaks for whoever gave it out
    if source is None or source.span.root.i == pronoun.i or source.span.root.lower_ in NO_SPEAKERS:
        return None
    is_group = source.kind in {"group", "organisation"} and pronoun.lower_ == "we"
    return source.span.root if is_group or type_code in SAYING else None


def _owners_of(noun: Token, vocab: Vocab) -> Iterator[Token]:
    before = (child for child in noun.lefts if child.dep_ in {"nmod:poss", "compound", "amod"})
    for owner in (*before, *obliques_of(noun).get("by", ())):
        if owner.tag_ != "PRP$" and not classes_of(owner, vocab).isdisjoint(AGENTS):
            yield owner


def _writers_of(text: Token) -> Iterator[Token]:
    """Who proposed, passed or signed a text, or voted for it."""
    verb = text.head
    if verb.pos_ == "VERB" and text.dep_ in {"obj", "nsubj:pass", "obl"} and lemma_of(verb) in WRITING:
        arguments = verb_arguments(verb)
        yield from (head for head in arguments.get("subject") if head != text and head.pos_ != "PRON")
