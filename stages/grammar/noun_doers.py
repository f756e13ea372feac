"""Who does what a noun tells of, where the noun's own phrase does not say: in the clause that describes it, in the
noun above it, and in a name that was not hung on it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from stages.grammar.agreement import joined_after, said_of
from stages.grammar.blame import phrasal
from stages.grammar.clauses import verb_arguments
from stages.grammar.engaged import at_war, in_backing, in_fight, keeping_truce, on_visit
from stages.how_many.numerals import ordinal_of
from stages.parsing.heads import case_of, obliques_of, with_conjuncts
from stages.words.modality import INVOLVEMENT
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

ABOUT = words_of("deal cope help struggle grapple live reckon agree disagree do connect threaten warn scare menace")
ATTACKS = words_of("attack attacks raid raids strike strikes airstrike airstrikes assault assaults bombing bombings")
DEEDS = words_of("""
    abuses crimes atrocities tactics violations acts violence campaign campaigns attacks operations methods measures
    offences offenses outrages excesses raids
""")
COMPASS = frozenset({"east", "west", "north", "south"})
INCLUDING = frozenset({"including", "include", "includes", "included"})
LIST_REACH = 14  # tokens from "including" to a member of its list
OWNERS = frozenset({"nmod:poss", "compound", "amod"})
DRAWING = words_of("draw draws drew drawn drawing bring brings brought attract attracted elicit elicited")
TAKING = words_of("seize confiscate recover find discover take net rescue free destroy")
RELATIVES = frozenset({"that", "which", "who", "whom"})
STATES = frozenset({"nationality", "country", "state"})
WHOLES = words_of("country city town province region area district village nation state island world")
OWN_WORDS = frozenset({"det", "case", "nmod:poss", "nummod"})


def doers_of(noun: Token, vocab: Vocab) -> Iterator[tuple[str, Token, str]]:
    """The function of a doer of an event noun, its head, and the way it was reached."""
    ways = (
        _in_share(noun),
        _in_front(noun),
        at_war(noun),
        on_visit(noun),
        in_fight(noun),
        keeping_truce(noun),
        in_backing(noun),
        _in_clause(noun, vocab),
        _by_means(noun),
        _of_whole(noun),
        _of_start(noun),
        _as_work(noun),
        _drawn(noun),
        _at_work(noun),
    )
    yield from (found for found in ways if found is not None)


def _in_share(noun: Token) -> tuple[str, Token, str] | None:
    """ "the army's involvement in the raids", "the rebels' responsibility for the raid"."""
    share = noun.head
    if noun.dep_ not in {"nmod", "obl"} or share.lower_ not in INVOLVEMENT or case_of(noun) not in {"in", "for"}:
        return None
    owners = [child for child in share.lefts if child.dep_ in OWNERS and child.pos_ in {"NOUN", "PROPN", "PRON"}]
    return ("by", owners[0], share.lower_) if owners else None


def _in_front(noun: Token) -> tuple[str, Token, str] | None:
    """ "the cell was behind the raid", "the man behind the raid"."""
    if case_of(noun) != "behind":
        return None
    owner = noun if any(child.dep_ == "cop" for child in noun.lefts) else noun.head
    if noun.dep_ == "nmod" and owner.pos_ in {"NOUN", "PROPN"}:
        return "by", owner, "behind"
    owners = [owner, noun.head] if noun.dep_ in {"xcomp", "ccomp"} else [owner]
    subjects = (child for above in owners for child in above.lefts if child.dep_ in {"nsubj", "nsubj:pass"})
    subject = next(subjects, None)
    return ("by", subject, "behind") if subject is not None else None


def _in_clause(noun: Token, vocab: Vocab) -> tuple[str, Token, str] | None:
    """ "the drills that Chad began last week", "the raids they carried out"."""
    for verb in noun.rights:
        is_done = verb.dep_ in {"acl:relcl", "relcl"} and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VBG"}
        if not is_done or all(vocab.light_verbs.get((lemma, "object")) != "actor" for lemma in phrasal(verb, vocab)):
            continue
        objects = (child for child in verb.children if child.dep_ == "obj" and child.lower_ not in RELATIVES)
        arguments = verb_arguments(verb)
        subject = next(iter(arguments.get("subject")), None)
        is_own = subject is not None and subject.head == verb and subject.i > noun.i and subject.lower_ != "we"
        if subject is not None and is_own and not arguments.is_passive and next(objects, None) is None:
            return "by", subject, f"light verb {verb.lower_}"
    return None


def _by_means(noun: Token) -> tuple[str, Token, str] | None:
    """ "broke the truce with an attack on the port": whoever does something with an attack carries it out."""
    verb = noun.head
    is_means = noun.dep_ == "obl" and noun.lower_ in ATTACKS and case_of(noun) == "with"
    if not is_means or verb.pos_ != "VERB" or verb.lemma_ in ABOUT:
        return None
    arguments = verb_arguments(verb)
    subjects = () if arguments.is_passive else arguments.get("subject")
    return ("by", subjects[0], f"{verb.lower_} with") if subjects else None


def _of_whole(noun: Token) -> tuple[str, Token, str] | None:
    """ "abuses committed by the army have included torture", "crimes by the militia, including murder"."""
    doc, start = noun.doc, noun.sent.start
    before = doc[max(start, noun.i - LIST_REACH) : noun.i]
    verb = next((token for token in reversed(before) if token.lower_ in INCLUDING), None)
    if verb is None or any(
        token.tag_ in {"VBD", "VBP"} or token.lower_ == "says" for token in doc[verb.i : noun.i][1:]
    ):
        return None
    whole = next((token for token in reversed(doc[start : verb.i]) if token.lower_ in DEEDS), None)
    if whole is None:
        return None
    agents = [token.head for token in doc[whole.i : verb.i] if token.lower_ == "by" and token.head.i > token.i]
    owners = [child for child in whole.lefts if child.dep_ == "nmod:poss" and child.tag_ != "PRP$"]
    return ("by", (agents or owners)[0], f"of {whole.lower_}") if agents or owners else None


def _of_start(noun: Token) -> tuple[str, Token, str] | None:
    """ "the storming of the port began with a raid by rebels": whoever begins it does it."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ not in {"begin", "start", "open"} or "of" not in obliques_of(noun):
        return None
    first = (child for child in verb.rights if child.lower_ in ATTACKS and child.dep_ in {"obl", "xcomp"})
    agents = (agent for raid in first for agent in obliques_of(raid).get("by", ()))
    agent = next(agents, None)
    return ("by", agent, f"{verb.lower_} with") if agent is not None else None


