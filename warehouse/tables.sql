-- Every table of attest.duckdb: made by `python -m schemas` from the declarations, not edited.

create table landed (
    document_id varchar not null,
    uri varchar not null,
    media_type varchar not null,
    charset varchar,
    byte_count bigint not null,
    given_outlet varchar,
    given_title varchar,
    given_published_on date,
    received_at timestamptz not null,
    batch_id varchar not null
);
comment on table landed is 'One item received, as bytes: a file, or one record of a file that holds many.';
comment on column landed.document_id is 'SHA-256 of the item''s raw bytes, in hex.';
comment on column landed.uri is 'The path or address the item came from, as given.';
comment on column landed.media_type is 'What the item is read as.';
comment on column landed.charset is 'The encoding its container declared, when it declared one.';
comment on column landed.byte_count is 'The size of the raw bytes.';
comment on column landed.given_outlet is 'The outlet, as the sidecar or the record named it.';
comment on column landed.given_title is 'The headline, as the sidecar or the record gave it.';
comment on column landed.given_published_on is 'The publication day, as the sidecar or the record gave it.';
comment on column landed.received_at is 'When the item was received (UTC).';
comment on column landed.batch_id is 'The batch in which the item was received.';

create table raw_documents (
    document_id varchar not null,
    uri varchar not null,
    media_type varchar not null,
    encoding varchar not null,
    text varchar not null,
    byte_count bigint not null,
    given_outlet varchar,
    given_title varchar,
    given_published_on date,
    received_at timestamptz not null,
    batch_id varchar not null,
    superseded_by varchar
);
comment on table raw_documents is 'One item received, decoded, never edited. Every raw_ offset of every table counts characters of its text.';
comment on column raw_documents.document_id is 'SHA-256 of the item''s raw bytes, in hex.';
comment on column raw_documents.uri is 'The path or address the item came from, as given.';
comment on column raw_documents.media_type is 'What the item is read as.';
comment on column raw_documents.encoding is 'The encoding the bytes were decoded with.';
comment on column raw_documents.text is 'The decoded text, as received.';
comment on column raw_documents.byte_count is 'The size of the raw bytes.';
comment on column raw_documents.given_outlet is 'The outlet, as the sidecar or the record named it.';
comment on column raw_documents.given_title is 'The headline, as the sidecar or the record gave it.';
comment on column raw_documents.given_published_on is 'The publication day, as the sidecar or the record gave it.';
comment on column raw_documents.received_at is 'When the item was received (UTC).';
comment on column raw_documents.batch_id is 'The batch in which the item was received.';
comment on column raw_documents.superseded_by is 'The later document received from the same uri, if any.';

create table documents (
    document_id varchar not null,
    uri varchar not null,
    outlet varchar,
    title varchar,
    title_start_char integer,
    title_end_char integer,
    byline varchar,
    dateline varchar,
    published_on date,
    published_from varchar,
    language varchar not null,
    text varchar not null,
    pieces struct(start_char integer, raw_start_char integer, length integer, raw_length integer)[] not null,
    blocks struct(raw_start_char integer, raw_end_char integer, is_kept boolean, kind varchar, reason varchar)[] not null,
    kept_share double not null,
    is_current boolean
);
comment on table documents is 'One news item kept: its clean text, what is known about it, and the map back to the raw text.';
comment on column documents.document_id is 'The raw document it was found in.';
comment on column documents.uri is 'The path or address the item came from, as given.';
comment on column documents.outlet is 'Who published it; null when neither the page nor its address says.';
comment on column documents.title is 'The headline; null when none was found.';
comment on column documents.title_start_char is 'Where the headline starts in text; null when it does not stand there.';
comment on column documents.title_end_char is 'Where the headline ends in text, exclusive.';
comment on column documents.byline is 'Who signed it, as written.';
comment on column documents.dateline is 'Where it was written, as printed before the first sentence.';
comment on column documents.published_on is 'The day of publication; null when nothing says.';
comment on column documents.published_from is 'What the day of publication was taken from.';
comment on column documents.language is 'The language of the text (ISO 639-1).';
comment on column documents.text is 'The kept blocks, joined by blank lines.';
comment on column documents.pieces is 'Which run of raw characters each run of clean characters is.';
comment on column documents.blocks is 'Every block of the raw text, kept or dropped, and why.';
comment on column documents.kept_share is 'The share of visible characters that was kept.';
comment on column documents.is_current is 'Whether no later version from the same uri has replaced it.';

create table parses (
    document_id varchar not null,
    token_count bigint not null,
    parsed_token_count bigint not null,
    model varchar not null
);
comment on table parses is 'One document''s spaCy analysis, as bytes.';
comment on column parses.document_id is 'The document it stands in.';
comment on column parses.token_count is 'Tokens in the Doc.';
comment on column parses.parsed_token_count is 'Tokens in sentences that were given a dependency parse.';
comment on column parses.model is 'Name and version of the language model.';

create table sentences (
    sentence_id varchar not null,
    document_id varchar not null,
    position integer not null,
    text varchar not null,
    start_char integer not null,
    end_char integer not null,
    raw_start_char integer not null,
    raw_end_char integer not null,
    is_headline boolean not null
);
comment on table sentences is 'One sentence of a document, as a span.';
comment on column sentences.sentence_id is 'Hash of the document and the raw offsets.';
comment on column sentences.document_id is 'The document it stands in.';
comment on column sentences.position is 'Its number in the document, from 0.';
comment on column sentences.text is 'The sentence, as it stands in documents.text.';
comment on column sentences.start_char is 'Where it starts in documents.text, in characters.';
comment on column sentences.end_char is 'Where it ends in documents.text, exclusive.';
comment on column sentences.raw_start_char is 'Where it starts in raw_documents.text, in characters.';
comment on column sentences.raw_end_char is 'Where it ends in raw_documents.text, exclusive.';
comment on column sentences.is_headline is 'Whether it is the headline.';

