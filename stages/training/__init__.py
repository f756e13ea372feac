"""What the language model is trained on: treebanks, names and written sentences, turned into spaCy Docs."""