def _as_work(noun: Token) -> tuple[str, Token, str] | None:
    """ "the bombing, the work of a separatist group, wounded nine", "the raid was the work of rebels"."""
    said = [child for child in noun.rights if child.dep_ == "appos"] + ([noun.head] if noun.dep_ == "nsubj" else [])
    work = next((word for word in said if word.lower_ in {"work", "handiwork", "doing"}), None)
    makers = obliques_of(work).get("of", ()) if work is not None else ()
    return ("by", makers[0], "work of") if makers else None


def _drawn(noun: Token) -> tuple[str, Token, str] | None:
    """ "drew protests from the villagers", "brought condemnation from Chad"."""
    verb = noun.head
    if noun.dep_ != "obj" or verb.lower_ not in DRAWING:
        return None
    by = obliques_of(verb).get("from", ()) or obliques_of(noun).get("from", ())
    return ("by", by[0], f"{verb.lower_} from") if by else None


def _at_work(noun: Token) -> tuple[str, Token, str] | None:
    """ "officers seized guns in raids in the city": whoever takes things in a raid carries it out."""
    verb = noun.head.head if noun.dep_ == "nmod" and noun.head.dep_ == "obj" else noun.head
    is_within = noun.dep_ in {"obl", "nmod"} and case_of(noun) in {"in", "during"} and noun.lower_ in {"raid", "raids"}
    if not is_within or verb.lemma_ not in TAKING:
        return None
    arguments = verb_arguments(verb)
    subjects = () if arguments.is_passive else arguments.get("subject")
    return ("by", subjects[0], f"{verb.lower_} in") if subjects else None