create table mentions (
    mention_id varchar not null,
    document_id varchar not null,
    entity_id varchar,
    label varchar not null,
    kind varchar,
    text varchar not null,
    start_char integer not null,
    end_char integer not null,
    raw_start_char integer not null,
    raw_end_char integer not null,
    rank_code varchar,
    role_text varchar,
    gazetteer_id varchar,
    place_precision varchar,
    place_rule varchar,
    place_score double,
    latitude double,
    longitude double,
    country_code varchar,
    count_low bigint,
    count_high bigint,
    date_low date,
    date_high date,
    corrected varchar[]
);
comment on table mentions is 'One name, date or count at one place in one document.';
comment on column mentions.mention_id is 'Hash of the document, the label and the raw offsets.';
comment on column mentions.document_id is 'The document it stands in.';
comment on column mentions.entity_id is 'The person, group, unit or place it names.';
comment on column mentions.label is 'What is named.';
comment on column mentions.kind is 'Finer than the label where the words say so: unit, group, agency, outlet, country, city …';
comment on column mentions.text is 'The name without rank or title, as it stands in documents.text.';
comment on column mentions.start_char is 'Where it starts in documents.text, in characters.';
comment on column mentions.end_char is 'Where it ends in documents.text, exclusive.';
comment on column mentions.raw_start_char is 'Where it starts in raw_documents.text, in characters.';
comment on column mentions.raw_end_char is 'Where it ends in raw_documents.text, exclusive.';
comment on column mentions.rank_code is 'The military or police rank written before the name.';
comment on column mentions.role_text is 'The rank, title or post written beside the name, as written.';
comment on column mentions.gazetteer_id is 'The place in the gazetteer it was resolved to; null when unresolved.';
comment on column mentions.place_precision is 'How exact the resolved place is.';
comment on column mentions.place_rule is 'What spoke for the resolved place, and which other place came next.';
comment on column mentions.place_score is 'How sure the resolved place is, beside the others of that name.';
comment on column mentions.latitude is 'Of the resolved place, in degrees north.';
comment on column mentions.longitude is 'Of the resolved place, in degrees east.';
comment on column mentions.country_code is 'ISO 3166-1 alpha-2 of the resolved place, or of the named group where a seed says.';
comment on column mentions.count_low is 'The fewest people the text allows; null when it leaves that open.';
comment on column mentions.count_high is 'The most people the text allows; null when it leaves that open.';
comment on column mentions.date_low is 'The earliest day the text allows; null when unknown.';
comment on column mentions.date_high is 'The latest day the text allows; null when unknown.';
comment on column mentions.corrected is 'What analysts changed in it, by whom and why; null when they changed nothing.';

create table place_outcomes (
    correction_id varchar not null,
    target_id varchar not null,
    outcome varchar not null,
    found_value varchar
);
comment on table place_outcomes is 'What became of one correction of a place in the batch of its mention.';
comment on column place_outcomes.correction_id is 'Hash of the correction as noted.';
comment on column place_outcomes.target_id is 'The mention.';
comment on column place_outcomes.outcome is 'Whether it was applied; if not, the guard found another value, it does not fit the rest (a low above a high, two kinds of thing made one), the value names nothing known, or there is no target.';
comment on column place_outcomes.found_value is 'The value that stood in the field; null when none did.';

create table coded_claims (
    claim_id varchar not null,
    document_id varchar not null,
    type_code varchar not null,
    mode varchar,
    plover_code varchar,
    cameo_code varchar,
    acled_code varchar,
    trigger varchar not null,
    trigger_raw_start_char integer not null,
    trigger_raw_end_char integer not null,
    raw_start_char integer not null,
    raw_end_char integer not null,
    sentence varchar not null,
    is_headline boolean not null,
    status varchar not null,
    source_text varchar,
    source_raw_start_char integer,
    source_raw_end_char integer,
    source_kind varchar,
    actor_text varchar,
    actor_raw_start_char integer,
    actor_raw_end_char integer,
    target_text varchar,
    target_raw_start_char integer,
    target_raw_end_char integer,
    recipient_text varchar,
    recipient_raw_start_char integer,
    recipient_raw_end_char integer,
    ranks varchar[] not null,
    rank_codes varchar[] not null,
    unit_text varchar,
    unit_raw_start_char integer,
    unit_raw_end_char integer,
    count_text varchar,
    count_raw_start_char integer,
    count_raw_end_char integer,
    count_low bigint,
    count_high bigint,
    is_total boolean not null,
    place_text varchar,
    place_raw_start_char integer,
    place_raw_end_char integer,
    place_id varchar,
    destination_text varchar,
    destination_raw_start_char integer,
    destination_raw_end_char integer,
    destination_id varchar,
    date_text varchar,
    date_raw_start_char integer,
    date_raw_end_char integer,
    date_low date,
    date_high date,
    date_from varchar,
    found struct(field varchar, rule varchar)[] not null
);
comment on table coded_claims is 'What one sentence of one document says happened, as the machine read it: claims before corrections.';
comment on column coded_claims.claim_id is 'Hash of the document, the raw offsets of the trigger, and the type.';
comment on column coded_claims.document_id is 'The document it stands in.';
comment on column coded_claims.type_code is 'What kind of event it tells of.';
comment on column coded_claims.mode is 'How it was done, where the trigger says so (air strike, shelling, desertion …).';
comment on column coded_claims.plover_code is 'The PLOVER event type, with its mode after a colon; null where PLOVER has none.';
comment on column coded_claims.cameo_code is 'The CAMEO code; null where CAMEO has none.';
comment on column coded_claims.acled_code is 'The ACLED sub-event type; null where ACLED has none.';
comment on column coded_claims.trigger is 'The word or words that tell of the event, as written.';
comment on column coded_claims.trigger_raw_start_char is 'Where the trigger starts in the raw text.';
comment on column coded_claims.trigger_raw_end_char is 'Where the trigger ends in the raw text, exclusive.';
comment on column coded_claims.raw_start_char is 'Where the sentence starts in raw_documents.text, in characters.';
comment on column coded_claims.raw_end_char is 'Where the sentence ends in raw_documents.text, exclusive.';
comment on column coded_claims.sentence is 'The sentence, as it stands in documents.text.';
comment on column coded_claims.is_headline is 'Whether the sentence is the headline.';
comment on column coded_claims.status is 'How sure the text is that it happened.';
comment on column coded_claims.source_text is 'Whom the text names for it, as written; null when the text does not say.';
comment on column coded_claims.source_raw_start_char is 'Where source_text starts in raw_documents.text.';
comment on column coded_claims.source_raw_end_char is 'Where source_text ends in raw_documents.text, exclusive.';
comment on column coded_claims.source_kind is 'What kind of source that is.';
comment on column coded_claims.actor_text is 'Who does it: the defectors, the protesters, those who arrest, shell or kill, as written; null when the text does not say.';
comment on column coded_claims.actor_raw_start_char is 'Where actor_text starts in raw_documents.text.';
comment on column coded_claims.actor_raw_end_char is 'Where actor_text ends in raw_documents.text, exclusive.';
comment on column coded_claims.target_text is 'To whom or what it is done; for a defection the force or regime left, as written; null when the text does not say.';
comment on column coded_claims.target_raw_start_char is 'Where target_text starts in raw_documents.text.';
comment on column coded_claims.target_raw_end_char is 'Where target_text ends in raw_documents.text, exclusive.';
comment on column coded_claims.recipient_text is 'For a defection the side joined; for aid, surrender or agreement the other party, as written; null when the text does not say.';
comment on column coded_claims.recipient_raw_start_char is 'Where recipient_text starts in raw_documents.text.';
comment on column coded_claims.recipient_raw_end_char is 'Where recipient_text ends in raw_documents.text, exclusive.';
comment on column coded_claims.ranks is 'For a defection, the ranks or kinds of people: lower case, singular.';
comment on column coded_claims.rank_codes is 'The same ranks as codes of the ladder, where the ladder has them.';
comment on column coded_claims.unit_text is 'The military unit that acts, or that the defectors left, as written; null when the text does not say.';
comment on column coded_claims.unit_raw_start_char is 'Where unit_text starts in raw_documents.text.';
comment on column coded_claims.unit_raw_end_char is 'Where unit_text ends in raw_documents.text, exclusive.';
comment on column coded_claims.count_text is 'The words that say how many people act or are affected, as written; null when the text does not say.';
comment on column coded_claims.count_raw_start_char is 'Where count_text starts in raw_documents.text.';
comment on column coded_claims.count_raw_end_char is 'Where count_text ends in raw_documents.text, exclusive.';
comment on column coded_claims.count_low is 'The fewest people the text allows; null when it leaves that open.';
comment on column coded_claims.count_high is 'The most people the text allows; null when it leaves that open.';
comment on column coded_claims.is_total is 'Whether the number is a running total and not one event''s.';
comment on column coded_claims.place_text is 'The most specific place named for it, with its container if adjacent, as written; null when the text does not say.';
comment on column coded_claims.place_raw_start_char is 'Where place_text starts in raw_documents.text.';
comment on column coded_claims.place_raw_end_char is 'Where place_text ends in raw_documents.text, exclusive.';
comment on column coded_claims.place_id is 'The place in the gazetteer where it happened; null when unresolved.';
comment on column coded_claims.destination_text is 'Where the defectors, the displaced or the troops go, as written; null when the text does not say.';
comment on column coded_claims.destination_raw_start_char is 'Where destination_text starts in raw_documents.text.';
comment on column coded_claims.destination_raw_end_char is 'Where destination_text ends in raw_documents.text, exclusive.';
comment on column coded_claims.destination_id is 'The gazetteer''s place they go to; null when unresolved.';
comment on column coded_claims.date_text is 'The time expression, as written; null when the text does not say.';
comment on column coded_claims.date_raw_start_char is 'Where date_text starts in raw_documents.text.';
comment on column coded_claims.date_raw_end_char is 'Where date_text ends in raw_documents.text, exclusive.';
comment on column coded_claims.date_low is 'The earliest day the text allows; null when unknown.';
comment on column coded_claims.date_high is 'The latest day the text allows; null when unknown.';
comment on column coded_claims.date_from is 'What settled the days.';
comment on column coded_claims.found is 'The rule behind each field that is filled or was left open again.';

