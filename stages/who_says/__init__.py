"""Who says so: verbs of saying, their speakers, and the words that each of them covers."""
