"""The table of the agent panel: launches that have been used."""

from sqlalchemy import Column, String, Table

from storage.tables import metadata
from storage.types import UtcDateTime

panel_launches = Table(
    "panel_launches",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
)
