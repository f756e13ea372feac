"""What is said to happen as a rule."""

from spacy.tokens import Token

from stages.words.wordlists import words_of

HABITS = words_of("""
    routinely usually typically invariably normally traditionally customarily habitually regularly often frequently
    commonly
""")
KNOWN_FOR = words_of("notorious infamous known feared famous renowned reputation")
HARMING = words_of("kill murder slaughter torture attack bomb shell")
REACH = 4  # steps from the deed up to what somebody is known for


def is_habit(head: Token) -> bool:
    """ "which routinely end in fights": what happens as a rule is no event."""
    if any(child.lower_ == "every" and child.dep_ == "det" for child in head.lefts):
        return True  # "every truce is the same story"
    present = [token for token in (head, head.head) if _is_present(token)]
    if any(child.dep_ == "advmod" and child.lower_ in HABITS for token in present for child in token.children):
        return True
    is_regular = any(_is_regular(word) for token in present[:1] for word in token.subtree)
    is_regular = is_regular or _is_gone_on_with(head)
    return is_regular or _is_known_for(head) or (head in present and (_is_of_whoever(head) or _is_compared(head)))


def _is_regular(word: Token) -> bool:
    """ "on a regular basis", "on a daily basis"."""
    return word.lower_ == "basis" and any(child.lower_ in {"regular", "daily", "weekly"} for child in word.lefts)


def _is_gone_on_with(head: Token) -> bool:
    """ "a group which continues to kill": nobody in particular."""
    verb = head.head
    is_relative = verb.dep_ == "acl:relcl" and verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ == "continue"
    is_bare = not any(child.dep_ in {"obj", "obl"} for child in head.children)
    return is_relative and is_bare and head.dep_ == "xcomp" and head.lemma_ in HARMING


def _is_known_for(head: Token) -> bool:
    """ "notorious for targeting civilians in air strikes", "with a reputation for torture"."""
    token = head
    for _ in range(REACH):
        is_for = any(child.lower_ == "for" for child in token.lefts) and token.head.lower_ in KNOWN_FOR
        if is_for or token.head == token:
            return is_for
        token = token.head
    return False


def _is_of_whoever(verb: Token) -> bool:
    """ "The army executes those it catches": done to whoever it may be."""
    return any(
        child.dep_ == "obj"
        and child.lower_ in {"those", "anyone", "anybody", "whoever"}
        and any(_is_present(clause) for clause in child.children if clause.dep_ == "acl:relcl")
        for child in verb.children
    )


def _is_compared(verb: Token) -> bool:
    """ "A net catches more of them than any bait": what does better as a rule."""
    objects = [child for child in verb.rights if child.dep_ == "obj" and child.tag_ == "JJR"]
    return any(child.lower_ == "than" for more in objects for word in more.rights for child in word.lefts)


def _is_present(verb: Token) -> bool:
    """Whether a verb stands in the present, active or passive: "are usually carried out"."""
    is_passive = verb.tag_ == "VBN" and any(child.lower_ in {"is", "are"} for child in verb.lefts)
    return is_passive or verb.tag_ in {"VBP", "VBZ"}
