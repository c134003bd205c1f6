"""Bring a database to the present schema."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from workbench.errors import StoreError

_LOCK = 7_403_218  # any number; two processes that open a fresh PostgreSQL wait for each other


def migrate(engine: Engine) -> None:
    """Run the migrations a database lacks; none when it is up to date.

    Raises
    ------
    StoreError
        When a newer version of the workbench wrote it.
    """
    config = Config()
    config.set_main_option("script_location", str(files("workbench.store") / "migrations"))
    script = ScriptDirectory.from_config(config)
    with engine.execution_options(is_writing=False).connect() as connection, connection.begin():
        if (
            MigrationContext.configure(connection).get_current_revision()
            == script.get_current_head()
        ):
            return
    with engine.execution_options(is_writing=True).connect() as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        current = MigrationContext.configure(connection).get_current_revision()
        known = {revision.revision for revision in script.walk_revisions()}
        if current is not None and current not in known:
            raise StoreError(
                f"A newer workbench wrote this store (revision {current}). Update the workbench."
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
