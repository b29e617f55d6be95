"""The tables. Columns named `sealed` hold bytes encrypted under a key of the person's or object's own.

The keys live in a database of their own (`key_metadata`), for a backup of the data must not hold them: `key_id` names a
key there and is no foreign key (docs/decisions/0004-keys-apart-from-data.md).
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.types import MailJson, MailText, UtcDateTime

_NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=_NAMES)
key_metadata = MetaData(naming_convention=_NAMES)

Id = BigInteger().with_variant(Integer, "sqlite")

# --- keys, in a database of their own, and what is decided about them --------------------------------------------

keys = Table(
    "keys",
    key_metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),  # random: never used again
    Column("purpose", String(20), nullable=False),  # person, quarantine, id_image, index
    Column("wrapped", LargeBinary, nullable=False),  # the data key, encrypted by the master key
    Column("master_id", String(16), nullable=False),  # which master key
    Index("uq_keys_index", "purpose", unique=True, sqlite_where=text("purpose = 'index'"), postgresql_where=text("purpose = 'index'")),
)

erasures = Table(
    "erasures",
    key_metadata,
    Column("mark", LargeBinary, primary_key=True),  # a keyed fingerprint of a profile or a mail: nothing of the person
    Column("kind", String(8), nullable=False),  # profile, mail
    Column("at", UtcDateTime, nullable=False),
)

key_deletions = Table(
    "key_deletions",
    metadata,
    Column("key_id", BigInteger, primary_key=True, autoincrement=False),  # decided with the data, done after the commit
)

# --- people -----------------------------------------------------------------------------------------------------

customers = Table(
    "customers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Text, nullable=False),
    Column("organisation_number", String(11), index=True),
    Column("account_manager", Text, nullable=False, server_default=""),
    Column("source", String(40), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

contacts = Table(
    "contacts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), index=True),
    Column("name", MailText(), nullable=False, server_default=""),
    Column("role", MailText(), nullable=False, server_default=""),
    Column("provisional", Boolean, nullable=False, server_default=text("false")),
    Column("authenticated", Boolean, nullable=False, server_default=text("true")),
    Column("protected", Boolean, nullable=False, server_default=text("false")),
    Column("key_id", BigInteger),  # null until something of theirs is sealed
    Column("merged_into", Id, ForeignKey("contacts.id"), index=True),
    Column("created_at", UtcDateTime, nullable=False),
)

facts = Table(
    "facts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("contact_id", Id, ForeignKey("contacts.id"), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("value", MailText(500), nullable=False),  # for national numbers the masked form
    Column("domain", MailText(260)),  # of an e-mail address, to suggest colleagues
    Column("sealed", LargeBinary),
    Column("value_index", LargeBinary, nullable=False, server_default=""),  # keyed hash, to find a sealed value again
    Column("status", String(12), nullable=False),
    Column("message_id", Id, ForeignKey("messages.id")),
    Column("finding_id", Id, ForeignKey("findings.id")),
    Column("source", String(40), nullable=False),
    Column("added_at", UtcDateTime, nullable=False),
    Index("ix_facts_kind_value", "kind", "value"),
    Index("ix_facts_value_index", "value_index"),
    Index("ix_facts_domain", "domain"),
    Index("uq_facts_contact_kind_value", "contact_id", "kind", "value", "value_index", unique=True),
)

suggestions = Table(
    "suggestions",
    metadata,
    Column("contact_id", Id, ForeignKey("contacts.id"), primary_key=True),
    Column("other_id", Id, ForeignKey("contacts.id"), primary_key=True),
    Column("reason", String(40), nullable=False),
    Column("score", Float, nullable=False),
    Column("dismissed_at", UtcDateTime),
)

merges = Table(
    "merges",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kept_id", Id, ForeignKey("contacts.id"), nullable=False),
    Column("merged_id", Id, ForeignKey("contacts.id"), nullable=False),
    Column("moved", JSON, nullable=False),  # ids by table, so that it can be undone
    Column("actor", String(40), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("undone_at", UtcDateTime),
)

# --- the path of a mail -------------------------------------------------------------------------------------------

cursors = Table(
    "cursors",
    metadata,
    Column("mailbox", String(120), primary_key=True),
    Column("folder", String(200), primary_key=True),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("last_uid", BigInteger, nullable=False),
    Column("moved_at", UtcDateTime, nullable=False),
    Column("polled_at", UtcDateTime),
    Column("unaccounted", Integer, nullable=False, server_default=text("0")),
)

ledger = Table(
    "ledger",
    metadata,
    Column("mailbox", String(120), primary_key=True),
    Column("folder", String(200), primary_key=True),
    Column("uidvalidity", BigInteger, primary_key=True),
    Column("uid", BigInteger, primary_key=True),
    Column("outcome", String(12), nullable=False),
    Column("message_id", Id, ForeignKey("messages.id"), index=True),
    Column("received_at", UtcDateTime, nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
    Index("ix_ledger_outcome_received", "outcome", "received_at"),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Id, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("message_id", MailText(500), nullable=False, index=True),
    Column("received_at", UtcDateTime, nullable=False, index=True),
    Column("sent_at", UtcDateTime),
    Column("outcome", String(12), nullable=False),
    Column("contact_id", Id, ForeignKey("contacts.id")),
    Column("subject", MailText(), nullable=False),
    Column("sender_name", MailText(), nullable=False),
    Column("sender_address", MailText(), nullable=False),
    Column("recipients", MailJson, nullable=False),  # {"to": [address], "cc": [...], "reply_to": [...]}
    Column("in_reply_to", MailText(), nullable=False),
    Column("references", MailJson, nullable=False),
    Column("language", String(2), nullable=False),
    Column("passages", MailJson, nullable=False),  # [{"origin", "start", "text"}]: the sender's own only, numbers masked
    Column("text_length", Integer, nullable=False),  # of the whole body, so that a page can show where text was left out
    Column("attachments", MailJson, nullable=False),  # [{"part", "filename", "content_type", "size"}]
    Column("size", Integer, nullable=False),
    Column("screening", String(40), nullable=False),  # why it was screened, "" if it was not
    Column("authenticated", Boolean, nullable=False),
    Column("authentication", String(60), nullable=False),
    Column("flags", JSON, nullable=False),
    Index("ix_messages_contact_received", "contact_id", "received_at"),
)

emptied_mails = Table(  # their words have had their time, the facts of their requests have not
    "emptied_mails",
    metadata,
    Column("message_id", Id, ForeignKey("messages.id"), primary_key=True),
    Column("emptied_at", UtcDateTime, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("message_id", Id, ForeignKey("messages.id"), nullable=False, index=True),
    Column("contact_id", Id, ForeignKey("contacts.id"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("value", MailText(), nullable=False),  # for national numbers the masked form
    Column("sealed", LargeBinary),
    Column("value_index", LargeBinary),
    Column("part", MailText(), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", MailText(), nullable=False),
    Column("origin", String(12), nullable=False),
    Column("other_readings", JSON, nullable=False),
    Column("status", String(12)),  # null: found, but not the sender's own
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", Id, primary_key=True),
    Column("mailbox", String(120), nullable=False),
    Column("folder", String(200), nullable=False),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("step", String(40), nullable=False),
    Column("reason", MailText(), nullable=False),
    Column("key_id", BigInteger),  # null once the mail was filed or discarded
    Column("sealed", LargeBinary),
    Column("size", Integer, nullable=False),
    Column("state", String(12), nullable=False),  # waiting, retried, discarded
    Column("tries", Integer, nullable=False, server_default=text("1")),
    Column("shelved_at", UtcDateTime, nullable=False),
    Column("decided_at", UtcDateTime),
    Column("decided_by", String(40)),
    Column("decided_why", Text),
    UniqueConstraint("mailbox", "folder", "uidvalidity", "uid"),
)

# --- requests, letters, proof -------------------------------------------------------------------------------------

requests = Table(
    "requests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(24), nullable=False),
    Column("status", String(24), nullable=False),
    Column("queue", String(24), nullable=False),
    Column("certain", Boolean, nullable=False),
    Column("message_id", Id, ForeignKey("messages.id"), nullable=False, index=True),
    Column("contact_id", Id, ForeignKey("contacts.id"), nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("reason", MailText(), nullable=False),
    Column("part", MailText(), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("received_day", Date, nullable=False),
    Column("promise_on", Date, nullable=False),
    Column("legal_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("attention_at", UtcDateTime, index=True),  # null once closed
    Column("policy_version", String(80), nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    Column("version", Integer, nullable=False, server_default=text("1")),  # how many events the row sums up
    Column("paused", Boolean, nullable=False, server_default=text("false")),
    Index("ix_requests_status_due", "status", "due_on"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("template", String(40), nullable=False),
    Column("language", String(2), nullable=False),
    Column("message_id", Id, ForeignKey("messages.id"), index=True),
    Column("contact_id", Id, ForeignKey("contacts.id")),
    Column("request_id", Id, ForeignKey("requests.id"), index=True),  # null where it is about all requests of its mail
    Column("cause", String(160), nullable=False, unique=True),  # what it is owed for
    Column("facts", JSON, nullable=False),  # ids, dates, counts and keys only
    Column("recipient", MailText(), nullable=False),
    Column("state", String(12), nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("next_try_at", UtcDateTime),  # null: at once
    Column("sent_at", UtcDateTime),
    Column("text_digest", String(64)),  # SHA-256 of what was sent: the proof, without the text
    Column("failure", String(40)),  # why it waits for a person
    Column("bounced_at", UtcDateTime),
    Column("filed_at", UtcDateTime),  # when a copy was put into the Sent folder
    Column("decided_by", String(40)),
    Column("decided_at", UtcDateTime),
    Column("decided_why", String(40)),
    Index("ix_outbox_state_next", "state", "next_try_at"),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", String(40), nullable=False),
    Column("action", String(60), nullable=False),
    Column("subject", String(60), nullable=False, index=True),
    Column("details", JSON, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

# --- doors --------------------------------------------------------------------------------------------------------

leases = Table(
    "leases",
    metadata,
    Column("name", String(200), primary_key=True),
    Column("holder", String(80), nullable=False),
    Column("until", UtcDateTime, nullable=False),
)

users = Table(
    "users",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(80), nullable=False, unique=True),
    Column("password_hash", Text),  # argon2; null: can sign in by link only
    Column("roles", JSON, nullable=False),
    Column("language", String(2), nullable=False, server_default="sv"),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    Column("created_at", UtcDateTime, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("user_id", Id, ForeignKey("users.id"), nullable=False, index=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
)

signin_links = Table(
    "signin_links",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("user_id", Id, ForeignKey("users.id"), nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
)

signin_failures = Table(
    "signin_failures",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(64), nullable=False, index=True),  # hash of user name or address: what is being tried
    Column("at", UtcDateTime, nullable=False),
)
