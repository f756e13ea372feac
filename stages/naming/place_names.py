"""Place names of a document: the model's, and the names that stand where only a place can."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from stages.naming.described_places import described_in
from stages.naming.named_sites import DASHES, is_labelled_site, is_name_of_site, leads_on
from stages.naming.told_there import places_of_there
from stages.parsing.heads import case_of
from stages.parsing.neighbours import ends_sentence
from stages.words.people import is_person_noun
from stages.words.time_heads import TIME_WORDS
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

PLACE_LABELS = frozenset({"LOC"})
STRICTLY = frozenset({"in", "around", "outside", "near"})
PERSON_LABELS = frozenset({"PERSON"})
KINDS = words_of("state province governorate district region county city town village area camp island valley square")
SETTLED = frozenset({"city", "town", "village", "port"})
LOCATING = frozenset({"in", "at", "near", "outside", "across", "around", "throughout"})
FOUGHT = frozenset({"attack", "clash", "killing", "riot"})
SHIPS = words_of("""
    ferry tanker ship vessel frigate destroyer trawler freighter liner warship cruiser steamer yacht corvette submarine
    boat carrier
""")
ROAD_DIGITS = 3
LONGEST_PARTICLE = 3  # letters: the i of "Mazar-i-Sharif"
POWERS = frozenset({"junta", "regime", "government", "opposition"})
NO_NAMES = frozenset({"vehicle", "weapon", "munition"})
NO_PLACES = frozenset({"organisation", "regime", "official", "armed", "people", "nationality", "document"})


@dataclass(frozen=True, slots=True)
class Places:
    """The place names of a document, in order."""

    names: tuple[Span, ...]
    described: Mapping[int, Span] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: Doc, vocab: Vocab) -> Places:
        """The names of a document, with what "the city" or "the province" stands for where one was named before."""
        names = tuple(place_names_in(doc, vocab))
        return cls(names, {**described_in(doc, names, vocab), **places_of_there(doc, names)})

    def within(self, start: int, end: int) -> list[Span]:
        """The names between two tokens."""
        return [name for name in self.names if start <= name.start and name.end <= end]

    def at(self, token: Token) -> Span | None:
        """The name that holds a token."""
        return next((name for name in self.names if name.start <= token.i < name.end), None)


def place_names_in(doc: Doc, vocab: Vocab) -> list[Span]:
    """The place names of a document in order: those the model labels, names after "in" or "near", and their repeats."""
    persons = {token.text for ent in doc.ents if ent.label_ in PERSON_LABELS and len(ent) > 1 for token in ent}
    named = [
        ent
        for ent in doc.ents
        if (ent.label_ in PLACE_LABELS or (ent.label_ == "ORG" and is_labelled_site(ent)))
        and ent.text not in persons
        and not _is_plain_word(ent, vocab)
        and not any(child.dep_ == "appos" and is_person_noun(child) for child in ent.root.rights)
        and "nationality" not in vocab.classes_of(ent.text.lower()) | vocab.classes_of(ent[-1].lower_)
    ]
    taken = {token.i for ent in named for token in ent}
    free = [run for run in _runs(doc) if taken.isdisjoint(range(run.start, run.end))]
    runs = [run for run in free if _may_be_place(run, vocab, is_located=case_of(_phrase_head(run)) in STRICTLY)]
    located = [run for run in runs if case_of(_phrase_head(run)) in LOCATING or _opens_with(run)]
    sites = [run for run in free if is_name_of_site(run) and _may_be_place(run, vocab, is_located=True)]
    runs += [run for run in sites if run not in runs]
    located += [*sites, *(run for run in runs if _is_of_kind(run))]
    located += [run for run in runs if "country" in vocab.classes_of(run.text.lower())]
    known = {span.text for span in (*named, *located)}
    named = [_without_verb(_whole(ent), vocab) for ent in named]
    found = [*named, *(run for run in runs if run in located or run.text in known)]
    found = [name for name in found if not (_is_half(name) or _is_of_ship(name) or _is_road_or_clock(name))]
    found = [name for name in found if not any(_is_inside(name, other) for other in found)]
    return sorted(found, key=lambda span: span.start)


def _is_inside(name: Span, other: Span) -> bool:
    return len(name) < len(other) and other.start <= name.start and name.end <= other.end


def _without_verb(name: Span, vocab: Vocab) -> Span:
    """A name without the verb that a model takes in: "South Korea | Pushes" in a headline's capitals, "Gao | fled"."""
    while len(name) > 1 and name[-1].text.islower() and name[-1].tag_ in {"VBD", "VBZ", "VBP"}:
        name = name[:-1]
    known = (name[:end] for end in range(1, len(name)) if "country" in vocab.classes_of(name[:end].text.lower()))
    return next(known, name) if name[-1].text.istitle() and name[-1].lower_ in vocab.bases else name


