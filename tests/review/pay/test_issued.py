"""What was paid stays paid: statements, documents and commands, while the files change."""

import json

import pytest
from paid_company import FINANCE, OPS, PaidCompany
from typer.testing import CliRunner

from workbench.cli import app
from workbench.errors import ConflictError, ParameterError, StoreError
from workbench.review.pay.running import Asked, make_run, require_fresh
from workbench.review.pay.text import statements_text
from workbench.review.sections.every import section
from workbench.snapshots import current_snapshot
from workbench.sources.workspace import open_workspace
from workbench.store.opening import store_of
from workbench.store.pay.finding import find_run
from workbench.store.pay.statements import lines_of
from workbench.store.schema import pay_statements


@pytest.fixture
def company(tmp_path):
    """Pay Ana 10,000 for D1 in the second quarter."""
    made = PaidCompany(tmp_path / "w")
    made.deal("D1", "ana", 100000, "2026-05-10")
    made.run("2026-Q2")
    return made


def command(company, *words):
    asked = [*words, "--workspace", str(company.folder)]
    told = CliRunner().invoke(app, asked, catch_exceptions=False)
    assert told.exit_code == 0, told.output
    return told.stdout


def test_a_paid_deal_that_turns_lost_is_taken_back_and_the_paid_quarter_stays(company):
    company.deal("D1", "ana", 100000, "2026-05-10", is_won="false")
    company.deal("D2", "ana", 50000, "2026-08-10")
    lines = company.run("2026-Q3")

    assert company.issued("ana", "2026-Q2").statement.pay == 10000
    (taken,) = company.issued("ana", "2026-Q3").statement.taken
    assert (taken.kept.row_id, taken.kept.period, taken.amount) == ("D1", "2026-Q2", 10000)
    assert (lines["ana"].pay, lines["ana"].figures["balance/due"]) == (0, "5000.00")


def test_a_refund_after_pay_on_cash_is_taken_back(tmp_path):
    company = PaidCompany(tmp_path / "w", terms='pay = "on_cash"')
    company.deal("D1", "ana", 100000, "2026-05-10")
    company.receipts = ["r1,D1,2026-06-01,2026-06-01,100000,100000,CNY"]
    assert company.run("2026-Q2")["ana"].pay == 10000
    company.receipts.append("r2,D1,2026-08-01,2026-08-01,0,-100000,CNY")
    lines = company.run("2026-Q3")

    assert lines["ana"].figures["balance/due"] == "10000.00"
    assert company.issued("ana", "2026-Q3").statement.taken[0].reason == "refunded"


def test_who_has_nothing_changed_goes_on_from_what_was_left(company):
    company.deal("D2", "ana", 50000, "2026-08-10")
    company.deal("D1", "ana", 90000, "2026-05-10")
    lines = company.run("2026-Q3")

    assert (lines["ana"].pay, lines["bo"].pay) == (4000, 0)
    assert lines["ana"].figures["cause/amount"] == "-1000.00"


def test_documents_and_the_command_show_what_was_issued_after_the_data_changed(company):
    company.deal("D1", "ana", 70000, "2026-05-10")
    company.write("2026-Q2")
    found = section("incentive", company.review("ana", "2026-Q2"))
    told = command(company, "statement", "ana", "--period", "2026-Q2")

    assert "10,000.00" in found.finding
    assert "approved by F1" in found.html
    assert "approved by F1" in told
    assert "10,000.00" in told


def test_recompute_prints_today_and_the_difference_line_by_line(company):
    company.deal("D1", "ana", 70000, "2026-05-10")
    company.write("2026-Q2")
    told = command(company, "statement", "ana", "--period", "2026-Q2", "--recompute")

    assert [line.split() for line in told.splitlines() if line.startswith("Commission ")][-1] == [
        "Commission", "10,000.00", "7,000.00", "−3,000.00",
    ]  # fmt: skip


def test_the_next_period_shows_what_the_next_run_would_pay(company):
    company.deal("D1", "ana", 70000, "2026-05-10")
    company.deal("D2", "ana", 50000, "2026-08-10")
    company.write("2026-Q3")
    (statement,) = company.review("ana", "2026-Q3").pay.statements
    html = section("incentive", company.review("ana", "2026-Q3")).html

    assert statement.pay == 5000 - 3000
    assert "Not issued yet" in html
    assert "Adjustments of earlier statements" in html


def test_what_was_issued_is_shown_though_the_plan_is_gone_or_broken(company):
    (company.folder / "plans" / "p.toml").write_text("id = 3", encoding="utf-8")
    (broken,) = company.review("ana", "2026-Q2").pay.statements
    (company.folder / "plans" / "p.toml").unlink()
    (gone,) = company.review("ana", "2026-Q2").pay.statements

    assert broken.pay == gone.pay == 10000


def test_json_tells_the_run_and_its_steps(company):
    text = statements_text(
        (company.issued("ana", "2026-Q2").statement,), "json", "en",
        company.review("ana", "2026-Q2").pay.ledger,
    )  # fmt: skip
    (told,) = json.loads(text)

    assert [each["step"] for each in told["issued"]["steps"]] == ["draft", "checked", "approved"]


