"""The events of requests: written once, never changed."""

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table, UniqueConstraint

from storage.tables import Id, metadata
from storage.types import UtcDateTime

request_events = Table(
    "request_events",
    metadata,
    Column("id", Id, primary_key=True),
    Column("request_id", Id, ForeignKey("requests.id"), nullable=False),
    Column("number", Integer, nullable=False),  # the first is 1: two writers cannot add the same one
    Column("kind", String(24), nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("actor", String(40), nullable=False),
    Column("reason", String(60), nullable=False),
    Column("details", JSON, nullable=False),
    UniqueConstraint("request_id", "number"),
)
