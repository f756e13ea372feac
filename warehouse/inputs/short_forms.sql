-- Short forms beside the full names of the same document that they may stand for: a last or first name, initials, a name without its nationality
with
forms as (
    select distinct
        document_id,
        label,
        form_id,
        is_short,
        trim(text) as text
    from named_mentions
    where label in ('person', 'organisation')
),
initialled as (
    select
        *,
        array_to_string(regexp_extract_all(text, '\b\p{Lu}'), '') as initials,
        lower(strip_accents(regexp_extract(text, '[^ -]+$'))) as last_word,
        lower(strip_accents(regexp_extract(text, '^[^ -]+'))) as first_word
    from forms
)
select
    short.form_id,
    long.form_id as full_form_id,
    short.label,
    count(distinct short.document_id) as document_count
from initialled as short
join initialled as long
    on long.document_id = short.document_id
    and long.label = short.label
    and long.form_id <> short.form_id
where (
       short.label = 'person'
       and short.is_short
       and not long.is_short
       and greatest(
           jaro_winkler_similarity(short.last_word, long.last_word),
           jaro_winkler_similarity(short.last_word, long.first_word)
       ) >= 0.7
   )
   or (
       short.label = 'organisation'
       and contains(short.text, ' ')
       and regexp_replace(lower(long.text), '^(the )?\w+ ', '') = regexp_replace(lower(short.text), '^the ', '')
   )
   or (
       short.label = 'organisation'
       and regexp_full_match(short.text, '\p{Lu}{2,6}')
       and long.initials = short.text
       and length(long.text) > length(short.text)
   )
group by all
order by all