create table claims (
    claim_id varchar not null,
    document_id varchar not null,
    type_code varchar not null,
    mode varchar,
    plover_code varchar,
    cameo_code varchar,
    acled_code varchar,
    trigger varchar not null,
    trigger_raw_start_char integer not null,
    trigger_raw_end_char integer not null,
    raw_start_char integer not null,
    raw_end_char integer not null,
    sentence varchar not null,
    is_headline boolean not null,
    status varchar not null,
    source_text varchar,
    source_raw_start_char integer,
    source_raw_end_char integer,
    source_kind varchar,
    actor_text varchar,
    actor_raw_start_char integer,
    actor_raw_end_char integer,
    target_text varchar,
    target_raw_start_char integer,
    target_raw_end_char integer,
    recipient_text varchar,
    recipient_raw_start_char integer,
    recipient_raw_end_char integer,
    ranks varchar[] not null,
    rank_codes varchar[] not null,
    unit_text varchar,
    unit_raw_start_char integer,
    unit_raw_end_char integer,
    count_text varchar,
    count_raw_start_char integer,
    count_raw_end_char integer,
    count_low bigint,
    count_high bigint,
    is_total boolean not null,
    place_text varchar,
    place_raw_start_char integer,
    place_raw_end_char integer,
    place_id varchar,
    destination_text varchar,
    destination_raw_start_char integer,
    destination_raw_end_char integer,
    destination_id varchar,
    date_text varchar,
    date_raw_start_char integer,
    date_raw_end_char integer,
    date_low date,
    date_high date,
    date_from varchar,
    found struct(field varchar, rule varchar)[] not null,
    corrected varchar[],
    known_from timestamptz,
    superseded_at timestamptz
);
comment on table claims is 'What one sentence of one document says happened, is going on, may happen, is called for, or did not happen.';
comment on column claims.claim_id is 'Hash of the document, the raw offsets of the trigger, and the type.';
comment on column claims.document_id is 'The document it stands in.';
comment on column claims.type_code is 'What kind of event it tells of.';
comment on column claims.mode is 'How it was done, where the trigger says so (air strike, shelling, desertion …).';
comment on column claims.plover_code is 'The PLOVER event type, with its mode after a colon; null where PLOVER has none.';
comment on column claims.cameo_code is 'The CAMEO code; null where CAMEO has none.';
comment on column claims.acled_code is 'The ACLED sub-event type; null where ACLED has none.';
comment on column claims.trigger is 'The word or words that tell of the event, as written.';
comment on column claims.trigger_raw_start_char is 'Where the trigger starts in the raw text.';
comment on column claims.trigger_raw_end_char is 'Where the trigger ends in the raw text, exclusive.';
comment on column claims.raw_start_char is 'Where the sentence starts in raw_documents.text, in characters.';
comment on column claims.raw_end_char is 'Where the sentence ends in raw_documents.text, exclusive.';
comment on column claims.sentence is 'The sentence, as it stands in documents.text.';
comment on column claims.is_headline is 'Whether the sentence is the headline.';
comment on column claims.status is 'How sure the text is that it happened.';
comment on column claims.source_text is 'Whom the text names for it, as written; null when the text does not say.';
comment on column claims.source_raw_start_char is 'Where source_text starts in raw_documents.text.';
comment on column claims.source_raw_end_char is 'Where source_text ends in raw_documents.text, exclusive.';
comment on column claims.source_kind is 'What kind of source that is.';
comment on column claims.actor_text is 'Who does it: the defectors, the protesters, those who arrest, shell or kill, as written; null when the text does not say.';
comment on column claims.actor_raw_start_char is 'Where actor_text starts in raw_documents.text.';
comment on column claims.actor_raw_end_char is 'Where actor_text ends in raw_documents.text, exclusive.';
comment on column claims.target_text is 'To whom or what it is done; for a defection the force or regime left, as written; null when the text does not say.';
comment on column claims.target_raw_start_char is 'Where target_text starts in raw_documents.text.';
comment on column claims.target_raw_end_char is 'Where target_text ends in raw_documents.text, exclusive.';
comment on column claims.recipient_text is 'For a defection the side joined; for aid, surrender or agreement the other party, as written; null when the text does not say.';
comment on column claims.recipient_raw_start_char is 'Where recipient_text starts in raw_documents.text.';
comment on column claims.recipient_raw_end_char is 'Where recipient_text ends in raw_documents.text, exclusive.';
comment on column claims.ranks is 'For a defection, the ranks or kinds of people: lower case, singular.';
comment on column claims.rank_codes is 'The same ranks as codes of the ladder, where the ladder has them.';
comment on column claims.unit_text is 'The military unit that acts, or that the defectors left, as written; null when the text does not say.';
comment on column claims.unit_raw_start_char is 'Where unit_text starts in raw_documents.text.';
comment on column claims.unit_raw_end_char is 'Where unit_text ends in raw_documents.text, exclusive.';
comment on column claims.count_text is 'The words that say how many people act or are affected, as written; null when the text does not say.';
comment on column claims.count_raw_start_char is 'Where count_text starts in raw_documents.text.';
comment on column claims.count_raw_end_char is 'Where count_text ends in raw_documents.text, exclusive.';
comment on column claims.count_low is 'The fewest people the text allows; null when it leaves that open.';
comment on column claims.count_high is 'The most people the text allows; null when it leaves that open.';
comment on column claims.is_total is 'Whether the number is a running total and not one event''s.';
comment on column claims.place_text is 'The most specific place named for it, with its container if adjacent, as written; null when the text does not say.';
comment on column claims.place_raw_start_char is 'Where place_text starts in raw_documents.text.';
comment on column claims.place_raw_end_char is 'Where place_text ends in raw_documents.text, exclusive.';
comment on column claims.place_id is 'The place in the gazetteer where it happened; null when unresolved.';
comment on column claims.destination_text is 'Where the defectors, the displaced or the troops go, as written; null when the text does not say.';
comment on column claims.destination_raw_start_char is 'Where destination_text starts in raw_documents.text.';
comment on column claims.destination_raw_end_char is 'Where destination_text ends in raw_documents.text, exclusive.';
comment on column claims.destination_id is 'The gazetteer''s place they go to; null when unresolved.';
comment on column claims.date_text is 'The time expression, as written; null when the text does not say.';
comment on column claims.date_raw_start_char is 'Where date_text starts in raw_documents.text.';
comment on column claims.date_raw_end_char is 'Where date_text ends in raw_documents.text, exclusive.';
comment on column claims.date_low is 'The earliest day the text allows; null when unknown.';
comment on column claims.date_high is 'The latest day the text allows; null when unknown.';
comment on column claims.date_from is 'What settled the days.';
comment on column claims.found is 'The rule behind each field that is filled or was left open again.';
comment on column claims.corrected is 'What analysts changed in it, by whom and why; null when they changed nothing.';
comment on column claims.known_from is 'Since when it is told as it is here.';
comment on column claims.superseded_at is 'When a later version of its document came from the same address; null while none has.';

