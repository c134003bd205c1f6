"""Rights in a real PostgreSQL that nobody needs are found, each with the line that takes it."""

import uuid

import pytest

from workbench.store import open_store

RIGHTS = "rights in the database"


@pytest.fixture
def database(server, setting):
    """A store made by its owner, opened by a role that owns nothing; and SQL as the superuser."""
    name, role, owner = (f"{kind}_{uuid.uuid4().hex[:12]}" for kind in ("db", "role", "owner"))
    server.psql(f"CREATE DATABASE {name};")
    address = server.get_uri(database=name)
    url = address.replace("postgresql://", "postgresql+psycopg://")
    open_store(url).engine.dispose()

    def run(sql):
        server.psql(f"\\connect {name}\n{sql.format(role=role, owner=owner)}")

    run("CREATE ROLE {role} LOGIN; CREATE ROLE {owner};")
    run("GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO {role};")
    run.role, run.super_url = role, url
    run.url = url.replace("postgres:", f"{role}:", 1).replace("postgres@", f"{role}@", 1)
    setting.toml(f'[store]\nurl = "{run.url}"\n')
    yield run
    run("DROP OWNED BY {role}, {owner}; DROP ROLE {role}, {owner};")


def test_a_role_that_only_reads_and_adds_is_well(database, setting):
    assert database.role in database.url
    assert setting.found(RIGHTS) == []


def test_a_superuser_is_found(database, setting):
    setting.toml(f'[store]\nurl = "{database.super_url}"\n')

    (line,) = setting.found(RIGHTS)
    assert "a superuser" in line
    assert "CREATE ROLE workbench LOGIN" in line


def test_the_owner_of_a_table_is_found_also_by_a_role_it_is_in(database, setting):
    database("ALTER TABLE audit OWNER TO {owner}; GRANT {owner} TO {role};")

    (line,) = setting.found(RIGHTS)
    assert f"{database.role} owns the tables (audit)" in line


@pytest.mark.parametrize("verb", ["UPDATE", "DELETE", "TRUNCATE"])
def test_a_right_to_change_what_is_only_added_to_is_found(database, setting, verb):
    database(f"GRANT {verb} ON pay_step TO {{role}}; GRANT {verb} ON entry TO {{role}};")

    (line,) = setting.found(RIGHTS)
    assert f"REVOKE UPDATE, DELETE, TRUNCATE ON pay_step FROM {database.role};" in line


def test_what_everybody_may_read_is_found(database, setting):
    database("GRANT SELECT ON review TO PUBLIC;")

    (line,) = setting.found(RIGHTS)
    assert line.endswith("Run: REVOKE ALL ON review FROM PUBLIC;")


def test_a_database_that_does_not_answer_is_said_and_is_no_good_news(setting):
    setting.toml('[store]\nurl = "postgresql+psycopg://wb@127.0.0.1:9/db"\n')
    report = setting.report()

    assert report.code == 2
    assert "?     rights in the database: could not be checked: " in report.text
