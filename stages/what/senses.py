"""Whether what a sense of a trigger needs holds in a sentence, and nothing that rules it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from stages.counts import counts_in
from stages.grammar.arguments import Arguments
from stages.grammar.noun_phrases import classes_of, content_head
from stages.how_many.totals import is_risen
from stages.parsing.heads import with_conjuncts
from stages.words.inflection import singulars_of
from stages.words.time_heads import is_month_name
from stages.words.vocab import NO_CLASSES, Condition, Sense, Vocab
from stages.words.wordlists import words_of

GUNS = words_of("""
    sniper mortar artillery rocket tank gun machine machinegun arms rifle shell enemy rebel friendly hostile police army
    government militia guerrilla covering heavy cannon missile navy soldiers troops
""")
TOPICS = frozenset(
    {"sport", "market", "product", "film", "cooking", "nature", "disease", "election", "space", "contest"}
)
# Shares of a document's words, set on pages of news, sport, markets and software written for the tests.
TOPIC_SHARE = 0.035
TOPIC_LEAD = 1.2  # times as many words of the topic as of war
# Of reports on candidates and ballots; those on crimes and wars beside them hold fewer such words, or far more of war.
CONTEST_SHARE, CONTEST_LEAD = 0.015, 0.6
TITLES = frozenset({"compound", "nmod:desc", "flat", "appos"})
NEAR = 2  # different words of a class in one sentence make it the sentence's topic
NEAR_IN_WAR = 3  # and in a report on a war: "a League leader was killed and over 150 hurt"
WAR_LEAST, WAR_LEAD = 6, 1.5  # words of war, and how many times as many as of any topic, of a report on a war
WAR = frozenset(
    {"force", "police", "rebel", "militant", "regime", "weapon", "munition", "prisoner", "displaced", "protester"}
)


def topics_of(doc: Doc, vocab: Vocab) -> frozenset[str]:
    """What a document is about: sport, market, product, film, cooking … where such words prevail, or else "war"."""
    counts: Counter[str] = Counter()
    war = total = 0
    for token in doc:
        if not token.is_alpha:
            continue
        total += 1
        classes = vocab.classes_of(token.lower_)
        war += not WAR.isdisjoint(classes)
        counts.update(classes & TOPICS)
    least = dict.fromkeys(TOPICS, max(TOPIC_SHARE * total, TOPIC_LEAD * war, 4))
    least["contest"] = max(CONTEST_SHARE * total, CONTEST_LEAD * war, 4)
    found = frozenset(topic for topic, count in counts.items() if count >= least[topic])
    is_of_war = not found and war >= max(WAR_LEAST, WAR_LEAD * max(counts.values(), default=0))
    return frozenset({"war"}) if is_of_war else found


class Setting:
    """What surrounds the triggers of one sentence: its words, their classes, and the document's topics."""

    __slots__ = ("_classes", "_words", "sent", "topics", "vocab")

    def __init__(self, sent: Span, vocab: Vocab, topics: frozenset[str]) -> None:
        self.sent = sent
        self.vocab = vocab
        self.topics = topics
        self._words: frozenset[str] | None = None
        self._classes: Counter[str] | None = None

    def words(self) -> frozenset[str]:
        """The words of the sentence in lower case, singular and as written."""
        if self._words is None:
            told = (token for token in self.sent if not is_month_name(token))
            self._words = frozenset(form for token in told for form in singulars_of(token.lower_))
        return self._words

    def is_near(self, condition: Condition) -> bool:
        """Whether the sentence or the document is about one of the condition's words or classes."""
        if not self.topics.isdisjoint(condition.classes) or not self.words().isdisjoint(condition.words):
            return True
        if not condition.classes:
            return False
        if self._classes is None:
            words = {token.lower_ for token in self.sent if not _is_share(token)}
            self._classes = Counter(code for word in words for code in self.vocab.classes_of(word))
        least = NEAR_IN_WAR if "war" in self.topics else NEAR
        return any(self._classes[code] >= least for code in condition.classes)


def _is_share(token: Token) -> bool:
    """ "part of the deal" is a share of it and no component."""
    return token.lower_ == "part" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "of"


def is_sense(sense: Sense, head: Token, span: Span, arguments: Arguments, setting: Setting) -> bool:
    """Whether all that the sense needs holds and nothing that excludes it."""

    def hold(conditions: Iterable[Condition]) -> bool:
        return all(_holds(condition, head, span, arguments, setting) for condition in conditions)

    return hold(sense.needs) and not any(hold(group) for group in sense.unless)


