"""Bring a database to the present schema."""

from importlib.resources import files

from sqlalchemy import Connection, Engine, inspect, text

from workbench.errors import StoreError

HEAD = "0010"  # the latest migration; a test holds it against the folder
_LOCK = 7_403_218  # any number; two processes that open a fresh PostgreSQL wait for each other


def migrate(engine: Engine) -> None:
    """Run the migrations a database lacks; none when it is up to date.

    Raises
    ------
    StoreError
        When a newer version of the workbench wrote it.
    """
    with engine.connect() as connection, connection.begin():
        if _revision(connection) == HEAD:
            return  # nothing to do: alembic, which takes a while to load, is not needed
    _upgrade(engine)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _upgrade(engine: Engine) -> None:
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(files("workbench.store") / "migrations"))
    script = ScriptDirectory.from_config(config)
    with engine.execution_options(is_writing=True).connect() as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        current = _revision(connection)
        known = {revision.revision for revision in script.walk_revisions()}
        if current is not None and current not in known:
            raise StoreError(
                f"A newer workbench wrote this store (revision {current}). Update the workbench."
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