def test_a_statement_that_was_changed_in_the_store_is_refused(company):
    store = store_of(open_workspace(company.folder))
    with store.engine.begin() as connection:
        kept = connection.execute(pay_statements.select()).mappings().first()
        for name in _triggers(connection):
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.execute(
            pay_statements.update()
            .where(pay_statements.c.rep_id == kept["rep_id"])
            .values(statement_hash="0" * 64)
        )
    store.engine.dispose()

    with pytest.raises(StoreError, match="comes out otherwise"):
        company.issued(kept["rep_id"], "2026-Q2")


def _triggers(connection):
    found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    return [name for (name,) in found]


def test_a_row_of_unknown_amount_is_a_line_and_the_sums_are_the_least(tmp_path):
    company = PaidCompany(tmp_path / "w")
    company.deal("D1", "ana", 100000, "2026-05-10")
    company.deal("D2", "ana", 500, "2026-05-11", currency="USD")
    lines = company.run("2026-Q2")
    told = command(company, "statement", "ana", "--period", "2026-Q2")

    assert (lines["ana"].is_partial, lines["ana"].figures["count/unknown"]) == (True, "1")
    assert "Amount unknown: D2" in told
    assert "at least 10,000.00" in told
    assert "unknown" in section("incentive", company.review("ana", "2026-Q2")).finding


def test_a_deal_won_before_the_plan_began_stands_in_the_statement(tmp_path):
    company = PaidCompany(tmp_path / "w")
    company.deal("D0", "ana", 100000, "2026-01-10")
    company.write("2026-Q1")
    plan = company.folder / "plans" / "p.toml"
    plan.write_text(plan.read_text("utf-8").replace("2026-01-01", "2026-02-01"), "utf-8")
    (statement,) = company.review("ana", "2026-Q1").pay.statements

    assert [(each.row_id, each.reason) for each in statement.not_counted] == [("D0", "no_plan")]


def test_a_run_needs_data_of_the_end_of_its_period(company):
    space, store = open_workspace(company.folder), store_of(open_workspace(company.folder))
    with pytest.raises(ParameterError, match="2026-Q3 ends on 2026-09-30"):
        make_run(space, store, OPS, Asked("2026-Q3"))
    store.engine.dispose()


def test_a_period_issued_is_not_issued_again(company):
    space, store = open_workspace(company.folder), store_of(open_workspace(company.folder))
    with pytest.raises(ConflictError, match="ana"):
        make_run(space, store, OPS, Asked("2026-Q2", reps=("ana",)))
    store.engine.dispose()


def test_a_draft_of_other_data_or_another_plan_does_not_go_on(company):
    company.deal("D2", "ana", 50000, "2026-08-10")
    company.write("2026-Q3")
    space = open_workspace(company.folder)
    store = store_of(space)
    run = find_run(store, OPS, make_run(space, store, OPS, Asked("2026-Q3")))
    require_fresh(space, run)
    plan = company.folder / "plans" / "p.toml"
    plan.write_text(plan.read_text("utf-8").replace('"1"', '"2"'), "utf-8")
    with pytest.raises(ParameterError, match="Plan p was changed"):
        require_fresh(space, run)
    company.deal("D3", "ana", 50000, "2026-08-11")
    company.write("2026-Q3")
    current_snapshot(space)
    with pytest.raises(ParameterError, match="another snapshot since"):
        require_fresh(space, run)
    store.engine.dispose()


def test_a_plan_edited_after_approval_stops_its_reps_alone_and_says_how_to_go_on(company):
    company.deal("D2", "ana", 50000, "2026-08-10")
    company.write("2026-Q3")
    plan = company.folder / "plans" / "p.toml"
    plan.write_text(plan.read_text("utf-8").replace("rate = 0.1", "rate = 0.2"), "utf-8")
    space = open_workspace(company.folder)
    store = store_of(space)
    run = make_run(space, store, OPS, Asked("2026-Q3"))
    faults = {each.rep_id: each.fault for each in lines(store, run)}
    store.engine.dispose()

    assert "still calls itself version '1'" in faults["ana"]


def lines(store, run):
    return lines_of(store, FINANCE, run)


def test_a_rep_who_left_the_table_is_told_and_not_taken_back_from(tmp_path):
    company = PaidCompany(tmp_path / "w", terms='pay = "on_cash"')
    company.deal("D1", "ana", 100000, "2026-05-10")
    company.run("2026-Q2")
    company.deals.clear()
    company.deal("D2", "bo", 50000, "2026-08-10")
    company.write("2026-Q3")
    (company.folder / "reps.csv").write_text("rep_id,name\nbo,Bo\n", "utf-8")
    plan = company.folder / "plans" / "p.toml"
    plan.write_text(plan.read_text("utf-8").replace('"ana", ', ""), "utf-8")
    space = open_workspace(company.folder)
    store = store_of(space)
    found = {
        each.rep_id: each for each in lines(store, make_run(space, store, OPS, Asked("2026-Q3")))
    }
    store.engine.dispose()

    assert "ana is in the reps table no more. 10000.00 is held" in found["ana"].fault
    assert found["bo"].fault == ""


def test_a_period_nobody_recorded_is_told(company, caplog):
    company.run("2026-Q3")

    assert "No day of 2026-Q3 is on record" in caplog.text
