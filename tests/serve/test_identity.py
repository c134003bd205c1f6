"""Whose word counts for who is there."""

from types import SimpleNamespace

import pytest
from tornado.httputil import HTTPHeaders

from workbench.serve.identity import ProxyIdentity


def asking(remote_ip, *names):
    headers = HTTPHeaders()
    for name in names:
        headers.add("X-Forwarded-User", name)
    return SimpleNamespace(request=SimpleNamespace(remote_ip=remote_ip, headers=headers))


def test_the_proxy_names_a_person():
    assert ProxyIdentity().get_user(asking("127.0.0.1", "R13")).username == "R13"


@pytest.mark.parametrize(
    "handler",
    [asking("10.0.0.9", "R13"), asking("127.0.0.1"), asking("127.0.0.1", "R13", "hr")],
    ids=["from elsewhere", "unnamed", "named twice"],
)
def test_nobody_elses_word_counts(handler):
    assert ProxyIdentity().get_user(handler) is None
