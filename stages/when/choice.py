"""Which of a sentence's dates may be those of an event at all, by the kind of event and how it is told."""

from datetime import date

from spacy.tokens import Token

from stages.dates import DateExpression, is_to_come
from stages.how_sure.dealings import is_at_request
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.when.content import is_across_clauses, is_of_charge, is_of_content, is_of_judged
from stages.when.news_days import is_of_deed_done_to, is_of_other_news
from stages.where.grounds import is_before_deed, is_of_deed
from stages.where.other_clauses import TERMS, is_of_caption, is_of_forerunner, is_talked_of
from stages.words.harms import HURT
from stages.words.modality import ACQUITTING
from stages.words.speech import lemma_of
from stages.words.wordlists import words_of

OF_CONTENT = frozenset({"agreement", "appeal", "threat", "accusation", "concession", "rejection"})
PERFECT = frozenset({"has", "have", "had"})
SUFFERED = frozenset({"arrest", "abduction", "killing", "wounding", "attack", "torture", "displacement"})
# These never go on "for two years".
AT_ONCE = frozenset({"resignation", "agreement", "release", "killing", "wounding", "arrest", "sanction"})
NOW = frozenset({"now", "currently"})
CALLING = words_of("announce plan propose threaten demand order urge call appeal ask vow pledge promise seek suggest")
ANNOUNCING = words_of("announce confirm report reveal disclose condemn denounce deplore protest")
FURTHERING = words_of("help lead force drive prompt trigger spark topple bring end contribute result cause push oust")
LAWS = frozenset({"Act", "Treaty", "Accord", "Accords", "Convention", "Constitution", "Law", "Resolution", "Agreement"})
STATES = words_of("office power prison jail exile custody detention opposition charge command force place")
NO_SCENES = frozenset({"duration", "soon", "recent", "coming stretch", "from to"})
ENDING = words_of("break lift collapse end expire fall crumble unravel fail lapse falter")
RISING = words_of("rise climb jump grow mount increase reach pass exceed soar surge stand")
COUNTED = words_of("toll number tally count")
SPELLS = words_of("hours days weeks months years")
LEADING = frozenset({"since", "until", "till", "by", "up", "as", "before", "ahead", "starting", "beginning"})
RATES = frozenset({"duration", "recent", "past stretch"})
ORDINALS = words_of("first second third fourth fifth sixth seventh eighth ninth tenth latest")


def dates_of_event(
    dates: list[DateExpression], head: Token, type_code: str, status_code: str, published_on: date | None
) -> list[DateExpression]:
    """The expressions that may date the event: a day to come dates what is promised or asked in it, no past deed."""
    within = [each.started if each.start <= head.i < each.end else each for each in dates]
    dates = [each for each in within if each is not None and not each.start <= head.i < each.end]
    dates = [each for each in dates if not (_is_counted_to(head, each) or _is_of_law(head, each))]
    dates = [each for each in dates if not (_is_of_state(head, each) or _is_of_another(head, type_code, each))]
    dates = [each for each in dates if not _is_hour_again(head, each, dates)]
    if is_before_noun(head):
        return [each for each in dates if each.end in {head.i, head.i - 1}]
    dates = [each for each in dates if not (is_of_forerunner(each.start, head) or is_of_caption(each.start, head))]
    if _is_apart(head):
        dates = [each for each in dates if head in head.doc[each.start].ancestors or _is_year_behind(head, each)]
    dates = [each for each in dates if not (_is_of_end(head, type_code, each) or _is_of_rise(head, each))]
    dates = [each for each in dates if not (_is_of_announcing(head, each) or _is_of_relative(head, each))]
    if type_code in TERMS and is_talked_of(head):
        dates = [each for each in dates if _is_signed(head, each)]
    if any(child.lower_ in NOW for child in head.lefts):
        dates = [each for each in dates if not is_across_clauses(head, each.start, each.end)]
    dates = [each for each in dates if not _is_rate(head, each) and not _is_of_call(head, each, status_code)]
    if type_code in AT_ONCE:
        over = {"for", "after"} if type_code == "release" else {"for"}  # "freed after 18 months in captivity"
        dates = [each for each in dates if each.rule != "duration" or head.doc[each.start].lower_ not in over]
    if type_code in AT_ONCE and (type_code != "arrest" or head.lower_.startswith("arrest")):
        dates = [each for each in dates if head.doc[each.start].lower_ not in {"until", "till"}]  # "on bail until May"
    if type_code in {"accusation", "sanction"} or lemma_of(head) in ACQUITTING:
        dates = [each for each in dates if not is_of_charge(head, each.start)]
        dates = [each for each in dates if not is_of_judged(head, each.start, each.end)]
    dates = [each for each in dates if not _is_of_deed_or_trial(head, each, dates)]
    ahead = [each for each in dates if is_to_come(each, head.doc, published_on)]
    if status_code == "asserted" and (
        head.tag_ in {"VBD", "VBN"} or any(child.lower_ in PERFECT for child in head.lefts)
    ):
        return [each for each in dates if each not in ahead]
    if type_code not in OF_CONTENT:
        return dates
    return [each for each in dates if each not in ahead or not is_of_content(head, each.start, each.end)]


