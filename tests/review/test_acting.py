"""Only the people workbench.toml names act as finance."""

import pytest

from workbench.errors import RefusedError
from workbench.review.acting import require_named
from workbench.store import Actor

NAMED = '[roles]\nfinance = ["F01", "F02"]\n[people]\naliases = { "F00" = "F01" }\n'


def test_who_is_named_acts_as_finance_under_any_id(company):
    workspace = company(toml=NAMED).workspace

    assert workspace.finance == ("F01", "F02")
    for person in ("F01", "F02", "F00"):
        require_named(workspace, Actor(person, "finance"))


@pytest.mark.parametrize("person", ["F03", "f01", "ana"])
def test_others_are_refused_with_those_who_do(company, person):
    workspace = company(toml=NAMED).workspace
    with pytest.raises(RefusedError, match=rf"{person} cannot act as finance here; F01, F02 can"):
        require_named(workspace, Actor(person, "finance"))

    require_named(workspace, Actor(person, "sales_ops"))  # no other role is asked for


def test_where_nobody_is_named_nobody_is_finance_and_the_line_is_given(company):
    workspace = company().workspace
    with pytest.raises(RefusedError) as refused:
        require_named(workspace, Actor("F01", "finance"))

    sentence, lines = str(refused.value).split("\n", 1)
    assert sentence.endswith("Name who does:")
    named = company(toml=lines + "\n").workspace
    require_named(named, Actor("F01", "finance"))
