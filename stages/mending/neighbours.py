"""Words hung apart from the neighbours they belong to: nouns run together, clauses on who, posts and their holders."""

from spacy.tokens import Doc, Token

from stages.mending.attachments import GONE
from stages.parsing.hanging import hang, previous_word, text_before, text_behind, word_beside
from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.tags import HYPHENS, TENSED
from stages.words.people import is_person_noun, is_plural
from stages.words.speech import is_speech_verb
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

LOOSE = frozenset({"obl", "obj", "nmod"})
REPORTED = words_of("""
    talk talks report reports claim claims rumour rumours rumor rumors suggestion suggestions allegation allegations
    accusation accusations speculation idea notion charge charges
""")
DISMISSING = words_of("dismissed rejected denied described")
OWNERS = frozenset({"det", "nmod:poss"})
DEFINITE = words_of("the his her their its")


def mend_neighbours(doc: Doc) -> None:
    """What stands side by side and belongs together."""
    for word in doc:
        name_syllable(word)
        make_active_subject(word)
        join_noun(word)
        open_verb(word)
        return_who(word)
        return_dismissal(word)
        make_holder(word)
        name_post(word)
        join_kin(word)


def name_syllable(word: Token) -> None:
    """In "Lee Ung-pyong" the last part is of the name as the others are, though it is written small."""
    if word.ent_type_ == "PERSON" and word.ent_iob_ == "I" and text_before(word) in HYPHENS and word.tag_ != "NNP":
        word.tag_, word.pos_ = "NNP", "PROPN"


def make_active_subject(verb: Token) -> None:
    """In "when Ho defected in a jet" he does so himself: such verbs have no passive."""
    if verb.lower_ in GONE and verb.tag_ == "VBD" and all(child.dep_ != "aux:pass" for child in verb.lefts):
        for child in [child for child in verb.lefts if child.dep_ == "nsubj:pass"]:
            child.dep_ = "nsubj"


def join_noun(word: Token) -> None:
    """In "shot down a reconnaissance jet off Ormara" one thing is shot down, though the parser sees two."""
    before = previous_word(word)
    is_pair = (
        word.tag_ in {"NN", "NNS"} and before.tag_ == "NN" and before.head == word.head and before.head.i < before.i
    )
    if not is_pair or word.dep_ not in LOOSE or before.dep_ not in LOOSE or any(True for _ in word.lefts):
        return
    if word.ent_type_ or before.ent_type_ or is_person_noun(before) or is_time(word) or is_time(before):
        return
    above = list(before.lefts)
    if not any(child.dep_ == "det" for child in above):
        return
    hang(word, before.head, before.dep_)
    hang(before, word, "compound")
    for child in above:
        hang(child, word)


def open_verb(word: Token) -> None:
    """In "A local abbot mediated talks" the abbot does so: a sentence has a verb, and these are no abbot's talks."""
    things = word.head
    is_inside = word.tag_ in {"VBN", "VBD"} and word.dep_ == "amod" and things.dep_ == "ROOT" and word.i < things.i
    doer = previous_word(word)
    if not is_inside or doer.head != things or doer.tag_ not in {"NN", "NNP"} or word.sent[-1].text != ".":
        return
    is_someone = is_person_noun(doer) or doer.ent_type_ in {"PERSON", "ORG"}
    before = [child for child in things.lefts if child.i < doer.i]
    has_owner = any(child.dep_ in OWNERS for child in (*before, *doer.lefts))
    if not is_someone or not has_owner or any(token.tag_ in TENSED for token in word.sent):
        return
    hang(word, word, "ROOT")
    word.tag_, word.pos_ = "VBD", "VERB"
    hang(things, word, "obj")
    hang(doer, word, "nsubj")
    for child in before:
        hang(child, doer)
    for child in [child for child in things.rights if child.is_punct]:
        hang(child, word)


