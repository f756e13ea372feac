"""Whom those who attack lose themselves: they are not who killed their own."""

from stages.roles import Role
from stages.words.people import is_plural
from stages.words.wordlists import words_of

OF_THEM = frozenset({"them", "their", "theirs"})
SAME_SIDES = (
    words_of("""
        attacker attackers raider raiders assailant assailants militant militants gunman gunmen bandit bandits insurgent
        insurgents rebel rebels guerrilla guerrillas robber robbers terrorist terrorists
    """),
    words_of("police policeman policemen officer officers"),
)


def is_loss_of(sufferers: Role | None, doers: Role) -> bool:
    """ "attacked a camp, and 11 of them were killed", "four raiders died when bandits attacked"."""
    if sufferers is None:
        return False
    is_theirs = is_plural(doers.head) and any(token.lower_ in OF_THEM for token in sufferers.span)
    words = {sufferers.head.lower_, doers.head.lower_}
    return is_theirs or any(words <= side for side in SAME_SIDES)
