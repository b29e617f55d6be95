from itertools import islice

from ingest.backoff import delays


def test_each_pause_doubles_up_to_the_longest() -> None:
    assert list(islice(delays(1, 10, chance=lambda: 0.0), 6)) == [1, 2, 4, 8, 10, 10]


def test_chance_shortens_a_pause_by_up_to_a_half() -> None:
    assert list(islice(delays(1, 10, chance=lambda: 1.0), 5)) == [0.5, 1, 2, 4, 5]
