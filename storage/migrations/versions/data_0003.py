"""The events of requests, and what the requests themselves remember of them."""

import sqlalchemy as sa
from alembic import op

revision = "data_0003"
down_revision = "data_0002"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("requests", sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False))
    op.add_column("requests", sa.Column("paused", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    events = op.create_table(
        "request_events",
        sa.Column("id", ID, nullable=False),
        sa.Column("request_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=60), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["request_id"], ["requests.id"], name=op.f("fk_request_events_request_id_requests")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_events")),
        sa.UniqueConstraint("request_id", "number", name=op.f("uq_request_events_request_id_number")),
    )
    op.create_index(op.f("ix_request_events_at"), "request_events", ["at"], unique=False)
    _begin_the_lives(events)
    _forbid_changes()


def _begin_the_lives(events: sa.Table) -> None:
    """A request that is there already was received, and nothing else has happened to it."""
    requests = sa.table("requests", *map(sa.column, ("id", "kind", "certain")), sa.column("received_at", sa.DateTime(timezone=True)))
    rows = op.get_bind().execute(sa.select(requests.c.id, requests.c.kind, requests.c.certain, requests.c.received_at)).all()
    first = {"number": 1, "kind": "received", "actor": "system", "reason": ""}
    told = [(row.id, row.received_at, {"kind": row.kind, "certain": int(row.certain)}) for row in rows]
    lives = [{"request_id": request_id, "at": at, "details": details} | first for request_id, at, details in told]
    if lives:
        op.bulk_insert(events, lives)


def _forbid_changes() -> None:
    # Deleting stays possible: the skeleton of a case goes when its time is up.
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER request_events_no_update BEFORE UPDATE ON request_events "
            "BEGIN SELECT RAISE(ABORT, 'what happened to a request is not changed'); END"
        )
        return
    op.execute(
        "CREATE FUNCTION request_events_stay() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'what happened to a request is not changed'; END $$"
    )
    op.execute(
        "CREATE TRIGGER request_events_no_update BEFORE UPDATE ON request_events FOR EACH STATEMENT EXECUTE FUNCTION request_events_stay()"
    )


def downgrade() -> None:
    op.drop_table("request_events")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION request_events_stay")
    op.drop_column("requests", "paused")
    op.drop_column("requests", "version")
