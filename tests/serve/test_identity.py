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


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("R13", "R13"),
        ("张三@example.com".encode().decode("latin-1"), "张三@example.com"),
        ("R13,R14", "R13,R14"),  # one name with a comma: nobody is called that
        ("R 13", "R 13"),
    ],
)
def test_a_name_is_read_as_it_was_sent(sent, read):
    assert ProxyIdentity().get_user(asking("127.0.0.1", sent)).username == read


@pytest.mark.parametrize("sent", ["", "\xff\xfe", "R13\xc2\xa0", "x" * 201])
def test_what_is_no_name_names_nobody(sent):
    assert ProxyIdentity().get_user(asking("127.0.0.1", sent)) is None
