from hypothesis import given
from hypothesis import strategies as st

from ingest.batches import Batch, Limits, in_batches

LIMITS = Limits(batch_bytes=100, batch_mails=3, mail_bytes=150)


def test_small_mails_go_together_up_to_the_number_allowed() -> None:
    assert list(in_batches([(1, 10), (2, 10), (3, 10), (4, 10)], LIMITS)) == [Batch((1, 2, 3), 30), Batch((4,), 10)]


def test_a_batch_holds_no_more_bytes_than_allowed() -> None:
    assert list(in_batches([(1, 60), (2, 60), (3, 40)], LIMITS)) == [Batch((1,), 60), Batch((2, 3), 100)]


def test_a_large_mail_goes_alone() -> None:
    assert list(in_batches([(1, 10), (2, 500), (3, 10)], LIMITS)) == [Batch((1,), 10), Batch((2,), 500), Batch((3,), 10)]


@given(st.lists(st.integers(0, 300)), st.integers(1, 200), st.integers(1, 5), st.integers(1, 200))
def test_every_mail_is_in_one_batch_in_order_and_one_above_the_limit_is_alone(sizes: list[int], size: int, most: int, largest: int) -> None:
    limits = Limits(size, most, largest)
    batches = list(in_batches(enumerate(sizes), limits))
    assert [uid for batch in batches for uid in batch.uids] == list(range(len(sizes)))
    for batch in batches:
        assert batch.size == sum(sizes[uid] for uid in batch.uids)
        assert len(batch.uids) == 1 or batch.size <= min(size, largest)
        assert len(batch.uids) <= most
