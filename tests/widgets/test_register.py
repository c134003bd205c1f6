"""The page of support: what is addressed to somebody, and an answer that is kept."""

from datetime import date

import pytest

from workbench.errors import RefusedError, UnknownNameError
from workbench.store import Actor
from workbench.store.registers import Line, add_line, lines_of
from workbench.widgets.register import open_register

TOML = """
[workspace]
languages = ["en"]
[calendar]
zone = "UTC"
[roles]
support = ["pat"]
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
"""
GROWTH = """
[[desk]]
key = "presales"
label = { zh = "售前", en = "Pre-sales" }
people = ["pat"]
[[desk]]
key = "service"
label = { zh = "客服", en = "Service" }
owner = "kim"
"""
ANA = Actor("ana", "rep")


@pytest.fixture
def office(tmp_path):
    """A workspace with one request to pat's desk and one to another."""
    (tmp_path / "workbench.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "growth.toml").write_text(GROWTH, encoding="utf-8")
    return tmp_path


@pytest.fixture
def page(office):
    opened = open_register("support", str(office), actor="pat:support", lang="en")
    for what, owner in (("a demo for Acme", "presales"), ("an invoice", "kim")):
        line = Line(
            register="support", what=what, rep_id="ana", owner=owner, due_on=date(2026, 9, 1)
        )
        add_line(opened.store, ANA, line)
    opened._show()
    yield opened
    opened.store.engine.dispose()


def test_support_sees_the_requests_of_the_own_desk_and_no_field_to_add_any(page):
    assert "a demo for Acme" in page.table.value
    assert "an invoice" not in page.table.value
    assert page.fields["what"] not in [
        each for box in page.widget.children for each in getattr(box, "children", ())
    ]


def test_an_answer_is_kept_and_the_request_is_asked_no_more(page):
    page.answering.text.value = "two slots on Monday"
    page.answering.answer()
    assert "Choose" in page.answering.said.value
    page.answering.line.value = page.answering.line.options[1][1]
    page.answering.answer()
    ended = [each for each in lines_of(page.store, ANA, "support") if each.outcome]

    assert [(each.what, each.outcome, each.ended_by) for each in ended] == [
        ("a demo for Acme", "two slots on Monday", "pat")
    ]
    assert page.answering.box.layout.display == "none"
    assert page.answering.text.value == ""


def test_an_empty_answer_is_refused_and_nothing_is_ended(page):
    page.answering.line.value = page.answering.line.options[1][1]
    page.answering.answer()

    assert "empty answer" in page.answering.said.value
    assert all(not each.outcome for each in lines_of(page.store, ANA, "support"))


def test_who_is_not_named_opens_no_page_of_support(office):
    with pytest.raises(RefusedError, match="max cannot act as support team here; pat can"):
        open_register("support", str(office), actor="max:support", lang="en")
    with pytest.raises(UnknownNameError, match="register"):
        open_register("secrets", str(office), actor="pat:support", lang="en")
