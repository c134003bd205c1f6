"""`workbench pay`, as people type it: a run from its draft to what the next one takes back."""

import json

import pytest
from pay_office import ANA, FIN, OPS, Q2, Q3, doubted, rows_of

from workbench.errors import ConflictError, RefusedError


def test_a_run_goes_from_its_draft_to_payroll(pay, tmp_path):
    assert pay("run", *Q2, *OPS) == "2026-Q2\n"
    assert "2 份结算单，合计240.00元" in pay.said
    assert "checked" in json.loads(pay("check", *Q2, *OPS, "--format", "json"))["state"]
    assert pay("approve", *Q2, *FIN) == "approved\n"
    assert "已核发 2 份，共 2 份。" in pay.said
    assert pay("paid", *Q2, *FIN) == "paid\n"
    (listed,) = json.loads(pay("status", *OPS, "--format", "json"))
    assert listed["totals"] == {"CNY": "240.00"}
    assert [(step["step"], step["person"]) for step in listed["steps"]] == [
        ("draft", "o1"), ("checked", "o1"), ("approved", "F01"), ("paid", "F01"),
    ]  # fmt: skip
    file = tmp_path / "payroll.csv"
    assert pay("export", *Q2, "--to", str(file), *FIN) == f"{file}\n"
    ana, bo = rows_of(file)
    assert (ana["rep_id"], ana["team"], ana["plan"]) == ("ana", "East", "ae 1")
    assert (ana["component/ae/A"], ana["gross"], ana["deferred"], ana["pay"]) == (
        "100", "100", "-20", "80",
    )  # fmt: skip
    assert (bo["name"], bo["pay"], bo["status"]) == ("'=Bo", "160", "")
    assert len(ana["statement_hash"]) == 64
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_deal_that_fell_through_is_taken_back_by_the_next_run(pay, tmp_path):
    pay.issue(Q2)
    pay.rewrite("deals.csv", "D1,ana,true,true", "D1,ana,true,false")
    pay("run", *Q3, *OPS)
    pay("check", *Q3, *OPS)
    pay("approve", *Q3, *FIN)
    file = tmp_path / "q3.csv"
    pay("export", *Q3, "--to", str(file), *FIN)
    ana, bo = rows_of(file)

    # 240 of D3 (a fifth of 300 waits), less the 80 that D1 was paid; bo's 40 of D2 came free
    assert (ana["gross"], ana["clawback"], ana["pay"]) == ("300", "-80", "160")
    assert (bo["released"], bo["pay"]) == ("40", "40")
    (q2,) = json.loads(pay("status", *Q2, *OPS, "--format", "json"))
    assert q2["totals"] == {"CNY": "240.00"}  # what was paid stays paid


def test_an_accepted_dispute_is_paid_by_the_next_run(pay):
    pay.issue(Q2)
    item = doubted(pay, "A/D1", "My rate was 12 %.")
    told = pay("disputes", *ANA, "--lang", "en")
    assert item in told
    assert "My rate was 12 %." in told
    because = ("--because", "Right: the contract says so.")
    assert pay("disputes", "--accept", item, "--amount", "20", *because, *OPS) == "accepted\n"
    (found,) = json.loads(pay("disputes", *ANA, "--format", "json"))
    assert (found["state"], found["amount"], found["answer"]) == ("accepted", "20.00", because[1])
    pay("run", *Q3, *OPS)
    checks = json.loads(pay("check", *Q3, *OPS, "--format", "json"))

    sums = {(e["by"], e["name"]): e["sum"] for e in checks["totals"] if e["by"] == "kind"}
    assert sums["kind", "adjustments"] == "20.00"


