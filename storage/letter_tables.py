"""Which mails answer which letters."""

from sqlalchemy import Boolean, Column, ForeignKey, String, Table

from storage.tables import Id, metadata

replies = Table(
    "replies",
    metadata,
    Column("message_id", Id, ForeignKey("messages.id"), primary_key=True),
    Column("letter_id", Id, ForeignKey("outbox.id"), nullable=False, index=True),
    Column("joined", Boolean, nullable=False),  # false: it claims to belong, and is filed as a mail of its own
    Column("reason", String(40), nullable=False),
)