def _is_of_another(head: Token, type_code: str, each: DateExpression) -> bool:
    """ "on Friday visited men captured by rebels", "it emerged on Friday that": the day is not that of the deed."""
    is_older = type_code in SUFFERED and is_of_deed_done_to(head, each.start, each.end)
    return is_older or is_of_other_news(head, each.start, each.end)


def _is_of_deed_or_trial(head: Token, each: DateExpression, dates: list[DateExpression]) -> bool:
    """ "tried on Monday for a raid in 1995": each has its day; the only day, told last, is that of the arrest."""
    root = head.doc[each.start : each.end].root
    is_only = all(other.start >= each.start for other in dates) and "day" in each.rule
    return is_before_deed(root, head) or (is_of_deed(root, head) and not is_only)


def _is_apart(head: Token) -> bool:
    """ "quit on Friday over the raid", "the war that has killed ten began in May": the day is the other verb's."""
    is_cause = head.dep_ in {"obl", "nmod"} and case_of(head) in {"because", "over"}
    is_cause = is_cause or is_at_request(head)
    is_since = head.dep_ == "acl:relcl" and any(child.lower_ in {"has", "have"} for child in head.lefts)
    return is_cause or is_since or _is_done_since(head)


def _is_year_behind(head: Token, each: DateExpression) -> bool:
    """ "were charged over the killing of a journalist in 2009": the year is that of the killing."""
    return each.rule == "year" and case_of(head) == "over" and each.start > head.i


def _is_done_since(head: Token) -> bool:
    """ "lifted the curfew in May and has freed twenty": what has been done since has no day of what was done then."""
    first = head.head
    is_joined = head.dep_ == "conj" and any(child.lower_ in {"has", "have"} for child in head.lefts)
    return is_joined and not any(child.lower_ in PERFECT for child in first.lefts) and first.tag_ in {"VBD", "VBN"}


def _is_of_end(head: Token, type_code: str, each: DateExpression) -> bool:
    """ "the truce broke down in May": the day on which what had been agreed came to its end."""
    is_ended = head.dep_ in NOUN_SUBJECTS and lemma_of(head.head) in ENDING
    if type_code not in {"ceasefire", "agreement", "siege"} or not is_ended:
        return False
    return head.head in head.doc[each.start : each.end].root.ancestors and each.start > head.head.i


def _is_of_rise(head: Token, each: DateExpression) -> bool:
    """ "the toll from the blast rose to six on Friday", "days of fighting ended on Friday": no day of the deed."""
    verb = head.doc[each.start : each.end].root.head
    subject = next((child for child in verb.children if child.dep_ in NOUN_SUBJECTS), None)
    if subject is None or each.start < verb.i:
        return False
    if subject.lower_ in {"which", "that"} and verb.dep_ == "acl:relcl":
        subject = verb.head  # "the toll, which stood at 12 on Friday, climbed to 19"
    if lemma_of(verb) in RISING and not COUNTED.isdisjoint(token.lower_ for token in subject.subtree):
        beside = (child for child in verb.rights if any(word.lower_ == "with" for word in child.lefts))
        return any(head == part or part.is_ancestor(head) for part in (subject, *beside))
    return subject.is_ancestor(head) and lemma_of(verb) in ENDING and subject.lower_ in SPELLS


def _is_of_announcing(head: Token, each: DateExpression) -> bool:
    """ "announced on Friday the arrest of a man": neither he nor what he did has the day on which it was told."""
    verb = head.doc[each.start : each.end].root.head
    if lemma_of(verb) not in ANNOUNCING:
        return False
    told = (token for token in (head, *head.ancestors) if token.dep_ == "obj" and token.head == verb)
    return any(each.end <= token.i for token in told)


