"""Tables of patterns, one or a few a line, as one pattern."""

import re


def one_of(table: str) -> str:
    """A pattern that matches any line of the table."""
    return "(?:" + "|".join(line.strip() for line in table.strip().splitlines()) + ")"


def any_of(table: str) -> re.Pattern[str]:
    """The table compiled; for lower-case text, which is far quicker to search than with a pattern that minds no case."""
    return re.compile(one_of(table))