create table correction_outcomes (
    correction_id varchar not null,
    target_id varchar not null,
    outcome varchar not null,
    found_value varchar
);
comment on table correction_outcomes is 'What became of one correction in the batch of its claim.';
comment on column correction_outcomes.correction_id is 'Hash of the correction as noted.';
comment on column correction_outcomes.target_id is 'The claim it is for.';
comment on column correction_outcomes.outcome is 'Whether it was applied; if not, the guard found another value, it does not fit the rest (a low above a high, two kinds of thing made one), the value names nothing known, or there is no target.';
comment on column correction_outcomes.found_value is 'The value that stood in the field; null when none did.';

create table signatures (
    document_id varchar not null,
    shingle_count bigint not null,
    text_hash varchar not null,
    bands varchar[] not null,
    passages bigint[] not null,
    minhash bigint[] not null,
    terms struct(term varchar, count integer)[] not null
);
comment on table signatures is 'One document''s MinHash signature over word shingles, from which copies are found without comparing all pairs.';
comment on column signatures.document_id is 'The document it stands in.';
comment on column signatures.shingle_count is 'Distinct word shingles in the document.';
comment on column signatures.text_hash is 'Hash of the words alone: equal for texts that differ in case, marks and spacing only.';
comment on column signatures.bands is 'One hash a band of the signature: copies share at least one.';
comment on column signatures.passages is 'Hashes of its sentences of ten words or more: a copy with edits keeps some of them.';
comment on column signatures.minhash is 'The signature itself.';
comment on column signatures.terms is 'The words it uses most, with how often: the headline''s count three times. For telling stories apart.';

create table duplicates (
    document_id varchar not null,
    copies_document_id varchar not null,
    kind varchar not null,
    similarity double not null,
    shared_passage varchar
);
comment on table duplicates is 'A document that copies another, and how nearly.';
comment on column duplicates.document_id is 'The document it stands in.';
comment on column duplicates.copies_document_id is 'The document it copies: the earliest it shares enough with, by day of publication.';
comment on column duplicates.kind is 'How it copies it: the same words, nearly the same, or a large part of the same report.';
comment on column duplicates.similarity is 'Word shingles the two share, of all that either has; for a wire copy, of the shorter.';
comment on column duplicates.shared_passage is 'The longest passage the two have in common.';

create table stories (
    document_id varchar not null,
    story_id varchar not null,
    cohesion double
);
comment on table stories is 'Which articles are about one affair, by the words they share: weaker than a copy, wider than an event.';
comment on column stories.document_id is 'The document it stands in.';
comment on column stories.story_id is 'Hash of the story''s first document in order of id.';
comment on column stories.cohesion is 'Mean cosine of its words with the story''s other articles; null for a story of one.';

create table entities (
    entity_id varchar not null,
    kind varchar not null,
    name varchar not null,
    other_names varchar[] not null,
    rank_codes varchar[] not null,
    country_code varchar,
    latitude double,
    longitude double,
    gazetteer_id varchar,
    corrected varchar[],
    mention_count bigint,
    document_count bigint
);
comment on table entities is 'One person, group, unit or place, however often and however spelt.';
comment on column entities.entity_id is 'Hash of its first mention in order of mention_id, or of its gazetteer id.';
comment on column entities.kind is 'What kind of thing it is.';
comment on column entities.name is 'The fullest of its commonest forms.';
comment on column entities.other_names is 'Every other form seen, commonest first.';
comment on column entities.rank_codes is 'Ranks written before the name, in order of the ladder.';
comment on column entities.country_code is 'ISO 3166-1 alpha-2; null when unknown.';
comment on column entities.latitude is 'Degrees north, of a resolved place.';
comment on column entities.longitude is 'Degrees east, of a resolved place.';
comment on column entities.gazetteer_id is 'The place in the gazetteer; null when unresolved or no place.';
comment on column entities.corrected is 'What analysts changed in it, by whom and why; null when they changed nothing.';
comment on column entities.mention_count is 'Mentions in the corpus.';
comment on column entities.document_count is 'Documents that mention it.';

