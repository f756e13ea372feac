"""Who did it to whom: who may fill a role, whom a pronoun means, and who else is named for it."""
