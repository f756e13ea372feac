"""Whom a pronoun or a definite description means, where that is plain."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from stages.grammar.noun_phrases import classes_of, content_head
from stages.parsing.heads import SUBJECTS, case_of
from stages.parsing.neighbours import sentences_between
from stages.who.captors import is_thing_taken, meant_after_deed
from stages.who.likelier import (
    is_accuser,
    is_called_it,
    is_in_clause,
    is_meant_though_no_subject,
    is_met_by,
    is_out_of_reach,
    is_plainly_meant,
    noun_before,
    same_before,
)
from stages.who.meant import (
    NEUTRAL,
    PLURAL,
    SINGULAR,
    are_states,
    doer_ahead,
    doer_of,
    doers_upon,
    is_accused,
    is_beside,
    is_never_meant,
    is_owner,
    is_shared,
    is_someone,
    is_state,
    is_theirs,
    is_toll,
    punished_before,
    speaks_after,
    speaks_it,
    spoken_for,
    struck_before,
    teller_of,
)
from stages.who.sexes import is_of_other_sex
from stages.who.sufferers import beside_doer, craft_before, is_downed, sufferers_before
from stages.who.two_named import is_of_two, one_of_two
from stages.who_says.attributions import covering
from stages.who_says.meant_speakers import is_medium, resolved_speaker
from stages.who_says.quotes import quote_around
from stages.words.people import is_person_noun
from stages.words.people import is_plural as is_plural_noun
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

TAKEN = SUBJECTS | {"obj", "obl"}  # where those stand whom a later pronoun means
# These only tell.
MEDIA = words_of("radio television tv newspaper agency daily station channel magazine spokesman bbc cnn")
FREEING = words_of("release freeing freedom liberation captivity")
SEIZING = words_of("arrest detention capture abduction kidnapping seizure")
HOLDING = words_of("abduct kidnap seize capture hold detain arrest imprison jail take free release")
REACH = 3  # sentences back
BODIES = words_of("group army police government crowd community family tribe crew couple clan gang congregation")


def other_antecedent_of(head: Token, vocab: Vocab, doer: Token) -> Token | None:
    """Whom "them", "him" or "it" means in what someone else does to them: nobody shoots himself by that pronoun."""
    fitting = (
        token
        for token in _before(head)
        if token.i != doer.i
        and token.text != doer.text
        and token.dep_ in TAKEN
        and not classes_of(token, vocab).isdisjoint({"people", "personname", "side", "agent"})
        and _agrees(token, is_plural=head.lower_ in PLURAL, groups=head.lower_ in NEUTRAL)
        and not is_of_other_sex(token, head, vocab)
        and (head.lower_ not in SINGULAR or token.ent_type_ == "PERSON" or is_person_noun(token))
    )
    return min(fitting, key=lambda token: (sentences_between(token, head), head.i - token.i), default=None)


def antecedent_of(head: Token, vocab: Vocab) -> Token | None:
    """The head of the phrase that a pronoun of the third person stands for; None for other words and where unclear.

    Subjects are preferred to others, the same sentence to those before; "he" and "she" look for one person, "they"
    for several or a group, "it" for a group or state.
    """
    if head.lower_.endswith(("self", "selves")):
        return doer_of(head)
    if is_of_two(head):
        return one_of_two(head, vocab)
    if (earlier := _same_before(head)) is not None:
        if is_shared(head, earlier):
            return None
        speaker = resolved_speaker(earlier) if is_speech_verb(earlier.head) else earlier
        return speaker if speaker != earlier else antecedent_of(earlier, vocab)  # "he said he had fled"
    return noun_before(head, vocab) if head.lower_ in {"who", "whom"} else doer_ahead(head) or _meant_by(head, vocab)


def _held_before(pronoun: Token, vocab: Vocab) -> Token | None:
    """Whom "their release" frees: those who were said to be held, and never their captors."""
    held = (
        token
        for token in _before(pronoun)
        if _agrees(token, is_plural=pronoun.lower_ in PLURAL, groups=False)
        and not is_of_other_sex(token, pronoun, vocab)
        and (
            "prisoner" in classes_of(token, vocab)
            or (token.dep_ in {"obj", "nsubj:pass"} and lemma_of(token.head) in HOLDING)
        )
    )
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    owners = (token for token in before if token.dep_ == "nmod:poss" and "prisoner" in classes_of(token, vocab))
    return max((*owners, *held), key=lambda token: token.i, default=None)  # "the prisoners' families"


def _meant_by(head: Token, vocab: Vocab) -> Token | None:
    word = head.lower_
    if head.dep_ == "nmod:poss" and head.head.lower_ in FREEING | SEIZING and word in PLURAL | SINGULAR:
        held = _held_before(head, vocab)
        if held is not None or head.head.lower_ in FREEING:
            return held
    if word in SINGULAR:
        told = spoken_for(head) or punished_before(head)
        return told or _nearest(head, vocab, frozenset({"personname", "people"}), is_plural=False)
    if word in PLURAL:
        done_to = punished_before(head) or beside_doer(head, vocab) or sufferers_before(head)
        if done_to is not None:
            return done_to
        found = _nearest(head, vocab, frozenset({"people", "side", "agent"}), is_plural=True)
        quoted = quote_around(head)  # whom a speaker means is seldom whom the writer has named
        is_open = found is None or is_toll(found) or (quoted is not None and not quoted.holds(found.i))
        return None if is_open else found
    return _thing_meant(head, vocab) if word in NEUTRAL else None


def _thing_meant(head: Token, vocab: Vocab) -> Token | None:
    """What "it" or "its" stands for: a group, a state, or what was struck."""
    if is_downed(head):
        return craft_before(head, vocab)
    named = teller_of(head) or struck_before(head, vocab)
    return named or _nearest(head, vocab, frozenset({"side", "agent", "org"}), is_plural=False, groups=True)


def _same_before(pronoun: Token) -> Token | None:
    """The same pronoun earlier in the sentence: "they said they have the girls and they will free them"."""
    if pronoun.lower_ not in PLURAL | SINGULAR:
        return None
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    same = [token for token in before if token.lower_ == pronoun.lower_]
    if pronoun.dep_ == "obj" and pronoun.head.dep_ == "conj":  # "dismissed him and accused him"
        return next((token for token in same if token.dep_ == "obj" and token.head == pronoun.head.head), None)
    return next((token for token in same if token.dep_ in SUBJECTS), None) if pronoun.dep_ in SUBJECTS else None


def _nearest(
    pronoun: Token, vocab: Vocab, classes: frozenset[str], *, is_plural: bool, groups: bool = False
) -> Token | None:
    quoted = quote_around(pronoun)
    tellers = _tellers_of(pronoun) if quoted is not None else frozenset()
    candidates = [
        token
        for token in _before(pronoun)
        if not (speaks_it(token, quoted) if quoted is not None else _is_quoted(token, pronoun))
        and token.lower_ not in MEDIA
        and not speaks_after(token, pronoun)
        and not is_medium(token)
        and not (is_theirs(token, pronoun) or is_of_other_sex(token, pronoun, vocab) or is_accused(token, pronoun))
        and not (is_met_by(token, pronoun) or is_accuser(token, pronoun) or token.text in tellers)
        and _agrees(token, is_plural=is_plural, groups=groups)
        and not (is_plural and (is_beside(token, pronoun) or is_called_it(token, pronoun)))
        and (is_plural or groups or token.ent_type_ == "PERSON" or is_someone(token, vocab))
        and (not is_plural or token.dep_ in SUBJECTS or is_meant_though_no_subject(token, pronoun))
        and not classes_of(token, vocab).isdisjoint(classes)
        and (groups or "place" not in classes_of(token, vocab) or are_states(token, vocab))
    ]
    told = [token for token in candidates if is_plural and is_plainly_meant(token, pronoun)]
    subjects = told or [token for token in candidates if token.dep_ in SUBJECTS]
    ranked = sorted(
        candidates,
        key=lambda token: (
            sentences_between(token, pronoun),
            token not in subjects,
            groups and is_in_clause(token, pronoun),
            pronoun.i - token.i,
        ),
    )
    found = ranked[0] if ranked else None
    if (same := same_before(pronoun, found)) is not None:
        return antecedent_of(same, vocab)
    if found is not None and not is_plural and not groups and _has_rival(found, ranked, pronoun):
        return None
    if found is None or not groups or pronoun.dep_ == "obj":
        return found if found is None or groups else meant_after_deed(found, ranked, pronoun)
    if is_out_of_reach(found, pronoun) or is_thing_taken(found, pronoun):
        return None
    return found if found.ent_type_ != "LOC" or is_state(found, vocab) else None  # no town acts


def _tellers_of(pronoun: Token) -> frozenset[str]:
    """ "I knew him before he attacked me," she said": the names of who speaks the words, of whom they are not said."""
    spoken = (pronoun.doc[each.source] for each in covering(pronoun))
    return frozenset(resolved_speaker(speaker).text for speaker in spoken if speaker.lower_ in SINGULAR)