create table entity_forms (
    form_id varchar not null,
    entity_id varchar not null,
    rule varchar not null,
    score double not null
);
comment on table entity_forms is 'Which entity a written form names, in the whole corpus or in one document.';
comment on column entity_forms.form_id is 'The form: label, folded text and, for a short form, its document.';
comment on column entity_forms.entity_id is 'The entity.';
comment on column entity_forms.rule is 'Why the form was given to the entity.';
comment on column entity_forms.score is 'How sure that is.';

create table review_pairs (
    entity_id varchar not null,
    other_entity_id varchar not null,
    score double not null,
    reason varchar not null
);
comment on table review_pairs is 'Two entities that may be one: too alike to ignore, too unsure to merge.';
comment on column review_pairs.entity_id is 'The one.';
comment on column review_pairs.other_entity_id is 'The other.';
comment on column review_pairs.score is 'How alike they are.';
comment on column review_pairs.reason is 'What speaks for and against.';

create table entity_outcomes (
    correction_id varchar not null,
    target_id varchar not null,
    outcome varchar not null,
    found_value varchar
);
comment on table entity_outcomes is 'What became of one merge or split of entities.';
comment on column entity_outcomes.correction_id is 'Hash of the correction as noted.';
comment on column entity_outcomes.target_id is 'The entity it is for.';
comment on column entity_outcomes.outcome is 'Whether it was applied; if not, the guard found another value, it does not fit the rest (a low above a high, two kinds of thing made one), the value names nothing known, or there is no target.';
comment on column entity_outcomes.found_value is 'The value that stood in the field; null when none did.';

create table events (
    event_id varchar not null,
    type_code varchar not null,
    date_low date,
    date_high date,
    place_id varchar,
    place_text varchar,
    count_low bigint,
    count_high bigint,
    counts_agree boolean,
    status varchar not null,
    weakest_status varchar not null,
    denial_count bigint not null,
    claim_count bigint not null,
    document_count bigint not null,
    outlet_count bigint not null,
    first_reported_on date,
    summary varchar not null,
    corrected varchar[],
    first_known_at timestamptz,
    known_from timestamptz
);
comment on table events is 'One happening, as its claims together tell it.';
comment on column events.event_id is 'Hash of the event''s first claim in order of its id.';
comment on column events.type_code is 'What kind of event it tells of.';
comment on column events.date_low is 'The earliest day the text allows; null when unknown.';
comment on column events.date_high is 'The latest day the text allows; null when unknown.';
comment on column events.place_id is 'The place in the gazetteer where it happened; null when unresolved.';
comment on column events.place_text is 'The most specific place its claims name, as written.';
comment on column events.count_low is 'The lowest number any of its claims allows.';
comment on column events.count_high is 'The highest number any of its claims allows; null when one leaves it open or none gives it.';
comment on column events.counts_agree is 'Whether one number fits every claim that gives one; null when fewer than two do.';
comment on column events.status is 'The strongest status among its claims; a denial is never the strongest.';
comment on column events.weakest_status is 'The weakest status among its claims.';
comment on column events.denial_count is 'Claims that deny it.';
comment on column events.claim_count is 'Claims that tell of it.';
comment on column events.document_count is 'Documents that tell of it.';
comment on column events.outlet_count is 'Independent outlets that tell of it: copies count once.';
comment on column events.first_reported_on is 'The earliest publication day among its documents; null when none is known.';
comment on column events.summary is 'One line made of its fields.';
comment on column events.corrected is 'What analysts changed in it, by whom and why; null when they changed nothing.';
comment on column events.first_known_at is 'Since when the warehouse tells of it.';
comment on column events.known_from is 'Since when it is told as it is here.';

create table event_claims (
    event_id varchar not null,
    claim_id varchar not null,
    rule varchar not null
);
comment on table event_claims is 'Which claims tell of which event, and why they were put together.';
comment on column event_claims.event_id is 'The event.';
comment on column event_claims.claim_id is 'The claim.';
comment on column event_claims.rule is 'Why the claim was put with the event''s other claims.';

create table event_outcomes (
    correction_id varchar not null,
    target_id varchar not null,
    outcome varchar not null,
    found_value varchar
);
comment on table event_outcomes is 'What became of one merge or split of events.';
comment on column event_outcomes.correction_id is 'Hash of the correction as noted.';
comment on column event_outcomes.target_id is 'The event it is for.';
comment on column event_outcomes.outcome is 'Whether it was applied; if not, the guard found another value, it does not fit the rest (a low above a high, two kinds of thing made one), the value names nothing known, or there is no target.';
comment on column event_outcomes.found_value is 'The value that stood in the field; null when none did.';

create table corrections (
    correction_id varchar not null,
    target_kind varchar not null,
    target_id varchar not null,
    action varchar not null,
    field varchar,
    expected varchar,
    value varchar,
    reason varchar not null,
    author varchar not null,
    noted_on date not null,
    outcome varchar not null,
    found_value varchar
);
comment on table corrections is 'One correction an analyst noted, and what became of it in the last run.';
comment on column corrections.correction_id is 'Hash of the correction as noted.';
comment on column corrections.target_kind is 'What is corrected.';
comment on column corrections.target_id is 'Its id; for a place, the id of a mention that names it.';
comment on column corrections.action is 'Whether it is left out, changed in a field, made one with another, or parted.';
comment on column corrections.field is 'The field that is changed; for other actions, the field that the guard looks at, if any.';
comment on column corrections.expected is 'The guard: the value the field must still have; null for none.';
comment on column corrections.value is 'The value it gets; the id it is one with; the form of the name, or the claims (separated by |), that are parted from it; null for none.';
comment on column corrections.reason is 'Why.';
comment on column corrections.author is 'Who says so.';
comment on column corrections.noted_on is 'When it was noted.';
comment on column corrections.outcome is 'Whether it was applied; if not, the guard found another value, it does not fit the rest (a low above a high, two kinds of thing made one), the value names nothing known, or there is no target.';
comment on column corrections.found_value is 'The value that stood in the field; null when none did.';

