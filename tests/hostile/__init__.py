"""Hostile input: a corpus of items made to break a reader, and what becomes of each."""
