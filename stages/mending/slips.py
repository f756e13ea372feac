"""Mending: slips that a small parser makes again and again, put right where the words leave no doubt."""

from spacy.tokens import Doc, Token

from stages.mending.acting import mend_acting
from stages.mending.attachments import mend_attachments
from stages.mending.clauses import (
    give_speaker,
    join_gerund,
    join_list,
    join_verb,
    promote,
    return_clauses,
    return_object,
    take_subject,
)
from stages.mending.crowds import join_crowd, make_people, open_victims, return_people
from stages.mending.deeds_beside import mend_deed, mend_event
from stages.mending.descriptions import mend_descriptions
from stages.mending.doers import join_doers, mend_doers
from stages.mending.doers_apart import mend_parted
from stages.mending.events import return_case
from stages.mending.groups import join_described
from stages.mending.harms import mend_harms
from stages.mending.headline_pairs import join_pair, join_second_deed
from stages.mending.joints import (
    join_object,
    join_speakers,
    level_joint,
    level_tense,
    open_saying,
    return_charge,
    set_apart_some,
)
from stages.mending.lists import free_listed_subject, return_effect_of, return_given_name, return_held
from stages.mending.loose import mend_loose
from stages.mending.neighbours import mend_neighbours
from stages.mending.numbers import count_close, count_first, count_up_to, name_by, place_number
from stages.mending.openings import (
    free_verb,
    open_content,
    open_first,
    open_time,
    return_blame,
    return_content,
    return_culprit,
    return_effect,
    split_effect,
    take_describer,
    take_share,
)
from stages.mending.pairs import open_named, open_second, part_pair
from stages.mending.people import mend_people
from stages.mending.phrases import (
    fill_content,
    make_object,
    mend_as,
    name_called,
    open_timed,
    return_victim,
    see_done,
    set_nearby,
    take_name,
)
from stages.mending.qualities import return_ordinal
from stages.mending.relatives import mend_relatives
from stages.mending.subjects import (
    free_after_place,
    free_after_time,
    join_subjects,
    make_past,
    make_present,
    make_shot,
    return_doer,
    return_guarded,
    return_name,
    return_subject,
)
from stages.mending.tallies import mend_tally
from stages.mending.tellings import mend_name, mend_telling
from stages.mending.things_told import mend_thing, mend_told
from stages.mending.times import free_days
from stages.mending.tolls import count_or_more, join_second, make_feared, make_label, open_toll
from stages.mending.verbs import (
    free_telling,
    make_active,
    make_passive,
    mend_misread,
    mend_second_verb,
    open_condition,
    return_infinitive,
    share_passive,
)
from stages.mending.wholes import mend_wholes
from stages.mending.words import (
    make_demanded,
    make_infinitive,
    mend_gerund,
    mend_particle,
    mend_read,
)
from stages.parsing.tags import FINITE, pos_of


def mended(doc: Doc) -> Doc:
    """The Doc itself, with the slips put right, and parts of speech by the tags where there were none."""
    for token in doc:
        if not token.pos_:
            token.pos_ = pos_of(token)
    _mend_people(doc)
    _mend_words(doc)
    for mend in (mend_descriptions, mend_attachments, mend_neighbours, mend_harms, mend_wholes, mend_loose, free_days):
        mend(doc)
    mend_parted(doc)
    for verb in [token for token in doc if token.tag_ in FINITE]:
        promote(verb)
    for verb in [token for token in doc if token.tag_ in FINITE | {"VBN"}]:
        join_list(verb)
        free_verb(verb)
        free_telling(verb)
        fill_content(verb)
    for noun in [token for token in doc if token.dep_ in {"obl", "nmod", "obj"}]:
        open_timed(noun)
        open_second(noun)
        name_called(noun)
        make_object(noun)
        return_victim(noun)
        set_apart_some(noun)
    for number in [token for token in doc if token.tag_ == "CD"]:
        if not (count_first(number) or name_by(number) or count_up_to(number) or count_close(number)):
            place_number(number)
        make_shot(number)
    _mend_effects(doc)
    _mend_clauses(doc)
    mend_relatives(doc)
    mend_acting(doc)
    for word in doc:
        join_doers(word)
        open_condition(word)
    return doc


def _mend_people(doc: Doc) -> None:
    """Who acts: ports that say nothing, accusers read as adjectives, and the subjects of each sentence."""
    for word in doc:
        mend_event(word)
        mend_thing(word)
        set_nearby(word)
        make_people(word)
        count_or_more(word)
        make_label(word)
        return_case(word)
        join_second(word)
        mend_tally(word)
        open_toll(word)
        make_feared(word)
        mend_read(word)
        mend_name(word)
        mend_misread(word)
        mend_doers(word)
    for sent in list(doc.sents):
        join_pair(sent)
        mend_people(sent)
        join_second_deed(sent)


def _mend_speech(verb: Token) -> None:
    """Who speaks, and which of the verbs around are said."""
    mend_telling(verb)
    level_joint(verb)
    level_tense(verb)
    open_saying(verb)
    return_charge(verb)
    join_speakers(verb)
    give_speaker(verb)
    return_clauses(verb)


def _mend_clauses(doc: Doc) -> None:
    """Subjects, contents and times of verbs, once the words and the joints are right."""
    for verb in [token for token in doc if token.pos_ in ("VERB", "AUX")]:
        mend_deed(verb)
        mend_told(verb)
        open_named(verb)
        see_done(verb)
        join_crowd(verb)
        open_victims(verb)
        take_subject(verb)
        return_doer(verb)
        free_listed_subject(verb)
        return_given_name(verb)
        return_held(verb)
        return_effect_of(verb)
        join_subjects(verb)
        join_described(verb)
        return_name(verb)
        return_people(verb)
        return_guarded(verb)
        free_after_place(verb)
        free_after_time(verb)
        share_passive(verb)
        return_ordinal(verb)
        return_subject(verb)
        is_aim = any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.lefts)
        if is_aim and verb.dep_ == "obl" and verb.head.pos_ == "VERB":
            verb.dep_ = "xcomp"  # "plan to march": what is planned, not where to
        take_share(verb)
        take_describer(verb)
        open_first(verb)
        open_content(verb)
        open_time(verb)
        mend_as(verb)
        _mend_speech(verb)
        return_effect(verb)
        return_culprit(verb)
        return_infinitive(verb)
        mend_second_verb(verb)
        return_object(verb)
        take_name(verb)


def _mend_effects(doc: Doc) -> None:
    """Clauses of what followed, of what was said beside it, and of what was done too."""
    for word in doc:
        split_effect(word)
        return_blame(word)
        join_gerund(word)
        return_content(word)
    for word in [token for token in doc if token.dep_ == "conj"]:
        join_object(word)
        part_pair(word)


def _mend_words(doc: Doc) -> None:
    """Verbs read as nouns or participles, and prepositions read as particles."""
    for word in [token for token in doc if token.tag_ in {"NN", "JJ", "NNP"}]:
        make_passive(word)
        make_active(word)
        make_infinitive(word)
        make_demanded(word)
    for word in [token for token in doc if token.tag_ == "VBG" and token.dep_ in {"advcl", "acl"}]:
        mend_gerund(word)
    for verb in [token for token in doc if token.tag_ in FINITE | {"VB", "VBN", "NN"}]:
        make_present(verb)
        make_past(verb)
        join_verb(verb)
    for particle in [token for token in doc if token.dep_ in {"compound:prt", "case"}]:
        mend_particle(particle)
