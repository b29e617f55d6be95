"""How a command ends: 0 done, 1 something needs a person, 2 wrong use or setting."""

DONE, NEEDS_A_PERSON, WRONG_USE = 0, 1, 2


class PersonNeededError(Exception):
    """The command cannot go on by itself; the sentence says what a person must do. Ends with status 1."""


class WrongUseError(Exception):
    """The command was called wrongly; the sentence says what to write instead. Ends with status 2."""
