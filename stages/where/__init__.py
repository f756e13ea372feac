"""Where: the place of an event, and the places of a sentence that are not its own."""
