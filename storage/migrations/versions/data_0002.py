"""ID images, who opened them, and which copies in the mailbox are still to go."""

import sqlalchemy as sa
from alembic import op

revision = "data_0002"
down_revision = "data_0001"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "id_images",
        sa.Column("id", ID, nullable=False),
        sa.Column("message_id", ID, nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("request_id", ID, nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("delete_after", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("key_id", sa.BigInteger(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("fields", sa.LargeBinary(), nullable=True),
        sa.Column("verdict", sa.String(length=12), nullable=True),
        sa.Column("document", sa.String(length=20), nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("reading", sa.String(length=40), nullable=True),
        sa.Column("end", sa.String(length=16), nullable=True),
        sa.Column("end_reason", sa.String(length=120), server_default="", nullable=False),
        sa.Column("matched", sa.JSON(), nullable=True),
        sa.Column("despite", sa.JSON(), nullable=True),
        sa.Column("decided_by", sa.String(length=40), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_id_images_message_id_messages")),
        sa.ForeignKeyConstraint(["request_id"], ["requests.id"], name=op.f("fk_id_images_request_id_requests")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_id_images")),
        sa.UniqueConstraint("message_id", "part", name=op.f("uq_id_images_message_id_part")),
    )
    op.create_index(op.f("ix_id_images_request_id"), "id_images", ["request_id"], unique=False)
    op.create_index(op.f("ix_id_images_state"), "id_images", ["state"], unique=False)
    op.create_table(
        "id_image_openings",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("image_id", ID, nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["image_id"], ["id_images.id"], name=op.f("fk_id_image_openings_image_id_id_images")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_id_image_openings")),
    )
    op.create_index(op.f("ix_id_image_openings_image_id"), "id_image_openings", ["image_id"], unique=False)
    op.create_table(
        "mailbox_copies",
        sa.Column("id", ID, nullable=False),
        sa.Column("message_id", ID, nullable=False),
        sa.Column("mailbox", sa.String(length=120), nullable=False),
        sa.Column("owed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("found", sa.Integer(), nullable=True),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminders", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("gone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_mailbox_copies_message_id_messages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailbox_copies")),
        sa.UniqueConstraint("message_id", "mailbox", name=op.f("uq_mailbox_copies_message_id_mailbox")),
    )
    op.create_index("ix_mailbox_copies_mailbox_next", "mailbox_copies", ["mailbox", "next_at"], unique=False)
    op.create_table(
        "redacted_mails",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("message_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_redacted_mails_message_id_messages")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_redacted_mails")),
    )
    op.create_index(op.f("ix_redacted_mails_message_id"), "redacted_mails", ["message_id"], unique=False)


def downgrade() -> None:
    for table in ("redacted_mails", "mailbox_copies", "id_image_openings", "id_images"):
        op.drop_table(table)