def _has_rival(found: Token, ranked: list[Token], pronoun: Token) -> bool:
    """Whether a sentence before has another person as a subject: of two it is left open which is meant."""
    back = sentences_between(found, pronoun)
    rivals = (token for token in ranked if sentences_between(token, pronoun) == back and token.dep_ in SUBJECTS)
    return back > 0 and any(token.text != found.text for token in rivals)


def _is_quoted(token: Token, pronoun: Token) -> bool:
    """Whether "he" or "she" outside a quotation would be somebody within it: the writer goes on about its speaker."""
    return pronoun.lower_ in {"he", "she"} and pronoun.dep_ in SUBJECTS and quote_around(token) is not None


def _before(pronoun: Token) -> Iterator[Token]:
    """The heads of phrases before a pronoun, in its sentence and a few before it."""
    doc = pronoun.doc
    start, back, doers = pronoun.sent.start, 0, doers_upon(pronoun)
    while back < REACH and start > 0:
        start = doc[start - 1].sent.start
        back += 1
    for token in doc[start : pronoun.i]:
        is_head = token.dep_ not in {"compound", "flat", "amod", "nmod:desc", "det", "nmod:poss", "conj", "appos"}
        is_beside = token in doers or (token.head == pronoun.head and token.sent.start == pronoun.sent.start)
        is_post = token.tag_ == "NN" and case_of(token) == "as"  # "recognised her as president"
        is_noun = token.tag_.startswith("NN") or (token.lower_ == "one" and content_head(token) != token)
        is_apart = is_beside or is_post or is_never_meant(token)
        if is_noun and (is_head or is_owner(token, pronoun)) and not is_apart:
            yield token


def _agrees(token: Token, *, is_plural: bool, groups: bool) -> bool:
    noun = content_head(token)
    is_acronym = noun.is_upper and noun.ent_type_ == "ORG"
    is_acronym |= noun.tag_ == "NNPS" and noun.ent_type_ == "LOC" and groups  # "The United States … It"
    is_many = (is_plural_noun(noun) and not is_acronym) or any(child.dep_ == "conj" for child in token.children)
    if is_plural:
        return is_many or token.ent_type_ == "ORG" or noun.lower_ in BODIES
    if groups:
        return not is_many and token.ent_type_ != "PERSON" and not is_person_noun(noun)
    is_one = token.lower_ == "one"  # "one of the prisoners said he had been beaten"
    return is_one or (not is_many and token.ent_type_ not in {"ORG", "LOC"})