def beside(noun: Token, vocab: Vocab) -> Token | None:
    """The name right before a noun that hangs where the noun does: "in a | Taliban | raid", "UN | sanctions"."""
    at = noun.left_edge.i - 1
    if at <= noun.sent.start or any(child.dep_ in OWN_WORDS for child in noun.lefts):
        return None
    name = noun.doc[at]
    while name.dep_ in {"flat", "compound"} and name.head.i < name.i:
        name = name.head
    is_same = name.head == noun.head and name.dep_ == noun.dep_ and name.dep_ in {"obl", "nmod", "obj", "nsubj"}
    is_agent = name.tag_ in {"NNP", "NNPS"} or "regime" in vocab.classes_of(name.lower_)
    return name if is_same and is_agent and name.right_edge.i == at else None


def pair_before(noun: Token, vocab: Vocab) -> tuple[Token, Token] | None:
    """The two sides joined by a hyphen before a noun: "Israeli-Palestinian talks", "US-South Korea drills"."""
    hyphens = (child.i for child in noun.subtree if child.text in {"-", "–"} and noun.left_edge.i < child.i < noun.i)
    at = next(hyphens, 0)
    if not 0 < at < noun.i - 1:
        return None
    first, second = noun.doc[at - 1], noun.doc[at + 1]
    while second.i + 1 < noun.i and second.nbor(1).tag_ == "NNP" and second.tag_ == "NNP":
        second = second.nbor(1)
    if first.lower_ in COMPASS:
        return None  # "an East-West accord", "North-South talks"
    is_state = all(
        not vocab.classes_of(side.lower_).isdisjoint(STATES) or side.ent_type_ == "LOC" for side in (first, second)
    )
    is_state = is_state and not (first.ent_type_ == "LOC" and _is_one_name(noun.doc[at - 1 : second.i + 1], vocab))
    return (first, second) if is_state else None


def _is_one_name(pair: Span, vocab: Vocab) -> bool:
    """Whether a hyphen stands inside the name of one place: "the Ise-Shima summit"."""
    is_country = any(not vocab.classes_of(part.lower_).isdisjoint(STATES) for part in (pair[0], pair[-1]))
    return not is_country and all(part.ent_type_ == "LOC" for part in pair)


def shared_owner(noun: Token) -> Token | None:
    """ "the army's raids and killings", "whose crimes and murders": the owner of the first is that of both."""
    first = noun.head
    is_paired = noun.i == first.i + 2 and noun.nbor(-1).lower_ == "and"
    if noun.dep_ != "conj" or not is_paired:
        return None
    return next((child for child in first.lefts if child.dep_ == "nmod:poss"), None)


def meant_by_whose(owner: Token) -> Token:
    """The noun that "whose" stands for; other words themselves."""
    if owner.lower_ != "whose":
        return owner
    clause = next((above for above in owner.ancestors if above.dep_ in {"acl:relcl", "relcl"}), None)
    return said_of(clause) if clause is not None else owner


def split_sides(noun: Token, found: dict[str, tuple[Token, ...]], vocab: Vocab) -> None:
    """ "between the army and the rebels", "Israeli-Palestinian talks": the one and the other, and both."""
    pair = pair_before(noun, vocab)
    if "between" in found:
        members = [member for head in found["between"] for member in with_conjuncts(head)]
        second = joined_after(members[0]) if len(members) == 1 else None
        others = tuple(members[1:]) or ((second,) if second is not None else ())
        found["between"], found["between2"] = (members[0],), others
        found["both"] = (members[0],)
    elif pair is not None:
        found["between"], found["between2"], found["both"] = pair[:1], pair[1:], pair[1:]


def is_of_whole(child: Token, noun: Token) -> bool:
    """ "the country's third killing in a week": told of the country, and not its deed."""
    is_ranked = any(each.tag_ == "JJS" or ordinal_of(each.lower_) is not None for each in noun.lefts)
    return child.lower_ in WHOLES and is_ranked
