"""The tables of the queues beside the requests: breaches, letters of the authority, end users, suppressions, agreements."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, String, Table, Text, text

from storage.tables import Id, metadata
from storage.types import MailText, UtcDateTime

incidents = Table(
    "incidents",
    metadata,
    Column("id", Id, primary_key=True),
    Column("message_id", Id, ForeignKey("messages.id"), index=True),  # null: reported by telephone, or seen by ourselves
    Column("aware_at", UtcDateTime, nullable=False),
    Column("report_by", UtcDateTime, nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("reason", String(120), nullable=False),  # why the mail was taken for a report
    Column("part", MailText(), nullable=False, server_default=""),
    Column("start", Integer, nullable=False, server_default=text("0")),
    Column("end", Integer, nullable=False, server_default=text("0")),
    Column("decided_at", UtcDateTime),
)

# The log that the authority may ask for (GDPR Art. 33(5)).
incident_notes = Table(
    "incident_notes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("incident_id", Id, ForeignKey("incidents.id"), nullable=False, index=True),
    Column("note", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("actor", String(40), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

authority_letters = Table(
    "authority_letters",
    metadata,
    Column("id", Id, primary_key=True),
    Column("message_id", Id, ForeignKey("messages.id"), nullable=False, unique=True),
    Column("authenticated", Boolean, nullable=False),
    Column("answer_by", Date),  # what the letter says; a person corrects it
    Column("answered_at", UtcDateTime),
    Column("answered_by", String(40)),
)

end_users = Table(
    "end_users",
    metadata,
    Column("id", Id, primary_key=True),
    Column("message_id", Id, ForeignKey("messages.id"), nullable=False, unique=True),
    Column("site", MailText(260), nullable=False),
    Column("part", MailText(), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("forward_by", Date, nullable=False),
    Column("state", String(12), nullable=False, index=True),  # waiting, forwarded, our_own
    Column("customer_id", Id, ForeignKey("customers.id")),  # who was told
    Column("decided_at", UtcDateTime),
    Column("decided_by", String(40)),
)

suppressions = Table(
    "suppressions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("address", MailText(320), index=True),  # null once its owner was erased
    Column("address_index", LargeBinary, nullable=False, unique=True),  # keyed hash: the opt-out outlives the address
    Column("since", UtcDateTime, nullable=False),
    Column("message_id", Id, ForeignKey("messages.id")),  # where it was asked for
    Column("actor", String(40), nullable=False),
)

agreements = Table(
    "dpa_agreements",
    metadata,
    Column("id", Id, primary_key=True),
    Column("request_id", Id, ForeignKey("requests.id"), nullable=False, unique=True),
    Column("state", String(12), nullable=False),
    Column("signatory", Text, nullable=False, server_default=""),
    Column("authority", String(20), nullable=False, server_default=""),  # by what right they sign
    Column("template_version", String(40), nullable=False, server_default=""),
    Column("file_reference", String(80), nullable=False, server_default=""),  # where the signed copy lies
    Column("reason", String(40), nullable=False, server_default=""),  # why it was dropped
    Column("authorised_at", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Column("signed_at", UtcDateTime),
    Column("filed_at", UtcDateTime),
    Column("dropped_at", UtcDateTime),
    Column("actor", String(40), nullable=False),
)
