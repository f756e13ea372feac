"""The name of a person or group in a phrase: the one that holds a word, follows it, or is given by a verb of naming."""

from __future__ import annotations

from spacy.tokens import Span, Token

from stages.parsing.neighbours import opens_sentence
from stages.words.people import is_person_noun, is_plural
from stages.words.wordlists import words_of

TITLES = words_of("""
    mr mrs ms dr sir general gen colonel col lieutenant lt major maj captain capt sergeant sgt brigadier brig
    admiral adm marshal corporal cpl private commander cmdr president king queen prince sheikh ayatollah pope
    senator sen rep gov judge professor prof chief minister sheik brig.-gen lt.-col maj.-gen prime first
""")
NAMING = frozenset({"known", "named", "called", "identified", "identifying", "nicknamed", "calling", "dubbed"})
NAME_REACH = 8  # tokens from a verb of naming to the name
WHERE = frozenset({"in", "at", "near", "around", "outside"})
HYPHENS = frozenset({"-", "‐", "‑", "–"})
PREFIXES = words_of("pro anti ex non semi para counter neo")
MASS_ENDINGS = ("ing", "ion", "ment", "ness", "ity", "nce", "ncy", "ship", "ism", "dom", "ure", "age", "th", "ery")
MASSES = words_of("""
    water oil gas food fire smoke rain snow heat anger fear hunger peace war cholera malaria traffic work life
    time trade aid hope warfare blood money debris power rice wheat bread fuel land property crime terror torture rape
    poverty disease hate support help advice news public congress parliament society man woman mankind science
    history art music everyone
""")
PERSON_LABELS, ORG_LABELS, PLACE_LABELS = {"PERSON"}, {"ORG"}, {"LOC"}


def name_of_token(token: Token) -> Span | None:
    """The name that holds a token, where the model found one."""
    if not token.ent_type_:
        return None
    start = end = token.i
    doc = token.doc
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end + 1 < len(doc) and doc[end + 1].ent_iob_ == "I":
        end += 1
    return doc[start : end + 1]


def is_unknown_name(noun: Token) -> bool:
    """Whether a bare noun that opens a full sentence as its subject is a name no model knows: "Eldoria agrees with".

    In English a singular noun has an article, unless it is a mass ("Violence has spread") or stands in a headline.
    """
    is_bare = noun.tag_ == "NN" and opens_sentence(noun) and noun.n_lefts == 0 and noun.text.istitle()
    is_subject = noun.dep_ in {"nsubj", "nsubj:pass"} and noun.sent[-1].text == "."
    return is_bare and is_subject and noun.lower_ not in MASSES and not noun.lower_.endswith(MASS_ENDINGS)


def named_after(head: Token) -> Span | None:
    """The name right after a noun for a person: "the fighter known as Rehana", "spokesman Omar Daqqaq"."""
    doc = head.doc
    beside = _name_behind_clause(head)
    if beside is not None:
        return beside
    for child in head.children:
        is_named = child.dep_ in {"acl", "acl:relcl"} and child.lower_ in NAMING
        if is_named and any(below.dep_ == "conj" for phrase in child.rights for below in phrase.rights):
            return None  # "two men, named as Ana Ruiz and Omar Saleh": neither of them is both
        if is_named and (name := _name_given(child)) is not None:
            return name
        following = doc[child.i + 1 : child.i + 3] if is_named else doc[head.i + 1 : head.i + 2]
        names = [token for token in following if token.tag_ == "NNP" and token.head in (head, child)]
        if names and (is_named or (head.tag_ == "NN" and child == names[0])):
            end = names[0].i + 1
            while end < len(doc) and doc[end].tag_ == "NNP" and names[0].is_ancestor(doc[end]):
                end += 1
            return doc[names[0].i : end]
    return None


def _name_behind_clause(head: Token) -> Span | None:
    """ "the man shown in the video, Omar Saleh, was dismissed": the name set between commas behind what is said."""
    doc, at, stop = head.doc, head.i + 1, min(head.i + NAME_REACH, head.sent.end)
    is_clause = at < stop and doc[at].tag_ == "VBN" and head.tag_ == "NN"
    if not is_clause or not any(child.lower_ == "the" for child in head.lefts):
        return None
    while at < stop and not doc[at].is_punct:
        at += 1
    start = at = at + 1
    while at < stop and (doc[at].lower_ in TITLES or doc[at].lower_.rstrip(".") in TITLES):
        at += 1
    name = name_of_token(doc[at]) if at < stop else None
    if name is None or doc[at].ent_type_ not in PERSON_LABELS or name.start != at or name.end >= head.sent.end:
        return None
    return doc[start : name.end] if doc[start - 1].text == "," and doc[name.end].text == "," else None


