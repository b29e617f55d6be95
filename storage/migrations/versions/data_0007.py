"""Launches of the agent panel that have been used."""

import sqlalchemy as sa
from alembic import op

revision = "data_0007"
down_revision = "data_0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "panel_launches",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_panel_launches")),
    )
    op.create_index(op.f("ix_panel_launches_expires_at"), "panel_launches", ["expires_at"])


def downgrade() -> None:
    op.drop_table("panel_launches")
