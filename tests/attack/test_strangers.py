"""Somebody nobody has named: nothing opens, nothing starts, nobody else is disturbed."""

import contextlib
import uuid

import pytest
import websocket
from hostile_line import Line
from looking import look

PATHS = ("voila/query/{}", "api/kernels/{}/channels", "voila/query/{}/", "query/{}")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("who", [None, "mallory", "R13"])
def test_a_made_up_address_opens_no_socket(as_, path, who):
    with pytest.raises((websocket.WebSocketException, OSError)):
        Line(as_(who), path.format(uuid.uuid4())).close()


def test_sockets_of_nobody_freeze_no_page(as_):
    """Two for one made-up id, the first closed before the second: that froze everybody once."""
    for path in PATHS:
        made_up = path.format(uuid.uuid4())
        lines = []
        for _ in range(2):
            with contextlib.suppress(websocket.WebSocketException, OSError):
                lines.append(Line(as_(None), made_up))
        for line in lines:
            line.close()

    seen = look(as_("R12"), "/write_review?rep=R12&lang=en")
    assert seen.answer.status == 200
    assert "Zq-R12-rep" in seen.words


@pytest.mark.parametrize("who", [None, "", " ", "mallory", "../R13", "R13,R14", "Aino Berg", "%52"])
def test_who_is_unknown_reads_no_name_and_starts_no_kernel(as_, kernels, who):
    before = kernels()
    for path in ("/", "/rep_review?rep=R13", "/write_review?rep=R13", "/explore", "/nothing"):
        answer = as_(who).ask(path)
        assert answer.status in (401, 403, 404)
        assert not answer.words
        assert "Cato" not in answer.body

    assert kernels() <= before
