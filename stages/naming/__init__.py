"""Naming: names of persons, groups and places, how they are written, and what they stand for."""
