"""The clock lets no ID image be held longer than its rule allows."""

from datetime import datetime, timedelta

from structlog.testing import capture_logs

from jobs.id_images import id_images
from storage.store import SqlStore
from tests.id_images import NOON, ORDINARY, POLICY, hold, mail, picture, register_eva, take


def unasked(store: SqlStore) -> None:
    register_eva(store)
    take(store, mail(ORDINARY, picture()))
    hold(store)


def sweep(store: SqlStore, at: datetime) -> list[str]:
    """Run the job once; what it said."""
    with capture_logs() as said:
        id_images(store, POLICY).work(at)
    return [f"{line['log_level']} {line['event']}" for line in said]


def test_what_nobody_asked_for_is_gone_a_day_later_without_ado(store: SqlStore) -> None:
    unasked(store)
    assert sweep(store, NOON + timedelta(hours=23)) == []
    assert store.views.id_images.counts(NOON).held == 1
    assert sweep(store, NOON + timedelta(hours=24)) == []
    counts = store.views.id_images.counts(NOON + timedelta(hours=24))
    assert (counts.held, counts.overdue, counts.copies) == (0, 0, 1)


def test_one_that_was_held_too_long_is_an_alarm_and_goes(store: SqlStore) -> None:
    unasked(store)
    late = NOON + timedelta(hours=25)
    counts = store.views.id_images.counts(late)
    assert (counts.held, counts.overdue, counts.oldest_hours(late)) == (1, 1, 25.0)
    assert sweep(store, late) == ["error id_image:overdue"]
    assert store.views.id_images.counts(late).held == 0
