"""`workbench pay`: who may take which step, in which order, and what is wrong use."""

import json
import re

import pytest
from pay_office import ANA, FIN, OPS, Q2, Q3
from typer.testing import CliRunner

from workbench.cli import app
from workbench.errors import ConflictError, ParameterError, RefusedError, UnknownNameError


@pytest.mark.parametrize(("step", "who", "says"), [
    ("check", ("--as", "F01:finance"), "F01 (finance) cannot check a pay run. Who may: sales ops."),
    ("check", ("--as", "ana:sales_ops"), "somebody else in sales ops does"),
    ("check", ANA, "ana (rep) cannot check a pay run"),
    ("approve", OPS, "o1 (sales ops) cannot approve a pay run. Who may: finance."),
    ("approve", ("--as", "o1:finance"), "o1 cannot act as finance here; F01, F02 can"),
    ("status", ANA, "ana (rep) cannot read a pay run"),
    ("status", ("--as", "m1:manager"), "m1 (manager) cannot read a pay run"),
])  # fmt: skip
def test_a_step_is_for_those_the_rules_name(pay, step, who, says):
    pay("run", *Q2, *OPS)
    if step == "approve":
        pay("check", *Q2, *OPS)

    with pytest.raises(RefusedError, match=re.escape(says)):
        pay(step, *Q2, *who)


def test_who_checked_does_not_approve(pay):
    pay.rewrite("workbench.toml", '["F01", "F02"]', '["F01", "o1"]')
    pay("run", *Q2, *OPS)
    pay("check", *Q2, *OPS)

    with pytest.raises(RefusedError, match="two people look at every run"):
        pay("approve", *Q2, "--as", "o1:finance")


def test_a_step_is_taken_once_and_in_its_order(pay):
    pay("run", *Q2, *OPS)
    with pytest.raises(ParameterError, match="2026-Q2 is a draft, so it cannot be approved"):
        pay("approve", *Q2, *FIN)
    pay("check", *Q2, *OPS)
    pay("approve", *Q2, *FIN)
    with pytest.raises(ConflictError, match="was approved by F01 on"):
        pay("approve", *Q2, "--as", "F02:finance")
    with pytest.raises(ConflictError, match="cannot be withdrawn"):
        pay("withdraw", *Q2, "--because", "Wrong.", *OPS)
    with pytest.raises(ConflictError, match="ana in 2026-Q2"):
        pay("run", *Q2, "--reps", "ana", *OPS)


@pytest.mark.parametrize("step", ["check", "approve"])
@pytest.mark.parametrize(("file", "old", "new", "says"), [
    ("deals.csv", "1000", "1001", "another snapshot since"),
    ("plans/ae.toml", 'rate = 0.1', 'rate = 0.2', "Plan ae was changed since 2026-Q2"),
])  # fmt: skip
def test_a_draft_that_data_or_plans_have_overtaken_is_refused(pay, step, file, old, new, says):
    pay("run", *Q2, *OPS)
    if step == "approve":
        pay("check", *Q2, *OPS)
    pay.rewrite(file, old, new)
    words = ["snapshot", "--workspace", str(pay.folder)]
    assert CliRunner().invoke(app, words).exit_code == 0

    with pytest.raises(ParameterError, match=says):
        pay(step, *Q2, *(FIN if step == "approve" else OPS))
    assert json.loads(pay("status", *Q2, *OPS, "--format", "json"))[0]["state"] == (
        "checked" if step == "approve" else "draft"
    )


@pytest.mark.parametrize(("words", "error", "says"), [
    (("check", "--run", "2026-Q9"), UnknownNameError, "There is no pay run '2026-Q9'"),
    (("check", *Q2, "--run", "2026-Q2"), ParameterError, "not by both"),
    (("check", *Q3), ParameterError, "There is no pay run of 2026-Q3"),
    (("status", "--format", "xml"), UnknownNameError, "no format 'xml'"),
    (("run", *Q2, "--reps", "anna"), UnknownNameError, "Did you mean 'ana'"),
    (("run", *Q2, "--plan", "ea"), UnknownNameError, "Known: 'ae'"),
    (("run", "--period", "2026-Q4"), ParameterError, "ends on 2026-12-31"),
    (("disputes", "--amount", "3"), ParameterError, "--accept ID, --refuse ID"),
    (("disputes", "--accept", "x", "--amount", "3"), ParameterError, "add --because"),
    (("disputes", "--accept", "x", "--because", "y"), ParameterError, "'' is not an amount"),
    (("disputes", "--refuse", "x", "--amount", "3", "--because", "y"), ParameterError, "leave out"),
    (("disputes", "--hand-over", "x"), ParameterError, "--to finance --due"),
    (("disputes", "--accept", "x", "--refuse", "x"), ParameterError, "Give one of --accept"),
])  # fmt: skip
def test_wrong_use_is_told_with_the_next_step(pay, words, error, says):
    pay("run", *Q2, *OPS)

    with pytest.raises(error, match=re.escape(says)):
        pay(*words, *OPS)


def test_before_the_first_run_nothing_is_made(pay):
    with pytest.raises(ParameterError, match="Make one: workbench pay run"):
        pay("check", *Q2, *OPS)
    assert pay("status", *OPS, "--format", "json") == "[]\n"
    assert pay("status", *OPS, "--lang", "en") == "There is no pay run yet.\n"
    assert pay("disputes", *ANA, "--lang", "en") == "There is no dispute.\n"
    with pytest.raises(RefusedError, match="cannot read a pay run"):
        pay("status", *ANA)
    with pytest.raises(RefusedError, match="names nobody of support team"):
        pay("disputes", "--as", "s1:support")
    assert not (pay.folder / "store.db").exists()
