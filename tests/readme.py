"""The README's queries and their results: `python -m tests.readme WAREHOUSE` writes the results anew."""

import re
import sys
from pathlib import Path

from warehouse.sql import answer

README = Path(__file__).parents[1] / "README.md"
SHOWN = re.compile(r"```sql\n(?P<query>.*?)\n```\n\n```text\n(?P<result>.*?)```", re.DOTALL)


def queries_in(text: str) -> list[tuple[str, str]]:
    """Each query of the README with the result shown below it."""
    return [(match["query"], match["result"]) for match in SHOWN.finditer(text)]


def result_of(query: str, database: Path) -> str:
    """What `attest sql` prints, without the blanks at the ends of lines."""
    lines = answer(database, query, "table").decode().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def main(warehouse: Path) -> None:
    """Put the results of this warehouse into the README."""
    database = warehouse / "attest.duckdb"
    text = README.read_text(encoding="utf-8")
    written = SHOWN.sub(
        lambda match: f"```sql\n{match['query']}\n```\n\n```text\n{result_of(match['query'], database)}```", text
    )
    README.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
