"""How sure: what is denied, doubted, wanted or still ahead, by the words around an event."""
