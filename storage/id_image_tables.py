"""The tables of ID images: what is held, who opened it, and which copies in the mailbox are still to go."""

from sqlalchemy import JSON, BigInteger, Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, UniqueConstraint, text

from storage.tables import Id, metadata
from storage.types import MailText, UtcDateTime

# Whose image it is follows from the mail and the request: a merge of profiles moves those.
id_images = Table(
    "id_images",
    metadata,
    Column("id", Id, primary_key=True),
    Column("message_id", Id, ForeignKey("messages.id"), nullable=False),
    Column("part", MailText(200), nullable=False),
    Column("request_id", Id, ForeignKey("requests.id"), index=True),
    Column("received_at", UtcDateTime, nullable=False),
    Column("kept_at", UtcDateTime, nullable=False),
    Column("delete_after", UtcDateTime),  # null while a request is open for it
    Column("state", String(12), nullable=False, index=True),  # waiting, held, deleting, deleted
    Column("key_id", BigInteger),  # null once the key is destroyed
    Column("sealed", LargeBinary),  # null once it was decided about
    Column("fields", LargeBinary),  # what was read, sealed under the same key
    Column("verdict", String(12)),
    Column("document", String(20)),
    Column("score", Float),
    Column("reading", String(40)),  # why it was taken for what it is
    Column("end", String(16)),  # from here on the note that stays
    Column("end_reason", String(120), nullable=False, server_default=""),
    Column("matched", JSON),
    Column("despite", JSON),
    Column("decided_by", String(40)),
    Column("decided_at", UtcDateTime),
    Column("deleted_at", UtcDateTime),
    UniqueConstraint("message_id", "part"),
)

id_image_openings = Table(
    "id_image_openings",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("image_id", Id, ForeignKey("id_images.id"), nullable=False, index=True),
    Column("actor", String(40), nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
)

mailbox_copies = Table(
    "mailbox_copies",
    metadata,
    Column("id", Id, primary_key=True),
    Column("message_id", Id, ForeignKey("messages.id"), nullable=False),
    Column("mailbox", String(120), nullable=False),
    Column("owed_at", UtcDateTime, nullable=False),
    Column("next_at", UtcDateTime),  # when to look again; null once no copy is left
    Column("found", Integer),  # copies seen at the last look, null before the first
    Column("checked_at", UtcDateTime),
    Column("reminders", Integer, nullable=False, server_default=text("0")),
    Column("gone_at", UtcDateTime),
    UniqueConstraint("message_id", "mailbox"),
    Index("ix_mailbox_copies_mailbox_next", "mailbox", "next_at"),
)

redacted_mails = Table(
    "redacted_mails",
    metadata,
    Column("digest", String(64), primary_key=True),  # of a copy without the image, written before it is put into the mailbox
    Column("message_id", Id, ForeignKey("messages.id"), nullable=False, index=True),
)
