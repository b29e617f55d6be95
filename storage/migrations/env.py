"""Alembic's environment: the connection and the tables come from `storage.migrate`; there is no alembic.ini."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes["metadata"],
    compare_type=True,
)
context.run_migrations()
