"""Grammar: who stands where around a verb or a noun, and where a phrase begins and ends."""
