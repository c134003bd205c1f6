"""What the address of a served page may say, as its kernel hears it."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from workbench.errors import ParameterError, UnknownNameError
from workbench.widgets import address as heard
from workbench.widgets.address import PLACE, SECRET, SECRET_HEADER, WAITING, asked

GIVEN = {"rep_id": "R01", "period": "", "workspace": "data/demo", "lang": "zh", "actor": ""}


class _Telling(BaseHTTPRequestHandler):
    """Tells who has the secret what to show, once."""

    def do_POST(self):
        if self.headers[SECRET_HEADER] not in self.server.told:
            self.send_error(404)
            return
        answer = json.dumps(self.server.told.pop(self.headers[SECRET_HEADER])).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def telling():
    with HTTPServer(("127.0.0.1", 0), _Telling) as server:
        server.told = {}
        Thread(target=server.serve_forever, args=(0.01,)).start()
        yield server
        server.shutdown()


@pytest.fixture
def address(telling, monkeypatch):
    """Serve the page under an address, as the server tells a kernel."""
    heard._told.cache_clear()
    telling.told.clear()
    monkeypatch.setenv(PLACE, f"http://127.0.0.1:{telling.server_port}/told")
    monkeypatch.setenv(SECRET, "word")
    monkeypatch.setenv(WAITING, "False")

    def write(query, actor=""):
        telling.told["word"] = {"query": query, "actor": actor}

    yield write
    heard._told.cache_clear()


def test_a_notebook_in_jupyterlab_reads_no_address(monkeypatch):
    monkeypatch.setenv("QUERY_STRING", "rep=R13")

    assert asked(**GIVEN) == GIVEN


def test_what_to_show_is_asked_once_and_the_secret_is_gone_then(address):
    address("rep=R13")
    first = asked(**GIVEN)

    assert asked(**GIVEN) == first  # a notebook and what it calls both ask here
    assert SECRET not in heard.os.environ


def test_without_the_secret_there_is_nothing_to_show(address, monkeypatch):
    address("rep=R13")
    monkeypatch.setenv(SECRET, "another word")

    with pytest.raises(ParameterError, match="was not told what to show"):
        asked(**GIVEN)


def test_a_kernel_that_waited_waits_no_more(address, monkeypatch):
    address("rep=R13")
    monkeypatch.setenv(WAITING, "True")
    asked(**GIVEN)

    assert not heard.is_waiting()


def test_the_address_wins_over_the_notebook(address):
    address("rep=R13&period=2026-Q3&lang=en")

    assert asked(**GIVEN) == {**GIVEN, "rep_id": "R13", "period": "2026-Q3", "lang": "en"}


def test_a_name_with_a_space_or_in_chinese_arrives(address):
    address("rep=%E6%9D%8E%E9%9B%B7%20a")

    assert asked(**GIVEN)["rep_id"] == "李雷 a"


def test_names_the_notebook_does_not_have_are_passed_over(address):
    address("team=M03&token=abc")

    assert asked(**GIVEN) == GIVEN


@pytest.mark.parametrize("query", ["workspace=/etc", "actor=M03:manager", "surface=live"])
def test_files_and_the_person_acting_are_not_for_the_address_to_say(address, query):
    address(query)

    assert asked(**GIVEN) == GIVEN


def test_the_person_acting_is_whom_the_server_names(address):
    address("actor=M03:manager", "R13:rep")

    assert asked(**GIVEN)["actor"] == "R13:rep"


@pytest.mark.parametrize(
    "query",
    ["rep=" + "x" * 10_000, "rep=a%00b", "rep=a%0Ab", "rep=R13&rep_id=R14", "rep=%ff", "&a=1" * 30],
)
def test_what_no_name_looks_like_is_refused_in_a_sentence(address, query):
    address(query)

    with pytest.raises(ParameterError, match=r"\.$"):
        asked(**GIVEN)


def test_an_unknown_language_is_refused(address):
    address("lang=fr")

    with pytest.raises(UnknownNameError, match="There is no language 'fr'"):
        asked(**GIVEN)
