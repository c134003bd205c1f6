"""Under which names a server answers, and to which pages."""

from types import SimpleNamespace

import pytest
from tornado.httputil import HTTPHeaders

from workbench.serve.guard import (
    LOOPBACK,
    is_asked_under,
    is_looked_at,
    is_own_page,
    is_taken_in,
    plain_host,
)


def request(host="127.0.0.1:8866", **headers):
    found = HTTPHeaders({name.replace("_", "-"): told for name, told in headers.items()})
    return SimpleNamespace(host=host, headers=found)


@pytest.mark.parametrize("host", ["127.0.0.1:8866", "localhost", "LOCALHOST:1", "[::1]:8866"])
def test_a_desk_is_asked_for_under_this_machines_own_names(host):
    assert is_asked_under(request(host), LOOPBACK)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8866", "127.0.0.1,x",
     "localhost@evil.example", "", "::1", "0x7f000001", "2130706433"],
)  # fmt: skip
def test_a_name_that_only_leads_here_is_refused(host):
    assert not is_asked_under(request(host), LOOPBACK)


def test_the_names_of_workbench_toml_are_the_only_ones():
    assert is_asked_under(request("Reviews.example.com"), ("reviews.example.com",))
    assert not is_asked_under(request("127.0.0.1:8866"), ("reviews.example.com",))
    assert is_asked_under(request("any.example.com"), ())
    assert is_asked_under(request("reviews.example.com:8443"), ("reviews.example.com:8443",))
    assert not is_asked_under(request("reviews.example.com"), ("reviews.example.com:8443",))


def test_a_host_that_is_no_name_gets_into_no_policy():
    assert plain_host(request("x; script-src *")) == "localhost"


@pytest.mark.parametrize("origin", ["http://127.0.0.1:8866", "https://127.0.0.1:8866"])
def test_our_own_pages_may_ask(origin):
    assert is_own_page(request(Origin=origin))


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "http://127.0.0.1:9999", "http://127.0.0.1", "file://",
     "http://127.0.0.1:8866.evil.example", "http://127.0.0.1:8866@evil.example", "http://[", ""],
)  # fmt: skip
def test_another_page_may_not(origin):
    assert not is_own_page(request(Origin=origin))
    assert not is_own_page(request(Sec_Websocket_Origin=origin))


def test_a_page_named_twice_has_to_be_ours_both_times():
    asked = request(Origin="http://127.0.0.1:8866")
    asked.headers.add("Origin", "http://evil.example")

    assert not is_own_page(asked)


def test_a_page_elsewhere_links_here_and_takes_nothing_in():
    assert is_taken_in(request(Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors"))
    assert is_taken_in(request(Sec_Fetch_Site="same-site", Sec_Fetch_Mode="cors"))
    assert not is_taken_in(request(Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate"))
    assert not is_taken_in(request(Sec_Fetch_Site="same-origin", Sec_Fetch_Mode="cors"))
    assert not is_taken_in(request())


def test_frames_pictures_and_guesses_open_no_page():
    assert is_looked_at(request())
    assert is_looked_at(request(Sec_Fetch_Dest="document"))
    assert not is_looked_at(request(Sec_Fetch_Dest="iframe"))
    assert not is_looked_at(request(Sec_Fetch_Dest="image"))
    assert not is_looked_at(request(Sec_Purpose="prefetch;prerender"))
