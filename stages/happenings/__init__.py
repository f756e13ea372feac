"""Happenings: the events of a sentence seen together, and what each has from the others."""
