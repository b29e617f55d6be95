"""Letters: what they are owed for, and what became of them."""

import sqlalchemy as sa
from alembic import op

revision = "data_0004"
down_revision = "data_0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NAMES = {"uq": "uq_%(table_name)s_%(column_0_N_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s"}
ADDED = ("next_try_at", "sent_at", "bounced_at", "filed_at", "decided_at")


def upgrade() -> None:
    with op.batch_alter_table("outbox", naming_convention=NAMES) as outbox:
        outbox.alter_column("message_id", existing_type=ID, nullable=True)
        outbox.alter_column("contact_id", existing_type=ID, nullable=True)
        outbox.drop_constraint("uq_outbox_template_message_id", type_="unique")
        outbox.add_column(sa.Column("request_id", ID, nullable=True))
        outbox.add_column(sa.Column("cause", sa.String(length=160), nullable=False, server_default=""))
        outbox.add_column(sa.Column("facts", sa.JSON(), nullable=False, server_default="{}"))
        outbox.add_column(sa.Column("text_digest", sa.String(length=64), nullable=True))
        outbox.add_column(sa.Column("failure", sa.String(length=40), nullable=True))
        outbox.add_column(sa.Column("decided_by", sa.String(length=40), nullable=True))
        outbox.add_column(sa.Column("decided_why", sa.String(length=40), nullable=True))
        for name in ADDED:
            outbox.add_column(sa.Column(name, sa.DateTime(timezone=True), nullable=True))
        outbox.create_foreign_key(op.f("fk_outbox_request_id_requests"), "requests", ["request_id"], ["id"])
    op.execute(r"UPDATE outbox SET cause = template || '\:mail/' || message_id")
    with op.batch_alter_table("outbox", naming_convention=NAMES) as outbox:
        outbox.alter_column("cause", existing_type=sa.String(length=160), server_default=None)
        outbox.alter_column("facts", existing_type=sa.JSON(), server_default=None)
        outbox.create_unique_constraint(op.f("uq_outbox_cause"), ["cause"])
    op.create_index(op.f("ix_outbox_request_id"), "outbox", ["request_id"], unique=False)
    op.create_index("ix_outbox_state_next", "outbox", ["state", "next_try_at"], unique=False)
    op.create_table(
        "replies",
        sa.Column("message_id", ID, nullable=False),
        sa.Column("letter_id", ID, nullable=False),
        sa.Column("joined", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["outbox.id"], name=op.f("fk_replies_letter_id_outbox")),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_replies_message_id_messages")),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_replies")),
    )
    op.create_index(op.f("ix_replies_letter_id"), "replies", ["letter_id"], unique=False)


def downgrade() -> None:
    op.drop_table("replies")
    op.execute("DELETE FROM outbox WHERE message_id IS NULL OR contact_id IS NULL OR request_id IS NOT NULL")
    op.drop_index("ix_outbox_state_next", table_name="outbox")
    op.drop_index(op.f("ix_outbox_request_id"), table_name="outbox")
    with op.batch_alter_table("outbox", naming_convention=NAMES) as outbox:
        outbox.drop_constraint("uq_outbox_cause", type_="unique")
        outbox.drop_constraint("fk_outbox_request_id_requests", type_="foreignkey")
        for name in ("request_id", "cause", "facts", "text_digest", "failure", "decided_by", "decided_why", *ADDED):
            outbox.drop_column(name)
        outbox.alter_column("message_id", existing_type=ID, nullable=False)
        outbox.alter_column("contact_id", existing_type=ID, nullable=False)
        outbox.create_unique_constraint(op.f("uq_outbox_template_message_id"), ["template", "message_id"])
