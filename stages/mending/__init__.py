"""Mending: slips of a small parser, each kind put right in a module of its own."""