create table claim_history (
    known_at timestamptz not null,
    is_gone boolean not null,
    claim_id varchar not null,
    document_id varchar,
    type_code varchar,
    mode varchar,
    plover_code varchar,
    cameo_code varchar,
    acled_code varchar,
    trigger varchar,
    trigger_raw_start_char integer,
    trigger_raw_end_char integer,
    raw_start_char integer,
    raw_end_char integer,
    sentence varchar,
    is_headline boolean,
    status varchar,
    source_text varchar,
    source_raw_start_char integer,
    source_raw_end_char integer,
    source_kind varchar,
    actor_text varchar,
    actor_raw_start_char integer,
    actor_raw_end_char integer,
    target_text varchar,
    target_raw_start_char integer,
    target_raw_end_char integer,
    recipient_text varchar,
    recipient_raw_start_char integer,
    recipient_raw_end_char integer,
    ranks varchar[],
    rank_codes varchar[],
    unit_text varchar,
    unit_raw_start_char integer,
    unit_raw_end_char integer,
    count_text varchar,
    count_raw_start_char integer,
    count_raw_end_char integer,
    count_low bigint,
    count_high bigint,
    is_total boolean,
    place_text varchar,
    place_raw_start_char integer,
    place_raw_end_char integer,
    place_id varchar,
    destination_text varchar,
    destination_raw_start_char integer,
    destination_raw_end_char integer,
    destination_id varchar,
    date_text varchar,
    date_raw_start_char integer,
    date_raw_end_char integer,
    date_low date,
    date_high date,
    date_from varchar,
    corrected varchar[]
);
comment on table claim_history is 'One claim as a run first told it, or told it anew, or told it no more.';
comment on column claim_history.known_at is 'When a run published it so.';
comment on column claim_history.is_gone is 'Whether it stood no longer from then on.';
comment on column claim_history.claim_id is 'Hash of the document, the raw offsets of the trigger, and the type.';
comment on column claim_history.document_id is 'The document it stands in.';
comment on column claim_history.type_code is 'What kind of event it tells of.';
comment on column claim_history.mode is 'How it was done, where the trigger says so (air strike, shelling, desertion …).';
comment on column claim_history.plover_code is 'The PLOVER event type, with its mode after a colon; null where PLOVER has none.';
comment on column claim_history.cameo_code is 'The CAMEO code; null where CAMEO has none.';
comment on column claim_history.acled_code is 'The ACLED sub-event type; null where ACLED has none.';
comment on column claim_history.trigger is 'The word or words that tell of the event, as written.';
comment on column claim_history.trigger_raw_start_char is 'Where the trigger starts in the raw text.';
comment on column claim_history.trigger_raw_end_char is 'Where the trigger ends in the raw text, exclusive.';
comment on column claim_history.raw_start_char is 'Where the sentence starts in raw_documents.text, in characters.';
comment on column claim_history.raw_end_char is 'Where the sentence ends in raw_documents.text, exclusive.';
comment on column claim_history.sentence is 'The sentence, as it stands in documents.text.';
comment on column claim_history.is_headline is 'Whether the sentence is the headline.';
comment on column claim_history.status is 'How sure the text is that it happened.';
comment on column claim_history.source_text is 'Whom the text names for it, as written; null when the text does not say.';
comment on column claim_history.source_raw_start_char is 'Where source_text starts in raw_documents.text.';
comment on column claim_history.source_raw_end_char is 'Where source_text ends in raw_documents.text, exclusive.';
comment on column claim_history.source_kind is 'What kind of source that is.';
comment on column claim_history.actor_text is 'Who does it: the defectors, the protesters, those who arrest, shell or kill, as written; null when the text does not say.';
comment on column claim_history.actor_raw_start_char is 'Where actor_text starts in raw_documents.text.';
comment on column claim_history.actor_raw_end_char is 'Where actor_text ends in raw_documents.text, exclusive.';
comment on column claim_history.target_text is 'To whom or what it is done; for a defection the force or regime left, as written; null when the text does not say.';
comment on column claim_history.target_raw_start_char is 'Where target_text starts in raw_documents.text.';
comment on column claim_history.target_raw_end_char is 'Where target_text ends in raw_documents.text, exclusive.';
comment on column claim_history.recipient_text is 'For a defection the side joined; for aid, surrender or agreement the other party, as written; null when the text does not say.';
comment on column claim_history.recipient_raw_start_char is 'Where recipient_text starts in raw_documents.text.';
comment on column claim_history.recipient_raw_end_char is 'Where recipient_text ends in raw_documents.text, exclusive.';
comment on column claim_history.ranks is 'For a defection, the ranks or kinds of people: lower case, singular.';
comment on column claim_history.rank_codes is 'The same ranks as codes of the ladder, where the ladder has them.';
comment on column claim_history.unit_text is 'The military unit that acts, or that the defectors left, as written; null when the text does not say.';
comment on column claim_history.unit_raw_start_char is 'Where unit_text starts in raw_documents.text.';
comment on column claim_history.unit_raw_end_char is 'Where unit_text ends in raw_documents.text, exclusive.';
comment on column claim_history.count_text is 'The words that say how many people act or are affected, as written; null when the text does not say.';
comment on column claim_history.count_raw_start_char is 'Where count_text starts in raw_documents.text.';
comment on column claim_history.count_raw_end_char is 'Where count_text ends in raw_documents.text, exclusive.';
comment on column claim_history.count_low is 'The fewest people the text allows; null when it leaves that open.';
comment on column claim_history.count_high is 'The most people the text allows; null when it leaves that open.';
comment on column claim_history.is_total is 'Whether the number is a running total and not one event''s.';
comment on column claim_history.place_text is 'The most specific place named for it, with its container if adjacent, as written; null when the text does not say.';
comment on column claim_history.place_raw_start_char is 'Where place_text starts in raw_documents.text.';
comment on column claim_history.place_raw_end_char is 'Where place_text ends in raw_documents.text, exclusive.';
comment on column claim_history.place_id is 'The place in the gazetteer where it happened; null when unresolved.';
comment on column claim_history.destination_text is 'Where the defectors, the displaced or the troops go, as written; null when the text does not say.';
comment on column claim_history.destination_raw_start_char is 'Where destination_text starts in raw_documents.text.';
comment on column claim_history.destination_raw_end_char is 'Where destination_text ends in raw_documents.text, exclusive.';
comment on column claim_history.destination_id is 'The gazetteer''s place they go to; null when unresolved.';
comment on column claim_history.date_text is 'The time expression, as written; null when the text does not say.';
comment on column claim_history.date_raw_start_char is 'Where date_text starts in raw_documents.text.';
comment on column claim_history.date_raw_end_char is 'Where date_text ends in raw_documents.text, exclusive.';
comment on column claim_history.date_low is 'The earliest day the text allows; null when unknown.';
comment on column claim_history.date_high is 'The latest day the text allows; null when unknown.';
comment on column claim_history.date_from is 'What settled the days.';
comment on column claim_history.corrected is 'What analysts changed in it, by whom and why; null when they changed nothing.';