def _is_half(name: Span) -> bool:
    """Whether a hyphen makes a name part of an adjective: "a Hong Kong-flagged ship"."""
    doc, end = name.doc, name.end
    is_bound = (
        end + 1 < len(doc) and doc[end].text in {"-", "‑"} and not (doc[end - 1].whitespace_ or doc[end].whitespace_)
    )
    return is_bound and doc[end + 1].text[:1].islower()


def _is_of_ship(name: Span) -> bool:
    """Whether a name is that of a ship: "the ferry Lake Victoria"."""
    before = name.doc[name.start - 1] if name.start > name.sent.start else name[0]
    return before.lower_ in SHIPS


def _is_road_or_clock(name: Span) -> bool:
    """ "a house off U.S. 79", "at noon (London time)": a highway or a clock, and nowhere that anything happened."""
    following = name.doc[name.end : name.end + 1].text
    is_road = name.text in {"U.S.", "US", "Interstate"} and following.isdigit() and len(following) <= ROAD_DIGITS
    return is_road or (following == "time" and name.doc[name.end + 1 : name.end + 2].text in {")", "."})


def _whole(name: Span) -> Span:
    """A name with the parts that hyphens bind to it: "Mazar-i-Sharif", where the model names Mazar alone."""
    doc, end = name.doc, name.end
    while end + 1 < len(doc) and doc[end].text in DASHES and not (doc[end - 1].whitespace_ or doc[end].whitespace_):
        if leads_on(doc[end]):
            end += 1
            while doc[end].tag_ in {"NNP", "NNPS"}:
                end += 1
            break
        is_particle = len(doc[end + 1]) <= LONGEST_PARTICLE and doc[end + 2 : end + 3].text in {"-", "‑"}
        if doc[end + 1].ent_iob_ == "B" or not (doc[end + 1].text[:1].isupper() or is_particle):
            break
        end += 2
    return doc[name.start : end]


def _is_plain_word(name: Span, vocab: Vocab) -> bool:
    """Whether a name is a word for a thing or a day that a headline writes large: "Truck", "New Year's Eve"."""
    word = name[-1].lower_
    if len(name) == 1 and (_is_event(name[0], vocab) or (name[0].is_sent_start and name[0].tag_ == "VBN")):
        return True  # "Ten Hurt in Clash in Belfast", "Beaten by soldiers, the lawyer"
    if name[-1].text.islower() and "nationality" in vocab.classes_of(name[0].lower_):
        return True  # "the French city"
    is_thing = len(name) == 1 or (name[-1].text.islower() and name[-1].tag_ == "NNS")  # "Junta jets"
    return (
        (is_thing and not NO_NAMES.isdisjoint(vocab.classes_of(word)))
        or _is_power(name)
        or word
        in TIME_WORDS
        | {
            "eve",
            "mid",
            "mid-",
        }
    )


