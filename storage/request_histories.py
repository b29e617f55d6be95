"""The events of every request, one request after the other, for what is counted from them."""

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Engine, select

from gdpr.events import Event
from storage.request_tables import request_events
from storage.requests import event_in

_EVERY = select(request_events).order_by(request_events.c.request_id, request_events.c.number)


def histories(engine: Engine) -> Iterator[tuple[Event, ...]]:
    """What happened to each request, in order; read a thousand rows at a time."""
    with engine.connect() as connection:
        rows = connection.execution_options(yield_per=1000).execute(_EVERY)
        for _, group in groupby(rows, key=lambda row: row.request_id):
            yield tuple(event_in(row) for row in group)
