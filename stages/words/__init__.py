"""Words: what the coder knows of words by themselves, from the seed tables and from short lists."""