def return_who(verb: Token) -> None:
    """In "the house of Major Ali, who announced his defection" it is he who announces it, and not the house."""
    thing = verb.head
    who = next((child for child in verb.lefts if child.lower_ in {"who", "whose"} or child.text == "whom"), None)
    if verb.dep_ != "acl:relcl" or who is None or thing.tag_ not in {"NN", "NNS"} or is_person_noun(thing):
        return
    if thing.ent_type_ or _opening(verb) != who:
        return
    people = (token for token in reversed(verb.doc[thing.i + 1 : who.i]) if thing.is_ancestor(token))
    person = next((token for token in people if token.ent_type_ == "PERSON" and token.dep_ != "flat"), None)
    if person is not None and person.head == thing:
        hang(verb, person)


def return_dismissal(verb: Token) -> None:
    """In "said troops had withdrawn and dismissed talk of defeat" the speaker dismisses it, and not the troops."""
    content = verb.head
    if verb.dep_ != "conj" or verb.lower_ not in DISMISSING or content.dep_ != "ccomp" or is_speech_verb(content):
        return
    objects = [child for child in verb.rights if child.dep_ == "obj" and child.lower_ in REPORTED]
    is_own = any(child.dep_ in {*NOUN_SUBJECTS, "aux", "aux:pass"} for child in verb.lefts)
    if objects and not is_own and is_speech_verb(content.head) and content.i > content.head.i:
        verb.tag_ = "VBD"
        hang(verb, content.head, "conj")


def make_holder(name: Token) -> None:
    """In "the envoy, Omar Sow, and the consul" two people are meant: who is named behind a post holds it."""
    post = name.head
    if name.ent_type_ != "PERSON" or name.dep_ != "conj" or text_before(_opening(name)) != "," or name.i < post.i:
        return
    is_post = is_person_noun(post) and not is_plural(post) and not post.ent_type_
    is_post = is_post and any(child.dep_ in OWNERS and child.lower_ != "a" for child in post.lefts)
    between = [token for token in post.doc[post.i + 1 : _opening(name).i - 1] if token.text == ","]
    others = [child for child in post.rights if child.dep_ == "conj" and child.i > name.i]
    is_next = any(child.dep_ in OWNERS and child.lower_ in DEFINITE for other in others for child in other.lefts)
    if is_post and is_next and not between and not any(child.dep_ == "cc" for child in name.lefts):
        name.dep_ = "appos"


def name_post(name: Token) -> None:
    """In "ten were hurt, the governor, Omar Sow, said" Sow is the governor, and nobody whom they were hurt by."""
    if name.tag_ != "NNP" or name.dep_ not in {"obl:agent", "obl", "nmod", "conj"}:
        return
    first = _opening(name)
    post = word_beside(first, -2)
    if post in {first, name.head} or text_before(first) != "," or text_behind(name.right_edge) != ",":
        return
    is_post = is_person_noun(post) and not is_plural(post) and any(child.dep_ in OWNERS for child in post.lefts)
    if is_post and not any(child.dep_ in {"case", "cc"} for child in name.lefts):
        hang(name, post, "appos")


def join_kin(relative: Token) -> None:
    """In "arrested his father (71 years), his wife and his brothers" all of them are arrested."""
    verb = relative.head
    is_apart = relative.dep_ == "parataxis" and relative.tag_ in {"NN", "NNS"} and is_person_noun(relative)
    if not is_apart or text_before(_opening(relative)) != "," or not any(c.dep_ == "conj" for c in relative.rights):
        return
    first = next(
        (child for child in verb.rights if child.dep_ in {"obj", "nsubj:pass"} and is_person_noun(child)), None
    )
    if first is not None and first.i < relative.i and _opening(relative).nbor(-2).text in {")", ","}:
        hang(relative, first, "conj")
        for child in [child for child in verb.rights if first.i < child.i < relative.i and child.dep_ != "punct"]:
            hang(child, first, "appos")


def _opening(word: Token) -> Token:
    """The first word of what hangs on a word, past its commas."""
    return next((token for token in word.subtree if not token.is_punct), word)
