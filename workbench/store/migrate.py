"""Bring a database to the present schema."""

from importlib.resources import files

from sqlalchemy import Connection, Engine, inspect, text

from workbench.errors import StoreError
from workbench.store.faults import way_back

HEAD = "0016"  # the latest migration; a test holds it against the folder
_LOCK = 7_403_218  # any number; two processes that open a fresh PostgreSQL wait for each other


def migrate(engine: Engine) -> None:
    """Run the migrations a database lacks; none when it is up to date.

    Raises
    ------
    StoreError
        When a newer version of the workbench wrote it, or it is the file of something else.
    """
    with engine.connect() as connection, connection.begin():
        current = _revision(connection)
        if current == HEAD:
            return  # nothing to do: alembic, which takes a while to load, is not needed
        if current is None:
            _require_empty(engine, connection)
    _upgrade(engine)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _require_empty(engine: Engine, connection: Connection) -> None:
    """Refuse to make tables beside those of something else; a server may hold several things."""
    if engine.dialect.name != "sqlite":
        return
    found = inspect(connection).get_table_names()
    if found:
        place = engine.url.render_as_string(hide_password=True)
        raise StoreError(
            f"{place} could not be read: it is no store, it holds {', '.join(found[:3])}. Name "
            "another file in [store] url of workbench.toml, or move this one away."
        )


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
            place = engine.url.render_as_string(hide_password=True)
            raise StoreError(
                f"{place} could not be read: a newer workbench wrote this store (revision "
                f"{current}, this one knows {HEAD}). Update the workbench. {way_back(engine)}"
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
