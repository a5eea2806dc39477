"""Alembic's environment: runs on the connection that `maquette.jobs.database.migrate` hands over."""

from alembic import context

from maquette.jobs.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table="maquette_migrations",
    transactional_ddl=True,  # also true of SQLite, whose dialect does not say so
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