def _holds(condition: Condition, head: Token, span: Span, arguments: Arguments, setting: Setting) -> bool:
    return any(_holds_at(place, condition, head, span, arguments, setting) for place in condition.places)


def _holds_at(
    place: str, condition: Condition, head: Token, span: Span, arguments: Arguments, setting: Setting
) -> bool:
    if place in {"before", "after"}:
        return not condition.words.isdisjoint(_neighbour(place, span))
    if place in {"near", "voice", "count", "number", "figure"}:
        return _holds_of(place, condition, head, span, arguments, setting)
    heads = _modals_of(arguments) if place == "modal" else arguments.get(place)
    is_of_noun = head.dep_ == "acl" and head.head.tag_.startswith("NN") and bool(heads)
    if is_of_noun and (place == "subject" or (place == "object" and arguments.is_passive)):
        heads = (*heads, head.head)  # "he is the fifth envoy to desert", "it was a raid executed by": the noun too
    if "yes" in condition.words:
        return bool(heads)
    if place == "governor":
        forms = (setting.vocab.bases_of(verb.lower_) | {verb.lemma_.lower()} for verb in heads)
        return any(not bases.isdisjoint(condition.words) for bases in forms)
    return _is_filled(heads, condition, setting.vocab)


def _modals_of(arguments: Arguments) -> tuple[Token, ...]:
    """The modal verbs of what is said or agreed: "agree that it should be resolved"."""
    return tuple(child for clause in arguments.get("comp") for child in clause.lefts if child.tag_ == "MD")


def _holds_of(
    place: str, condition: Condition, head: Token, span: Span, arguments: Arguments, setting: Setting
) -> bool:
    """Conditions on the whole: what the sentence is about, the voice, a number on the trigger or in the sentence.

    "number" is a number of people; "figure" any, as in "put the dead at 35".
    """
    if place == "near":
        return setting.is_near(condition)
    if place == "voice":
        return arguments.is_passive
    if place == "number":
        return bool(counts_in(setting.sent))
    if place == "figure":
        return any(token.tag_ == "CD" for token in setting.sent)
    is_before = span.start > 0 and span.doc[span.start - 1].like_num
    return is_before or is_risen(head) or any(child.dep_ == "nummod" or child.like_num for child in head.children)


def _neighbour(place: str, span: Span) -> frozenset[str]:
    doc = span.doc
    if place == "before":
        words = [token.lower_ for token in doc[max(0, span.start - 2) : span.start]]
        return frozenset([*words, " ".join(words)])
    at = span.end
    if at < len(doc) and (doc[at].text == "-" or doc[at].is_quote):
        at += 1  # 'pledged to "hit" them'
    return frozenset(singulars_of(doc[at].lower_)) if at < len(doc) else frozenset()


def _is_filled(heads: Iterable[Token], condition: Condition, vocab: Vocab) -> bool:
    for head in heads:
        for member in with_conjuncts(head):
            if is_month_name(member):
                continue  # who "joined the rebels in March" has joined no march
            titles = _titles_of(member)
            named = (content_head(member).lower_, *(title.lower_ for title in titles))
            burning = frozenset({"fire"} if is_gunfire(member) else ())
            if any(not (condition.words - burning).isdisjoint(singulars_of(word)) for word in named):
                return True
            classes = classes_of(member, vocab) if condition.classes else NO_CLASSES
            told = classes.union(*(vocab.classes_of(title.lower_) for title in titles))
            if not told.isdisjoint(condition.classes):
                return True
    return False


def is_gunfire(noun: Token) -> bool:
    """ "killed by sniper fire", "under Israeli fire": what is shot, and nothing that burns."""
    whose = (child for child in noun.lefts if child.dep_ not in {"case", "det", "punct"})
    return noun.lower_ == "fire" and any(child.lower_ in GUNS or child.text[:1].isupper() for child in whose)


def _titles_of(member: Token) -> list[Token]:
    """What stands before or beside a person's name: "Col. Karim fled to Jordan", "judge Eladio Rojas"."""
    if member.ent_type_ != "PERSON":
        return []
    return [child for child in member.children if child.dep_ in TITLES and child.ent_type_ != "PERSON"]