def _name_given(verb: Token) -> Span | None:
    """The name behind a verb of naming: "identifying himself as Capt. Omar Said", "thugs known as the Shabiha"."""
    doc = verb.doc
    for at in range(verb.i + 1, min(verb.i + NAME_REACH, len(doc))):
        if doc[at].ent_type_ in PERSON_LABELS | ORG_LABELS and doc[at].ent_iob_ == "B":
            between = doc[verb.i + 1 : at]
            is_plain = all(
                token.lower_ in {"as", "himself", "herself", "themselves", "only", "the", "his", "name", "simply"}
                or token.lower_.rstrip(".") in TITLES
                or token.is_punct
                for token in between
            )
            name = name_of_token(doc[at]) if is_plain else None
            return _with_title(name) if name is not None else None
    return None


def _with_title(name: Span) -> Span:
    """A person's name with the rank or title right before it."""
    doc, start = name.doc, name.start
    while start > 0 and (doc[start - 1].lower_.rstrip(".") in TITLES or doc[start - 1].lower_ in TITLES):
        start -= 1
    return doc[start : name.end]


def with_edges(span: Span, head: Token) -> Span:
    """A phrase with what its edges cut off: a prefix bound by a hyphen, and the name right behind a person."""
    return _with_name_beside(_with_rest(_with_prefix(_without_place(span))), head)


def _with_rest(span: Span) -> Span:
    """A phrase with what a hyphen binds to its last word: "his explosives-laden car", "her centre-right allies"."""
    doc, end, stop = span.doc, span.end, span.sent.end
    if end + 1 >= stop or doc[end].text not in HYPHENS or doc[end - 1].whitespace_ or doc[end].whitespace_:
        return span
    while end < stop and (doc[end].text in HYPHENS or doc[end].tag_[:2] in {"NN", "JJ", "RB"}):
        end += 1
    return doc[span.start : end] if doc[end - 1].tag_.startswith("NN") or doc[end - 1].lower_ == "old" else span


def _without_place(span: Span) -> Span:
    """ "In Tyre 40 guards fled": the place before a number is where, and no part of who."""
    doc, start = span.doc, span.start
    is_place = len(span) > 2 and span[0].tag_.startswith("NNP") and span[1].like_num
    return span[2:] if is_place and start > 0 and doc[start - 1].lower_ in WHERE else span


def _with_name_beside(span: Span, head: Token) -> Span:
    """A phrase for one person with the name right behind it: "governor Ana Ruiz", "the minister, General Omar Said"."""
    doc, sent_end = span.doc, head.sent.end
    at = _past_post(span, head)
    while at < sent_end and (doc[at].lower_ in TITLES or doc[at].lower_.rstrip(".") in TITLES):
        at += 1
    if at < sent_end and doc[at].ent_type_ in PERSON_LABELS and is_person_noun(head):
        name = name_of_token(doc[at])
        return doc[span.start : name.end] if name is not None and not is_plural(head) else span
    if span.end + 1 >= sent_end or doc[span.end].text != "," or not is_person_noun(head) or head.tag_ == "NNS":
        return span
    for at in range(span.end + 1, min(span.end + NAME_REACH, sent_end)):
        token = doc[at]
        if token.ent_type_ in PERSON_LABELS:
            name = name_of_token(token)
            is_apposition = any(word.dep_ == "appos" and head in word.ancestors for word in doc[span.end + 1 : at + 1])
            return doc[span.start : name.end] if name is not None and is_apposition else span
        if not token.text[:1].isupper() and token.text not in {".", "-"}:
            return span
    return span


def _past_post(span: Span, head: Token) -> int:
    """Where what somebody is posted to ends, before his name: "ambassador | to the United Nations, | Ana Ruiz"."""
    doc, at = span.doc, span.end
    end = min(at + NAME_REACH, head.sent.end - 1)
    if at >= end or doc[at].lower_ not in {"to", "of", "for"} or doc[at].head.head != head or head.tag_ != "NN":
        return span.end
    at += 1
    while at < end and (doc[at].text[:1].isupper() or doc[at].lower_ == "the") and doc[at].ent_type_ != "PERSON":
        at += 1
    at += doc[at].text == ","
    return at if doc[at].ent_type_ in PERSON_LABELS and head in doc[at].ancestors else span.end


def _with_prefix(span: Span) -> Span:
    """With what a hyphen binds to its first word, wherever the parser hung it: "pro-government militias"."""
    doc, start = span.doc, span.start
    if start < span.sent.start + 2 or doc[start - 1].text not in HYPHENS or doc[start - 2].lower_ not in PREFIXES:
        return span
    is_bound = not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_
    return doc[start - 2 : span.end] if is_bound else span
