"""Claims: what each sentence says happened, who did it to whom, how many, where, when, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa
from spacy.tokens import Doc, Span

from schemas.claims import CODED_CLAIMS
from stages.claim import Claim, Quote
from stages.counts import Count
from stages.dates import DateExpression, date_of, dates_in
from stages.document import Document, docs_in, english_strings
from stages.happenings.accidents import is_of_accident, without_accidents
from stages.happenings.bearing import borne_out, is_private, is_quiet, with_parties
from stages.happenings.defectors import ranks_of_defectors
from stages.happenings.in_sentences import Happening, happenings_in
from stages.happenings.kin import kin_of, shared_by_kin
from stages.happenings.numbers import count_for
from stages.happenings.units import unit_of
from stages.naming.labels import mark_names
from stages.naming.place_names import Places
from stages.naming.ranks import RankLadder
from stages.parsing.lemmas import with_known_lemmas
from stages.second_reader.opinions import Reader
from stages.second_reader.reading import read_again
from stages.sentences import sentence_spans, sents_of
from stages.sources import source_of
from stages.stage import Made, Reject
from stages.status import Status, status_of, status_of_event
from stages.what.modes import mode_of
from stages.what.senses import topics_of
from stages.when.choice import dates_of_event, is_before_noun, is_of_scene
from stages.where.far_sites import is_far
from stages.where.place_ids import place_ids, with_place_ids
from stages.where.site_phrases import Site, is_named, is_named_for_event, opens_as_label, site_at
from stages.where.sites import nearer_of, site_of
from stages.where.unlinked_sites import site_before_noun
from stages.words.crosswalks import codes_of
from stages.words.vocab import Vocab

SHORT = 80  # words; a text below says too little of what it is about
SAYINGS = frozenset({"appeal", "threat", "accusation"})  # whoever makes them says so himself: nobody reports them
BY_NOUN = "n_defector"  # "a deserter spoke in Oslo on Friday": when and where he deserted is not said
WITH_RANKS = frozenset({"defection"})


@dataclass(frozen=True, slots=True)
class _Reader:
    """What one document is read with: its sentences as `sentences` has them, its places, and the look-ups."""

    document: Document
    sentences: list[tuple[int, int]]
    places: Places
    vocab: Vocab
    ranks: RankLadder


def code_claims(
    parses: pa.Table,
    documents: pa.Table,
    mentions: pa.Table,
    *,
    vocab: Vocab,
    ranks: RankLadder,
    second_reader: Reader,
) -> Made:
    """One row a claim, in the order of `parses` and of the text; places take the gazetteer's id from `mentions`.

    A claim of the rules that the second reader takes for no event is a reject.
    """
    ids = place_ids(mentions)
    rows: list[dict[str, object]] = []
    rejects: list[Reject] = []
    for doc, document in docs_in(parses, documents, english_strings()):
        claims = claims_in(doc, document, vocab=vocab, ranks=ranks)
        read = read_again(claims, doc, document, reader=second_reader, vocab=vocab, ranks=ranks)
        rows.extend(with_place_ids(claim.row(document), ids) for claim in read.claims)
        rejects.extend(_doubted(claim, document) for claim in read.doubted)
    return Made(CODED_CLAIMS.of(rows), rejects)


def claims_in(doc: Doc, document: Document, *, vocab: Vocab, ranks: RankLadder) -> list[Claim]:
    """The claims of one document, in order."""
    mark_names(with_known_lemmas(doc, vocab), vocab)
    topics = topics_of(doc, vocab)
    quiet = len(doc) > SHORT and is_quiet(doc, vocab)
    is_report = is_of_accident(doc)
    private = len(doc) > SHORT and is_private(doc, vocab)
    places = Places.of(doc, vocab)
    reader = _Reader(document, list(sentence_spans(doc, document.text)), places, vocab, ranks)
    claims: list[Claim] = []
    for sent in sents_of(doc):
        if vocab.has_trigger(token.lower_ for token in sent):
            found = happenings_in(sent, vocab, topics, places)
            happenings = without_accidents(found, sent, is_report=is_report, vocab=vocab)
            told = borne_out(happenings, sent, vocab) if quiet else happenings
            told = with_parties(told, sent, vocab) if private else told
            claims.extend(_claims_of(told, sent, reader) if told else [])
    return claims


def _claims_of(told: list[Happening], sent: Span, reader: _Reader) -> list[Claim]:
    """The claims of one sentence: what is told of one scene shares its day and its place."""
    dates, links = dates_in(sent, reader.document.published_on), kin_of(told)
    own_days = [_date_of(each, dates, reader.document) for each in told]
    days = shared_by_kin([day if day is None or is_of_scene(day) else None for day in own_days], links)
    own_sites = [_site_of(each, reader) for each in told]
    spans = shared_by_kin([_shared_place(site) for site in own_sites], links)
    claims = []
    for at, each in enumerate(told):
        claim = _claim(each, sent, own_days[at] or days[at], reader)
        site, span = own_sites[at], spans[at]
        if span is not None and (site is None or opens_as_label(site)):
            claim.quotes["place"] = Quote.of(span, "the place of its scene")
        elif site is not None and not is_named_for_event(site):
            claim.quotes["place"] = Quote.of(site.span, site.rule)
            claim.is_place_far = is_far(site)
        claims.append(claim)
    return claims


def _shared_place(site: Site | None) -> Span | None:
    """A place that may be that of a whole scene: it has a name, and is no mere label of the sentence."""
    return site.span if site is not None and is_named(site) and not opens_as_label(site) else None


def _date_of(happening: Happening, dates: list[DateExpression], document: Document) -> DateExpression | None:
    """The expression that dates a happening by itself."""
    head, type_code = happening.trigger.head, happening.trigger.sense.type_code
    if happening.trigger.sense.frame == BY_NOUN:
        dates = [date for date in dates if head.is_ancestor(head.doc[date.start])]
    outside = [date for date in dates if not _is_in_name(date, happening)]
    status = status_of(head, document).code
    return date_of(head, dates_of_event(outside, head, type_code, status, document.published_on))


def _claim(happening: Happening, sent: Span, date: DateExpression | None, reader: _Reader) -> Claim:
    trigger, document, sense = happening.trigger, reader.document, happening.trigger.sense
    status = _with_future(status_of_event(trigger, document), date, sent, document)
    mode = mode_of(trigger, reader.vocab)
    claim = Claim(
        sense.type_code,
        mode,
        codes_of(sense.type_code, mode, status.code, status.rule, reader.vocab.crosswalks),
        Quote.of(trigger.span, f"{sense.trigger} ({sense.pos}, {sense.frame})"),
        _sentence_of(trigger.span, sent, reader.sentences),
        status.code,
        status.rule,
    )
    for name in ("actor", "target", "recipient"):
        role = happening.roles.get(name)
        if role is not None:
            claim.quotes[name] = Quote.of(role.span, role.rule)
    _set_count(claim, count_for(happening.roles.counted, trigger, sent))
    _set_source(claim, happening)
    _set_destination(claim, happening, reader)
    if date is not None:
        claim.quotes["date"] = Quote.of(sent.doc[date.start : date.end], date.rule)
        claim.date_low, claim.date_high, claim.date_from = date.low, date.high, date.date_from
    _set_ranks(claim, happening, reader)
    return claim


def _is_in_name(date: DateExpression, happening: Happening) -> bool:
    """ "joined the February 17 revolution", "condemned Sunday's raid": a day that says whom or what is meant."""
    spans = (role.span for role in happening.roles.by_name.values())
    return any(span.start <= date.start and date.end <= span.end for span in spans)


def _with_future(status: Status, date: DateExpression | None, sent: Span, document: Document) -> Status:
    """A plain statement of a day after the publication tells of a plan: "talks resume tomorrow"."""
    if status.code != "asserted" or date is None:
        return status
    published = document.published_on
    is_later = date.low is not None and published is not None and date.low > published
    if published is None:
        is_later = any(token.lower_ == "tomorrow" for token in sent.doc[date.start : date.end])
    return Status("planned", "after the publication") if is_later else status


def _sentence_of(span: Span, sent: Span, sentences: list[tuple[int, int]]) -> tuple[int, int]:
    """The sentence as `sentences` has it, without the blanks around it."""
    for start_char, end_char in sentences:
        if start_char <= span.start_char and span.end_char <= end_char:
            return start_char, end_char
    return sent.start_char, sent.end_char


def _set_count(claim: Claim, count: tuple[Count, Span] | None) -> None:
    if count is not None:
        number, span = count
        claim.count_low, claim.count_high, claim.is_total = number.low, number.high, number.is_total
        name = _name_around(span) if number.rule.startswith("name") else None
        claim.quotes["count"] = Quote.of(name or span, number.rule)


def _name_around(span: Span) -> Span | None:
    """The whole name of the one person who is counted: "Ana Ruiz", not "Ana"."""
    return next((name for name in span.sent.ents if name.start <= span.start and span.end <= name.end), None)


def _set_source(claim: Claim, happening: Happening) -> None:
    doer = happening.roles.get("actor")
    source = source_of(happening.trigger.head, doer.head if doer is not None else None)
    is_doer = source is not None and doer is not None and source.span.start <= doer.head.i < source.span.end
    if source is not None and not (is_doer and claim.type_code in SAYINGS):
        claim.quotes["source"] = Quote.of(source.span, source.rule)
        claim.source_kind = source.kind


def _set_destination(claim: Claim, happening: Happening, reader: _Reader) -> None:
    destination = happening.roles.get("destination")
    if destination is not None:
        site = site_at(destination.head, destination.rule, reader.places)
        claim.quotes["destination"] = Quote.of(site.span, site.rule)


def _site_of(happening: Happening, reader: _Reader) -> Site | None:
    """The place of a happening by itself, or that of the attack it is an effect of."""
    if is_before_noun(happening.trigger.head):
        return nearer_of(site_before_noun(happening.trigger, reader.places), happening.site)
    own_site = site_of(happening.trigger, happening.roles, reader.vocab, reader.places)
    site = nearer_of(own_site, happening.site)
    is_elsewhere = site is not None and happening.trigger.sense.frame == BY_NOUN
    return None if is_elsewhere and site is not None and not happening.trigger.head.is_ancestor(site.head) else site


def _set_ranks(claim: Claim, happening: Happening, reader: _Reader) -> None:
    if claim.type_code not in WITH_RANKS:
        return
    unit = unit_of(happening)
    if unit is not None:
        claim.quotes["unit"] = Quote.of(unit, "unit named with the force left or the people")
    found = ranks_of_defectors(happening, reader.vocab, reader.ranks)
    if found:
        claim.ranks = list(dict.fromkeys(rank.label for rank in found))
        claim.rank_codes = list(dict.fromkeys(rank.code for rank in found))


def _doubted(claim: Claim, document: Document) -> Reject:
    """What the rules took for an event and the second reader for none."""
    start, end = document.raw_span(claim.trigger.start_char, claim.trigger.end_char)
    trigger, sentence = (document.text[slice(*span)] for span in (claim.trigger[:2], claim.sentence))
    detail = f"{claim.type_code} “{trigger}” at characters {start} to {end}: no event in “{sentence}”"
    return Reject(CODED_CLAIMS.name, document.document_id, None, "no_event", detail)