def test_a_refused_dispute_keeps_its_answer_and_pays_nothing(pay):
    pay.issue(Q2)
    item = doubted(pay, "A", "Too little.")
    answer = ("disputes", "--refuse", item, "--because", "It is by plan.", *FIN)
    with pytest.raises(RefusedError, match="sales ops does, or hands it over"):
        pay(*answer)
    pay("disputes", "--hand-over", item, "--to", "finance", "--due", "2020-01-31", *OPS)
    assert "2020-01-31, overdue" in pay("disputes", *OPS, "--lang", "en")
    assert "2020-01-31，已逾期" in pay("disputes", *OPS)
    assert pay(*answer) == "refused\n"
    with pytest.raises(ConflictError, match="refused this already"):
        pay("disputes", "--accept", item, "--amount", "5", "--because", "Yes.", *FIN)
    pay("run", *Q3, *OPS)
    checks = json.loads(pay("check", *Q3, *OPS, "--format", "json"))

    assert "It is by plan." in pay("disputes", "--rep", "ana", *OPS)
    assert not [each for each in checks["totals"] if each["name"] == "adjustments"]


@pytest.mark.parametrize(("lang", "state", "no_plan"), [
    ("zh", "2026-Q2，已复核：2026年4月1日–6月30日", "本期在职而不在任何方案上的有 1 人：cy Cy"),
    ("en", "2026-Q2, checked: 1 Apr – 30 Jun 2026", "on no plan: cy Cy"),
])  # fmt: skip
def test_the_checks_are_told_in_both_languages(pay, lang, state, no_plan):
    pay("run", *Q2, *OPS)
    told = pay("check", *Q2, *OPS, "--lang", lang)

    assert told.startswith(state)
    assert no_plan in told
    assert "240.00" in told


def test_checks_are_held_against_the_period_before(pay):
    pay.issue(Q2)
    pay("run", *Q3, *OPS)
    told = json.loads(pay("status", "--run", "2026-Q3", *OPS, "--format", "json"))

    assert (told["state"], told["last"]) == ("draft", "2026-Q2")
    assert (told["totals"][0]["last"], told["totals"][0]["sum"]) == ("240.00", "300.00")


def test_a_later_period_is_nothing_an_earlier_run_is_held_against(pay):
    pay.issue(Q2)
    pay.issue(Q3)

    assert json.loads(pay("status", "--run", "2026-Q2", *OPS, "--format", "json"))["last"] == ""


def test_a_further_run_of_a_period_knows_who_was_issued_it(pay):
    pay("run", *Q2, "--reps", "ana", *OPS)
    pay("check", *Q2, *OPS)
    pay("approve", *Q2, *FIN)
    pay("run", *Q2, *OPS)
    told = json.loads(pay("check", *Q2, *OPS, "--format", "json"))
    found = {each["code"]: each["reps"] for each in told["findings"]}

    assert (told["run"], told["statements"], told["last"]) == ("2026-Q2.2", 1, "")
    assert found["no-plan"] == ["cy"]  # not Ana, who is on a plan and was issued


def test_a_later_draft_takes_the_place_of_an_open_one(pay):
    pay("run", *Q2, *OPS)
    assert pay("run", *Q2, "--reps", "Ana", *OPS) == "2026-Q2.2\n"
    pay("withdraw", *Q2, "--because", "Not yet.", *OPS)

    told = json.loads(pay("status", *Q2, *OPS, "--format", "json"))
    assert [(each["run"], each["state"], each["statements"]) for each in told] == [
        ("2026-Q2", "replaced", 2), ("2026-Q2.2", "withdrawn", 1),
    ]  # fmt: skip
    assert told[1]["steps"][-1]["why"] == "Not yet."


def test_what_only_reads_writes_nothing(pay):
    pay.issue(Q2)
    doubted(pay, "A", "Too little.")
    before = pay.files()
    for words in (
        ("status", *OPS), ("status", *Q2, *OPS), ("status", "--run", "2026-Q2", *OPS),
        ("disputes", *OPS), ("disputes", *ANA),
    ):  # fmt: skip
        pay(*words)

    assert pay.files() == before


def test_a_rep_reads_the_own_disputes_and_no_others(pay):
    pay.issue(Q2)
    doubted(pay, "A", "Too little.")

    assert "Too little." in pay("disputes", *ANA)
    assert "Too little." not in pay("disputes", "--as", "bo:rep")
    with pytest.raises(RefusedError, match="of somebody else"):
        pay("disputes", "--rep", "ana", "--as", "bo:rep")
