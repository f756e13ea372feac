"""The report: static pages over `attest.duckdb`, each number with the rows and the SQL behind it."""
