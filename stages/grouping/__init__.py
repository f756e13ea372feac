"""Grouping: which claims tell of one event, within a document and across documents."""
