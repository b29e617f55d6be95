"""How long to wait before the next try."""

import random
from collections.abc import Callable, Iterator

LONGEST = 300.0


def delays(first: float = 1.0, longest: float = LONGEST, chance: Callable[[], float] = random.random) -> Iterator[float]:
    """Seconds to wait before each next try: doubling up to `longest`, each shortened by chance by up to a half.

    The chance keeps many clients from returning together to a server that has just come back.
    """
    delay = min(first, longest)
    while True:
        yield delay * (1 - chance() / 2)
        delay = min(delay * 2, longest)
