"""Full-text search: the words of every document by their stems, as plain tables that need no extension to be asked."""

import re
from graphlib import TopologicalSorter
from importlib.resources import files
from pathlib import Path

import duckdb
import pyarrow as pa

from schemas.ddl import literal
from warehouse.selects import selects_in

MACROS = Path(__file__).parent / "macros"
EXTENSION = files("duckdb_extension_fts") / "extensions" / f"v{duckdb.__version__}" / "fts.duckdb_extension"
# Each table is a SELECT over those before it. Numbers for words and documents keep the tables small, and a
# stem is worked out once a word, not once an occurrence.
TABLES = {
    "occurrences": r"""
        select rowid::integer as number, unnest(
            string_split_regex(lower(strip_accents(concat_ws(' ', title, text))), '[^\p{L}\p{N}]+')
        ) as form
        from documents""",
    "forms": """
        select form, stem(form, 'porter') as term
        from (select distinct form from search.occurrences where form <> '')
        anti join search.stopwords using (form)
        order by form""",
    "terms": """
        select row_number() over (order by term)::integer as term_number, term
        from (select distinct term from search.forms)
        order by term""",
    "postings": """
        select term_number, number, count(*)::integer as frequency
        from search.occurrences
        join search.forms using (form)
        join search.terms using (term)
        group by term_number, number
        order by term_number, number""",
    "articles": """
        select
            documents.rowid::integer as number,
            documents.document_id,
            coalesce(counted.word_count, 0)::integer as word_count
        from documents
        left join (select number, sum(frequency) as word_count from search.postings group by number) as counted
            on counted.number = documents.rowid
        order by number""",
}


def index(connection: duckdb.DuckDBPyConnection) -> None:
    """Index the documents of a database, in its schema `search`, and give it the macro of that name."""
    connection.execute(f"load {literal(str(EXTENSION))}")
    connection.execute("create schema search")
    connection.register("words_without_weight", stopwords())
    connection.execute("create table search.stopwords as select form from words_without_weight order by form")
    connection.unregister("words_without_weight")
    for name, select in TABLES.items():
        connection.execute(f"create table search.{name} as {select}")
    connection.execute("drop table search.occurrences")
    macros = {macro.name: macro for macro in selects_in(MACROS)}
    reads = {name: macro.words & macros.keys() - {name} for name, macro in macros.items()}
    for macro in (macros[name] for name in TopologicalSorter(reads).static_order()):
        takes = re.findall(r"\w+", macro.notes["takes"])
        connection.execute(f"create macro {macro.name}({', '.join(takes)}) as table\n{macro.body}")
        connection.execute(f"comment on macro table {macro.name} is {literal(macro.purpose)}")


def stopwords() -> pa.Table:
    """The extension's list of English words without weight, as `form`."""
    with duckdb.connect() as connection:
        connection.execute(f"load {literal(str(EXTENSION))}")
        connection.execute("create table nothing (name varchar, text varchar)")
        connection.execute("pragma create_fts_index('nothing', 'name', 'text')")
        return connection.sql("select distinct sw as form from fts_main_nothing.stopwords").to_arrow_table()
