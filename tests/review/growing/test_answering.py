"""Only the people workbench.toml names act as support, for the desks growth.toml gives them."""

import pytest

from workbench.errors import RefusedError
from workbench.review.acting import require_named
from workbench.review.growing.answering import desks_of
from workbench.sources.workspace import open_workspace
from workbench.store import Actor

NAMED = (
    '[roles]\nsupport = ["S01", "S02"]\nfinance = ["S01"]\n[people]\naliases = { "S00" = "S01" }\n'
)
GROWTH = """
[[desk]]
key = "presales"
label = { zh = "售前", en = "Pre-sales" }
owner = "S00"
[[desk]]
key = "service"
label = { zh = "客服", en = "Service" }
owner = "kim"
people = ["S02", "S01"]
[[desk]]
key = "marketing"
label = { zh = "市场", en = "Marketing" }
"""
TABLES = '[tables.reps]\nfile = "reps.csv"\n[tables.deals]\nfile = "deals.csv"\n'
PRESALES = {"presales", "售前", "Pre-sales"}
SERVICE = {"service", "客服", "Service"}


@pytest.fixture
def office(tmp_path):
    def make(toml):
        (tmp_path / "workbench.toml").write_text(toml + TABLES, encoding="utf-8")
        (tmp_path / "growth.toml").write_text(GROWTH, encoding="utf-8")
        return open_workspace(tmp_path)

    return make


def test_desks_are_those_of_the_owner_and_who_answers_beside_them_under_any_id(office):
    space = office(NAMED)

    assert desks_of(space, Actor("S01", "support")) == PRESALES | SERVICE
    assert desks_of(space, Actor("S00", "support")) == PRESALES | SERVICE
    assert desks_of(space, Actor("S02", "support")) == SERVICE


def test_another_role_answers_for_no_desk(office):
    for role in ("rep", "manager", "sales_ops", "hr", "finance"):
        assert desks_of(office(NAMED), Actor("S01", role)) == frozenset()


@pytest.mark.parametrize("person", ["S03", "s01", "kim"])
def test_others_are_refused_with_those_who_do(office, person):
    says = rf"{person} cannot act as support team here; S01, S02 can"
    with pytest.raises(RefusedError, match=says):
        desks_of(office(NAMED), Actor(person, "support"))


def test_where_nobody_is_named_nobody_is_support_and_the_line_is_given(office):
    with pytest.raises(RefusedError) as refused:
        require_named(office(""), Actor("S01", "support"))

    sentence, lines = str(refused.value).split("\n", 1)
    assert sentence.endswith("Name who does:")
    require_named(office(lines + "\n"), Actor("S01", "support"))
