"""Two stores compared: the same tables, byte for byte."""

from stages import STAGES
from warehouse.store import Store

DERIVED = tuple(table.name for stage in STAGES for table in stage.makes)
CLOCKED = {"raw_documents"}  # it says when an item came


def assert_same(made: Store, expected: Store) -> None:
    """Every table holds the same files with the same bytes; of clocked ones, files of the same content."""
    for name in DERIVED:
        paths, others = made.paths(name), expected.paths(name)
        assert [path.name for path in paths] == [path.name for path in others], name
        if name in CLOCKED:
            assert contents_of(made, name) == contents_of(expected, name), name
        else:
            assert [path.read_bytes() for path in paths] == [path.read_bytes() for path in others], name


def contents_of(store: Store, table: str) -> list[str]:
    """The hash of what each batch holds."""
    return [store.stored(table, batch).content for batch in store.batches(table)]  # type: ignore[union-attr]