create table event_history (
    known_at timestamptz not null,
    is_gone boolean not null,
    event_id varchar not null,
    type_code varchar,
    date_low date,
    date_high date,
    place_id varchar,
    place_text varchar,
    count_low bigint,
    count_high bigint,
    counts_agree boolean,
    status varchar,
    weakest_status varchar,
    denial_count bigint,
    claim_count bigint,
    document_count bigint,
    outlet_count bigint,
    first_reported_on date,
    summary varchar,
    corrected varchar[],
    claim_ids varchar[]
);
comment on table event_history is 'One event as a run first told it, or told it anew, or told it no more.';
comment on column event_history.known_at is 'When a run published it so.';
comment on column event_history.is_gone is 'Whether it stood no longer from then on.';
comment on column event_history.event_id is 'Hash of the event''s first claim in order of its id.';
comment on column event_history.type_code is 'What kind of event it tells of.';
comment on column event_history.date_low is 'The earliest day the text allows; null when unknown.';
comment on column event_history.date_high is 'The latest day the text allows; null when unknown.';
comment on column event_history.place_id is 'The place in the gazetteer where it happened; null when unresolved.';
comment on column event_history.place_text is 'The most specific place its claims name, as written.';
comment on column event_history.count_low is 'The lowest number any of its claims allows.';
comment on column event_history.count_high is 'The highest number any of its claims allows; null when one leaves it open or none gives it.';
comment on column event_history.counts_agree is 'Whether one number fits every claim that gives one; null when fewer than two do.';
comment on column event_history.status is 'The strongest status among its claims; a denial is never the strongest.';
comment on column event_history.weakest_status is 'The weakest status among its claims.';
comment on column event_history.denial_count is 'Claims that deny it.';
comment on column event_history.claim_count is 'Claims that tell of it.';
comment on column event_history.document_count is 'Documents that tell of it.';
comment on column event_history.outlet_count is 'Independent outlets that tell of it: copies count once.';
comment on column event_history.first_reported_on is 'The earliest publication day among its documents; null when none is known.';
comment on column event_history.summary is 'One line made of its fields.';
comment on column event_history.corrected is 'What analysts changed in it, by whom and why; null when they changed nothing.';
comment on column event_history.claim_ids is 'The claims that told of it; null where it is gone.';

create table rejects (
    stage varchar not null,
    document_id varchar,
    uri varchar,
    reason_code varchar not null,
    detail varchar,
    batch_id varchar
);
comment on table rejects is 'One item or row refused, with the stage and the reason.';
comment on column rejects.stage is 'The table that refused it.';
comment on column rejects.document_id is 'The document concerned; null when no bytes could be read.';
comment on column rejects.uri is 'Where the item came from.';
comment on column rejects.reason_code is 'Why, as a code.';
comment on column rejects.detail is 'Why, in words.';
comment on column rejects.batch_id is 'The batch it was refused in; ''corpus'' for a stage over all of them.';

create table checks (
    run_id varchar not null,
    table_name varchar not null,
    check_name varchar not null,
    severity varchar not null,
    passed boolean not null,
    row_count bigint not null,
    failed_count bigint not null,
    samples varchar[] not null
);
comment on table checks is 'One check on one table in one run.';
comment on column checks.run_id is 'The run that wrote it.';
comment on column checks.table_name is 'The table judged.';
comment on column checks.check_name is 'The sentence that should hold.';
comment on column checks.severity is 'What a failure means.';
comment on column checks.passed is 'Whether it held.';
comment on column checks.row_count is 'Rows judged.';
comment on column checks.failed_count is 'Rows that failed.';
comment on column checks.samples is 'A few of the failing values or keys.';

create table runs (
    run_id varchar not null,
    stage varchar not null,
    batch_id varchar not null,
    row_count_in bigint not null,
    row_count bigint not null,
    reject_count bigint not null,
    code_version varchar not null,
    seed_version varchar not null,
    model_version varchar,
    started_at timestamptz not null,
    seconds double not null
);
comment on table runs is 'One stage over one batch in one run.';
comment on column runs.run_id is 'The run that wrote it.';
comment on column runs.stage is 'The stage: the table it makes.';
comment on column runs.batch_id is 'The batch; ''corpus'' for a stage over all of them.';
comment on column runs.row_count_in is 'Rows read of its first table.';
comment on column runs.row_count is 'Rows made.';
comment on column runs.reject_count is 'Rows refused.';
comment on column runs.code_version is 'Hash of the code that ran.';
comment on column runs.seed_version is 'Hash of the seeds it used.';
comment on column runs.model_version is 'The language model, where one was used.';
comment on column runs.started_at is 'When it started (UTC).';
comment on column runs.seconds is 'How long it took.';

create table event_types (
    type_code varchar not null,
    mode varchar,
    label varchar not null,
    covers varchar not null,
    plover_code varchar,
    plover_planned_code varchar,
    cameo_code varchar,
    acled_code varchar
);
comment on table event_types is 'One type of event, with its crosswalks.';
comment on column event_types.type_code is 'The type.';
comment on column event_types.mode is 'The mode to which the crosswalks of this row apply; empty for the type as such.';
comment on column event_types.label is 'The type for people.';
comment on column event_types.covers is 'What it covers.';
comment on column event_types.plover_code is 'PLOVER event type, with its mode after a colon.';
comment on column event_types.plover_planned_code is 'PLOVER type of the same event promised (AGREE) or threatened (THREATEN).';
comment on column event_types.cameo_code is 'CAMEO code.';
comment on column event_types.acled_code is 'ACLED sub-event type.';

create table ranks (
    rank_code varchar not null,
    label varchar not null,
    forms varchar,
    branch varchar not null,
    nato_grade varchar,
    grade integer
);
comment on table ranks is 'One rank or kind of person in arms or office, with its grade.';
comment on column ranks.rank_code is 'The rank: lower case, singular, underscores for blanks.';
comment on column ranks.label is 'The rank in words, lower case, singular: brigadier general.';
comment on column ranks.forms is 'Other forms and abbreviations, separated by |: Brig. Gen.|Brig.-Gen.|brigadier-general.';
comment on column ranks.branch is 'The branch: army, police, civil …';
comment on column ranks.nato_grade is 'NATO-like grade: OF-1 to OF-10, OR-1 to OR-9; empty where there is none.';
comment on column ranks.grade is 'Height on the ladder, for comparing: OR-1 is 1, OF-1 is 11, OF-10 is 20; empty for kinds of people.';

