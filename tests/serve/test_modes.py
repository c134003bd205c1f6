"""A desk is served to nobody else; others are served only with identity and a real store."""

import pytest

from workbench.errors import RefusedError, WorkspaceError
from workbench.serve.served import Serving
from workbench.serve.server import serve
from workbench.serve.visitor import is_shared

HEADER = '[serve]\nidentity = "header"\n'
POSTGRES = '[store]\nurl = "postgresql+psycopg://user@db/reviews"\n'


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "::", "example.com"])
def test_a_desk_refuses_every_host_but_loopback(company, host):
    space = company().workspace

    with pytest.raises(RefusedError, match=r"127\.0\.0\.1 only"):
        serve(space, Serving(host=host, port=0))


def test_postgresql_alone_is_still_a_desk(company):
    assert not is_shared(company(toml=POSTGRES).workspace)


def test_identity_over_a_file_is_refused(company):
    with pytest.raises(RefusedError, match="needs a store in PostgreSQL"):
        is_shared(company(toml=HEADER).workspace)


def test_identity_and_postgresql_are_shared_mode(company):
    assert is_shared(company(toml=POSTGRES + HEADER).workspace)


def test_a_taken_port_is_said_at_once(company):
    import socket  # noqa: PLC0415

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(WorkspaceError, match="cannot be used"):
            serve(company().workspace, Serving(port=port))
