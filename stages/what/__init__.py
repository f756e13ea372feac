"""What happened: which words tell of an event, in which sense, and which only seem to."""