def _is_of_relative(head: Token, each: DateExpression) -> bool:
    """ "protests that drove him from power in 2008": a clause that tells what came of an event has a day of its own."""
    root = head.doc[each.start : each.end].root
    clause = next((token for token in root.ancestors if token.dep_ == "acl:relcl" and token.head == head), None)
    return clause is not None and head.tag_.startswith("NN") and lemma_of(clause) in FURTHERING


def _is_signed(head: Token, each: DateExpression) -> bool:
    """Whether a date hangs on what is told of the terms themselves: "a truce reached on Monday"."""
    root = head.doc[each.start : each.end].root
    return any(token.head == head and token.tag_ == "VBN" for token in root.ancestors)


def _is_rate(head: Token, each: DateExpression) -> bool:
    """ "the second raid in two days", "the worst raid since May killed two": how close they came, and no day."""
    root = head.doc[each.start : each.end].root
    if root.lower_ == "space" and root.head.tag_.startswith("NN") and root.head != head:
        return True
    noun = head.doc[each.start].nbor(-1) if each.start else head
    ranked = (child for token in {head, noun} for child in token.lefts if child.i < each.start)
    is_nth = any(child.lower_ in ORDINALS or child.tag_ in {"JJS", "RBS"} for child in ranked)
    opening = head.doc[each.start].lower_
    return is_nth and (opening == "since" or (opening == "in" and each.rule in RATES))


def _is_counted_to(head: Token, each: DateExpression) -> bool:
    """ "ten days before the port was shelled": the day of another event, told from this one."""
    doc, end = head.doc, each.end
    is_open = each.rule == "anaphoric" and doc[end - 1].lower_ in {"before", "after"}
    return is_open and head.i > end and doc[end].tag_ in {"DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD"}


def _is_hour_again(head: Token, each: DateExpression, dates: list[DateExpression]) -> bool:
    """ "at 10.30 P.M. (2130 GMT)": the same hour told for readers elsewhere."""
    is_aside = each.rule == "time of day" and each.start > 0 and head.doc[each.start - 1].text == "("
    return is_aside and any(other.end == each.start - 1 for other in dates)


def _is_of_law(head: Token, each: DateExpression) -> bool:
    """ "under the 1973 War Powers Act": the year of a law."""
    law = head.doc[each.start : each.end].root.head
    return law != head and each.end <= law.i and law.text in LAWS


def _is_of_state(head: Token, each: DateExpression) -> bool:
    """ "the premier, in office since May, called for talks": since when somebody is there."""
    words = [token.lower_ for token in head.doc[max(0, each.start - 3) : each.start + 1]]
    return words[:2] == [",", "in"] and words[2] in STATES and words[-1] in {"since", "from"}


def _is_of_call(head: Token, each: DateExpression, status_code: str) -> bool:
    """ "On Friday they announced a protest", "called last night for talks": the announcement has the day."""
    is_since = any(child.lower_ in {"has", "have"} for child in head.lefts)  # "has called for a strike on Tuesday"
    if is_since and lemma_of(head) in CALLING and each.rule == "weekday" and each.start > head.i:
        return True
    verb, is_below = head, status_code == "planned"
    is_past = each.rule != "weekday" and head.doc[each.start].lower_ in {"last", "yesterday"}
    while is_below and verb.head != verb:
        is_asked = verb.dep_ == "obl" and case_of(verb) in {"for", "on"}
        is_below = is_asked or verb.dep_ in {"obj", "nmod", "xcomp", "compound", "nsubj:pass"}
        verb = verb.head
        if is_below and lemma_of(verb) in CALLING and verb.pos_ == "VERB":
            return each.end <= verb.i or is_past
    return False


def is_of_scene(date: DateExpression) -> bool:
    """Whether a time is of all that was done at once: a day or an hour, and no "for hours" or "since May"."""
    return date.rule not in NO_SCENES and date.rule.split()[0] not in LEADING


def is_before_noun(verb: Token) -> bool:
    """ "freed the abducted girls in Yola on Friday": where and when is said of the freeing.

    "received 100 wounded people" tells of nothing else that could have been done there and then.
    """
    is_given = verb.dep_ == "amod" and verb.tag_ == "VBN" and verb.lower_ not in HURT
    return bool(is_given and verb.i < verb.head.i)
