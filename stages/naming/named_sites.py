"""Sites that are called by a name and a plain word: "the Bani-Walid road", "Kissa barracks", "a Zamalek flat"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from stages.words.wordlists import words_of

ROADS = words_of("road highway motorway axis expressway freeway route street avenue boulevard lane corridor")
SITES = ROADS | words_of("""
    barracks camp checkpoint checkpost airport airstrip airfield airbase estate market bazaar prison jail bridge
    junction roundabout intersection crossroads crossing forest park stadium dam mine oilfield refinery port harbour
    harbor beach island valley hill hills mountain mountains commune groupement settlement township neighbourhood
    neighborhood suburb ward locality locale district province municipality prefecture governorate county
""")
HOUSES = words_of("residence home house flat apartment villa mansion hotel hideout office warehouse clinic")
ONE_OF_HIS = words_of("a an his her their its")
DASHES = frozenset({"-", "‑", "–"})
BEFORE_NOUN = frozenset({"compound", "amod", "nmod", "flat", "nmod:desc"})


def is_name_of_site(run: Span) -> bool:
    """Whether a run of names says which site is meant: "Torre airport", "the Ruvu-Kasa road", "at his Maadi home"."""
    if len(run) > 1 and run[-1].text.islower() and run[-1].lower_ in SITES:
        return True
    noun = run.root.head
    if noun.i != run.end or run.root.dep_ not in BEFORE_NOUN or not noun.text.islower():
        return False
    return noun.lower_ in SITES or (noun.lower_ in HOUSES and _is_one_of_his(run))


def _is_one_of_his(run: Span) -> bool:
    before = run.doc[run.start - 1] if run.start > run.sent.start else None
    return len(run) == 1 and before is not None and before.lower_ in ONE_OF_HIS


def is_labelled_site(name: Span) -> bool:
    """Whether what a model takes for a group of people is a road: "the Ruvu-Kasa road" with its last word."""
    return len(name) > 1 and name[-1].text.islower() and name[-1].lower_ in SITES and name[0].text[:1].isupper()


def leads_on(dash: Token) -> bool:
    """Whether a dash binds two names to that of one road: "the Tal–Basra highway"."""
    doc, at = dash.doc, dash.i + 1
    while at < len(doc) and doc[at].tag_ in {"NNP", "NNPS"} and doc[at].text[:1].isupper():
        at += 1
    is_tight = not (dash.whitespace_ or (dash.i and dash.nbor(-1).whitespace_))
    return dash.text in DASHES and is_tight and dash.i + 1 < at < len(doc) and doc[at].lower_ in ROADS
