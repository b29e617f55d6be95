"""Mails whose words have had their time while the facts of their requests are kept on."""

import sqlalchemy as sa
from alembic import op

revision = "data_0006"
down_revision = "data_0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "emptied_mails",
        sa.Column("message_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("emptied_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_emptied_mails_message_id_messages")),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_emptied_mails")),
    )


def downgrade() -> None:
    op.drop_table("emptied_mails")
