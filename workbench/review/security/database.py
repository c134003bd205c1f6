"""What the database lets the workbench's role, and others, do beyond what the workbench does."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from workbench.review.security.finding import DoesNotApplyError, Finding, UncheckedError, some
from workbench.sources.workspace import Workspace
from workbench.store.schema import metadata

# Rows of these are only added: a trigger refuses every change, which who owns the table may drop
_ONLY_ADDED = ("audit", "pay_run", "pay_step", "pay_statement", "pay_issued")


def database_faults(workspace: Workspace) -> Iterator[Finding]:
    """Find rights in a PostgreSQL store that nobody needs; nothing is migrated or written.

    Raises
    ------
    DoesNotApplyError
        Where the store is a file.
    UncheckedError
        When the database cannot be asked.
    """
    url = workspace.rules.store.url
    if not url or make_url(url).get_backend_name() != "postgresql":
        raise DoesNotApplyError
    with _asked(url) as connection:
        yield from _of_the_role(connection)
        yield from _of_everybody(connection)
        yield from _of_the_way(connection)


@contextmanager
def _asked(url: str) -> Iterator[Connection]:
    engine = create_engine(url, connect_args={"connect_timeout": 10})
    try:
        with engine.connect() as connection:
            yield connection
    except SQLAlchemyError as reason:  # without the URL, which may hold a password
        told = str(getattr(reason, "orig", "") or type(reason).__name__).strip().splitlines()[0]
        raise UncheckedError(told) from reason
    finally:
        engine.dispose()


def _of_the_role(connection: Connection) -> Iterator[Finding]:
    role, is_super = connection.execute(
        text("SELECT rolname, rolsuper FROM pg_roles WHERE rolname = current_user")
    ).one()
    if is_super:
        yield Finding("database-superuser", {"role": role})
        return
    owned = _tables(connection, "pg_has_role(current_user, c.relowner, 'USAGE')")
    if owned:
        yield Finding("database-owner", {"role": role, "tables": some(owned)})
        return
    may = " OR ".join(
        f"has_table_privilege(c.oid, '{verb}')" for verb in ("UPDATE", "DELETE", "TRUNCATE")
    )
    found = [name for name in _tables(connection, may) if name in _ONLY_ADDED]
    if found:
        told = {"role": role, "tables": some(found), "all": ", ".join(found)}
        yield Finding("database-changes", told)


def _of_everybody(connection: Connection) -> Iterator[Finding]:
    granted = "EXISTS (SELECT 1 FROM aclexplode(c.relacl) a WHERE a.grantee = 0)"
    found = _tables(connection, granted)
    if found:
        yield Finding("database-public", {"tables": some(found), "all": ", ".join(found)})


def _of_the_way(connection: Connection) -> Iterator[Finding]:
    """Find a connection over a network that is not encrypted; a socket or this machine is none."""
    server, is_encrypted, is_here = connection.execute(
        text(
            "SELECT host(inet_server_addr()), (SELECT ssl FROM pg_stat_ssl"
            " WHERE pid = pg_backend_pid()), coalesce(inet_server_addr() <<= '127.0.0.0/8'"
            " OR inet_server_addr() = '::1', true)"
        )
    ).one()
    if not is_here and not is_encrypted:
        yield Finding("database-plain", {"server": server})


def _tables(connection: Connection, where: str) -> list[str]:
    """List the workbench's own tables that are there and of which something holds."""
    found = connection.execute(
        text(
            "SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p')"
            f" AND c.relnamespace = current_schema()::regnamespace AND ({where}) ORDER BY 1"
        )
    ).scalars()
    own = {*metadata.tables, "alembic_version"}
    return [name for name in found if name in own]
