"""Somebody nobody has named: nothing opens, nothing starts, nobody else is disturbed."""

import contextlib
import time
import uuid
from urllib.parse import urlsplit

import pytest
import websocket
from hostile import Visitor
from hostile_line import Line

RULES = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
languages = ["en"]
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
"""
PATHS = ("voila/query/{}", "api/kernels/{}/channels", "voila/query/{}/", "query/{}")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("who", [None, "mallory", "R13"])
def test_a_made_up_address_opens_no_socket(as_, path, who):
    with pytest.raises((websocket.WebSocketException, OSError)):
        Line(as_(who), path.format(uuid.uuid4())).close()


@pytest.fixture(scope="module")
def waiting(serving, tmp_path_factory):
    """A server with a kernel that waits for its reader."""
    folder = tmp_path_factory.mktemp("waiting")
    for name, text in (
        ("workbench.toml", RULES),
        ("reps.csv", "rep_id,name,manager_id\nR12,Bela Cruz,M01\n"),
        ("deals.csv", "deal_id,rep_id,is_closed,is_won,close_on\nd,R12,true,true,2026-08-01\n"),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    return serving("coach", "R12", "--workspace", folder, "--no-browser")


@pytest.mark.slow
def test_sockets_of_nobody_keep_no_page_from_its_reader(waiting):
    """Two for one made-up id, the first closed before the second: that froze every page once."""
    place = urlsplit(waiting.address)
    base = f"{place.scheme}://{place.netloc}/"
    for _ in range(12):
        made_up = f"voila/query/{uuid.uuid4()}"
        lines = []
        for _ in range(2):
            with contextlib.suppress(websocket.WebSocketException, OSError):
                lines.append(Line(Visitor(base), made_up, origin=None))
        for line in lines:
            line.close()
            time.sleep(0.4)

    reader = Visitor(base)
    reader.ask(f"/?{waiting.address.partition('?')[2]}")
    answer = reader.ask("/coaching?rep=R12&lang=en", seconds=60)
    assert answer.status == 200
    assert "</html>" in answer.body


@pytest.mark.parametrize("who", [None, "", " ", "mallory", "../R13", "R13,R14", "Aino Berg", "%52"])
def test_who_is_unknown_reads_no_name_and_starts_no_kernel(as_, kernels, who):
    before = kernels()
    for path in ("/", "/rep_review?rep=R13", "/write_review?rep=R13", "/explore", "/nothing"):
        answer = as_(who).ask(path)
        assert answer.status in (401, 403, 404)
        assert not answer.words
        assert "Cato" not in answer.body

    assert kernels() <= before