def _is_event(word: Token, vocab: Vocab) -> bool:
    """Whether a word with a place behind it names a fight: the clash of "Clash in Belfast"."""
    senses = [sense for base in vocab.bases.get(word.lower_, ()) for sense in vocab.senses.get(base, ())]
    is_fight = any(sense.type_code in FOUGHT and sense.pos == "noun" for sense in senses)
    return is_fight and not ends_sentence(word) and word.nbor(1).lower_ in LOCATING


def _is_power(name: Span) -> bool:
    """Whether a name is a word for those in power with a capital, as of "Junta troops" that open a sentence."""
    is_word = len(name) == 1 and name.start == name.sent.start
    return is_word and name[0].lower_ in POWERS


def _opens_with(run: Span) -> bool:
    """Whether a sentence opens "In Tartus 24 women were released": what follows is no noun that the name describes."""
    behind = run.doc[run.end : run.end + 1]
    is_first = run.start == run.sent.start + 1 and run.doc[run.start - 1].lower_ in STRICTLY
    return is_first and (not behind or behind[0].tag_ in {"CD", ",", "DT", "PRP", "EX"})


def is_named_battle(noun: Token) -> bool:
    """ "the Battle of Lund", "the Siege of Acre": an event that has the name of where it was."""
    return noun.text in {"Battle", "Siege"} and not ends_sentence(noun) and noun.nbor(1).lower_ == "of"


def _is_of_kind(run: Span) -> bool:
    """ "the port of Veracruz", "Bunia, a town", "the Battle of Lund": the word for a kind of place stands beside it."""
    doc, at = run.doc, run.start - 1
    if any(child.dep_ == "appos" and child.lower_ in SETTLED | {"capital", "suburb"} for child in run.root.rights):
        return True
    if at <= run.sent.start or doc[at].lower_ != "of":
        return False
    return doc[at - 1].lower_ in SETTLED or is_named_battle(doc[at - 1])


def _phrase_head(run: Span) -> Token:
    """The head of the phrase a run stands in: state in "in Borno state"."""
    root = run.root
    return root.head if root.dep_ == "compound" and root.head.lower_ in KINDS else root


def _runs(doc: Doc) -> Iterator[Span]:
    """Runs of proper nouns: "Deir ez-Zor", "Maaret al-Numan", "Homs"."""
    start: int | None = None
    for token in doc:
        if _continues(token, start):
            start = token.i if start is None else start
            continue
        if start is not None:
            yield doc[start : token.i]
            start = None
    if start is not None:
        yield doc[start:]


def _continues(token: Token, start: int | None) -> bool:
    is_name = token.tag_ in {"NNP", "NNPS"} and (start is not None or not token.is_lower)  # "rebels in the east"
    if is_name and token.lower_ not in TIME_WORDS and token.is_alpha:
        return start is None or not token.is_sent_start
    is_joint = token.text == "-" and start is not None and token.i + 1 < len(token.doc)
    return is_joint and token.nbor().tag_ == "NNP" and not token.whitespace_


def _may_be_place(run: Span, vocab: Vocab, *, is_located: bool) -> bool:
    """Whether a run is no organisation, no person of several names, and no title or people."""
    labels = {token.ent_type_ for token in run}
    if "ORG" in labels or (len(run) > 1 and "PERSON" in labels and not is_located):
        return False
    if "PERSON" in labels and run.start > run.sent.start and run.doc[run.start - 1].lower_ in TIME_WORDS:
        return False  # "In July Manaf Tlass fled"
    senses = [sense for base in vocab.bases.get(run[-1].lower_, ()) for sense in vocab.senses.get(base, ())]
    if any(len(run) == 1 or (sense.type_code in FOUGHT and sense.pos == "noun") for sense in senses):
        return False  # "at the Battle of ..." names an event, "In Truck Attack in Nice" too
    return all(vocab.classes_of(token.lower_).isdisjoint(NO_PLACES) for token in run)
