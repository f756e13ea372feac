"""Prints warehouse/tables.sql: `python -m schemas > warehouse/tables.sql`."""

import sys

from schemas import NOTED_TABLES, SEED_TABLES, TABLES
from schemas.ddl import tables_sql

sys.stdout.write(tables_sql([*TABLES.values(), *SEED_TABLES.values(), *NOTED_TABLES.values()]))
