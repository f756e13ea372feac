"""Parsing: how texts are cut and analysed, and how the tree that comes of it is read."""