create table places (
    place_id varchar not null,
    name varchar not null,
    kind varchar not null,
    container_id varchar,
    country_code varchar,
    latitude double,
    longitude double,
    population bigint,
    other_names varchar,
    demonyms varchar,
    admin1_code varchar
);
comment on table places is 'One country, or one place of the wars that are covered, in its usual spellings.';
comment on column places.place_id is 'ISO code of a country or province, geonames:NUMBER, or a name.';
comment on column places.name is 'Its usual English name.';
comment on column places.kind is 'What kind of place it is.';
comment on column places.container_id is 'The smallest province, or the country, that contains it.';
comment on column places.country_code is 'ISO 3166-1 alpha-2; null for what lies in several countries.';
comment on column places.latitude is 'Degrees north.';
comment on column places.longitude is 'Degrees east.';
comment on column places.population is 'Inhabitants, roughly; null when unknown.';
comment on column places.other_names is 'Other names and spellings, separated by |.';
comment on column places.demonyms is 'What its people and things are called, separated by |: Syrian|Syrians.';
comment on column places.admin1_code is 'The code GeoNames gives the province within its country; null for other kinds.';

create table outlets (
    outlet varchar not null,
    other_names varchar,
    domains varchar,
    country_code varchar,
    kind varchar not null
);
comment on table outlets is 'One outlet, with the names and addresses it is known by.';
comment on column outlets.outlet is 'Its usual English name.';
comment on column outlets.other_names is 'Other names and spellings, separated by |.';
comment on column outlets.domains is 'Its web domains, separated by |.';
comment on column outlets.country_code is 'Where it is based (ISO 3166-1 alpha-2); empty when nowhere in particular.';
comment on column outlets.kind is 'What kind of outlet it is.';

create table boilerplate (
    phrase varchar not null,
    stands_as varchar not null,
    reason varchar not null,
    opens varchar
);
comment on table boilerplate is 'One phrase of page furniture; # stands for any number.';
comment on column boilerplate.phrase is 'The words, in any case; # stands for digits.';
comment on column boilerplate.stands_as is 'How it stands: line, the whole block; opening, how a block begins; sentence, to cut a block from here on.';
comment on column boilerplate.reason is 'What such a block is: menu, share_bar, advert, comment_box ...';
comment on column boilerplate.opens is 'What it opens: a list of other articles, or the end of the article; empty when only itself.';

create table bounds (
    measure_code varchar not null,
    table_name varchar not null,
    severity varchar not null,
    sentence varchar not null,
    low double,
    high double,
    min_rows bigint not null,
    source varchar not null
);
comment on table bounds is 'One bound on one figure of the whole corpus; a figure may have one bound that warns and one that stops.';
comment on column bounds.measure_code is 'The figure: the file of that name under warehouse/measures.';
comment on column bounds.table_name is 'The table the figure is about.';
comment on column bounds.severity is 'What leaving the bound means.';
comment on column bounds.sentence is 'What must hold.';
comment on column bounds.low is 'The lowest figure allowed; empty for none.';
comment on column bounds.high is 'The highest figure allowed; empty for none.';
comment on column bounds.min_rows is 'Fewer rows than this say nothing yet.';
comment on column bounds.source is 'Where the bound comes from.';

create table actors (
    name varchar not null,
    kind varchar not null,
    country_code varchar
);
comment on table actors is 'One noun or name of those who act or suffer, with what it is.';
comment on column actors.name is 'A noun in the singular, or a name as usually written.';
comment on column actors.kind is 'What it is: force, police, rebel, regime, civilian, nationality …';
comment on column actors.country_code is 'ISO 3166-1 alpha-2 of a group or people at home in one country.';

create table frames (
    frame varchar not null,
    actor varchar,
    target varchar,
    recipient varchar,
    destination varchar,
    place varchar,
    counted varchar
);
comment on table frames is 'One pattern of roles, shared by triggers that take them alike.';
comment on column frames.frame is 'Its name.';
comment on column frames.actor is 'Who does it. Places in the sentence to look at, best first, separated by |; place@class only for such a filler.';
comment on column frames.target is 'To whom or what.';
comment on column frames.recipient is 'The side joined, the receiver or the other party.';
comment on column frames.destination is 'Where they go.';
comment on column frames.place is 'Where, beyond what any event takes.';
comment on column frames.counted is 'The role whose number of people is the claim''s count.';

create table inflections (
    lemma varchar not null,
    past varchar not null,
    participle varchar not null
);
comment on table inflections is 'One verb whose past forms no rule makes.';
comment on column inflections.lemma is 'The verb.';
comment on column inflections.past is 'Its past forms, separated by |.';
comment on column inflections.participle is 'Its past participles, separated by |.';

create table light_verbs (
    verb varchar not null,
    link varchar not null,
    subject_role varchar not null
);
comment on table light_verbs is 'One verb with the place of the event noun and what its subject is to that event.';
comment on column light_verbs.verb is 'The verb, with its particle.';
comment on column light_verbs.link is 'Where the event noun stands: object, subject, or a preposition.';
comment on column light_verbs.subject_role is 'What the subject is to the event; accused where the verb''s object is the one who did it.';

create table triggers (
    trigger varchar not null,
    pos varchar not null,
    type_code varchar not null,
    mode varchar,
    frame varchar not null,
    needs varchar,
    unless varchar
);
comment on table triggers is 'One sense of one word or phrase that tells of an event.';
comment on column triggers.trigger is 'Lemmas in order; ~ stands for up to ten words: take ~ hostage.';
comment on column triggers.pos is 'Part of speech of its head.';
comment on column triggers.type_code is 'The type of event.';
comment on column triggers.mode is 'The mode, where the words say it.';
comment on column triggers.frame is 'How its roles stand in a sentence.';
comment on column triggers.needs is 'What must all hold, separated by ;: object|of:@people|rebel. @ names a word class.';
comment on column triggers.unless is 'What it is not: no one of these may hold; & joins what must hold together, as in a:x&b:y.';

create table word_classes (
    class_code varchar not null,
    word varchar not null
);
comment on table word_classes is 'One word of one class, such as weapon, building, sport or market.';
comment on column word_classes.class_code is 'The class.';
comment on column word_classes.word is 'The word or phrase, in the singular.';

create table scores (
    judged_at timestamptz not null,
    gold varchar not null,
    measure varchar not null,
    right_count bigint not null,
    predicted_count bigint not null,
    wanted_count bigint not null
);
comment on table scores is 'One figure of one evaluation against gold annotations, kept by `attest evaluate --warehouse`.';
comment on column scores.judged_at is 'When it was evaluated (UTC).';
comment on column scores.gold is 'The folder of the gold annotations, as given.';
comment on column scores.measure is 'What was judged.';
comment on column scores.right_count is 'How many of the predicted were right.';
comment on column scores.predicted_count is 'How many were predicted.';
comment on column scores.wanted_count is 'How many the gold has.';
