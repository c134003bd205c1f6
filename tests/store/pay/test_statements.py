"""What was issued is read back as it was frozen, by whoever may, under any id of its rep."""

import json
from decimal import Decimal

import pytest
from paydesk import (
    ANA,
    BO,
    FIN,
    HR,
    MIA,
    OPS,
    Q2,
    Q3,
    checked,
    draft,
    drafted,
    head,
    issued,
    knowing,
)

from workbench.errors import ParameterError, RefusedError, StoreError
from workbench.store import open_store
from workbench.store.exchange import export_lines, import_lines
from workbench.store.pay.runs import begin_run, runs
from workbench.store.pay.statements import (
    frozen_of,
    issued_before,
    last_issued,
    lines_of,
    statement_of,
)
from workbench.store.pay.steps import approve_run, check_run, pay_run
from workbench.store.schema import metadata


def test_a_statement_comes_back_byte_for_byte_with_who_approved_it(store):
    long = draft(frozen="“汉”\r\n🙂" * 5000, is_partial=True, pay="-0.10")
    run = begin_run(store, OPS, head(), [long])
    check_run(store, OPS, run)
    assert statement_of(store, ANA, "ana", Q2) is None
    approve_run(store, FIN, run)
    found = statement_of(store, ANA, "ana", Q2)

    assert found.frozen == long.frozen
    assert (found.pay, found.is_partial, found.figures) == (
        Decimal("-0.10"), True, {"commission": "-0.10"},
    )  # fmt: skip
    assert (found.approved.person_id, found.paid) == ("f1", None)
    pay_run(store, FIN, run)
    assert statement_of(store, ANA, "ana", Q2).paid.person_id == "f1"


def test_a_sum_without_an_exponent_and_none_where_none_was_computed(store):
    drafts = [draft(pay="1E+3"), draft("bo", pay=None)]
    lines = lines_of(store, OPS, begin_run(store, OPS, head(), drafts))

    assert [str(each.pay) for each in lines] == ["1000", "None"]
    assert lines[1].fault == "A rate of USD is missing."


def test_what_was_issued_comes_in_the_order_it_was_approved(store):
    for period in (Q3, Q2, "2026-Q4"):  # a period may be paid late
        issued(store, "ana", period=period)
    issued(store, "bo")

    periods = [each.period for each in issued_before(store, OPS, "ana")]
    assert periods == [Q3, Q2, "2026-Q4"]
    assert all(each.frozen for each in issued_before(store, OPS, "ana"))
    last = last_issued(store, OPS)
    assert {rep: each.period for rep, each in last.items()} == {"ana": "2026-Q4", "bo": Q2}
    assert last["ana"].frozen == ""
    assert last["ana"].past == "p" * 64


def test_frozen_texts_of_many_runs_at_once(store):
    many = [f"r{number:04}" for number in range(1100)]
    first = issued(store, *many)
    second = drafted(store, "ana", period=Q3)
    found = frozen_of(store, FIN, [*((first, rep) for rep in many), (second, "ana"), (second, "x")])

    assert len(found) == 1101
    assert json.loads(found[first, "r1099"])["whose"] == "r1099"
    assert frozen_of(store, HR, [(second, "ana")]) == {}
    assert len(frozen_of(store, HR, [(first, "r0000")])) == 1


def test_what_was_issued_under_an_earlier_id_is_found_and_told_under_the_id_of_now(store):
    run = issued(store, "old")
    known = knowing(store, old="ana")
    (before,) = issued_before(known, ANA, "ana")

    assert (before.rep_id, before.kept_as) == ("ana", "old")
    assert statement_of(known, ANA, "old", Q2) == before
    assert statement_of(known, OPS, "ana", Q2) == before
    assert list(last_issued(known, OPS)) == ["ana"]
    assert [each.rep_id for each in lines_of(known, OPS, run)] == ["ana"]
    assert list(frozen_of(known, OPS, [(run, "ana")])) == [(run, "ana")]
    with pytest.raises(RefusedError):
        statement_of(store, ANA, "old", Q2)  # nobody said so yet


def test_two_statements_of_one_person_are_not_taken_for_one(store):
    run = issued(store, "ana", "old")
    known = knowing(store, old="ana")
    with pytest.raises(ParameterError, match="as ana in 2026-Q2, old in 2026-Q2"):
        statement_of(known, OPS, "ana", Q2)

    assert statement_of(known, OPS, "ana", Q2, kept_as="old").kept_as == "old"
    assert len(issued_before(known, OPS, "ana")) == 2
    texts = frozen_of(known, OPS, [(run, "ana"), (run, "old")])
    assert {rep: json.loads(text)["whose"] for (_run, rep), text in texts.items()} == {
        "ana": "ana", "old": "old",
    }  # fmt: skip


@pytest.mark.parametrize("table", ["pay_run", "pay_step", "pay_statement", "pay_issued"])
@pytest.mark.parametrize("change", ["UPDATE {} SET run = 'x'", "DELETE FROM {}"])
def test_the_database_keeps_what_was_paid(store, table, change):
    issued(store, "ana")
    with pytest.raises(StoreError, match="pay is append-only"), store.writing() as connection:
        connection.exec_driver_sql(change.format(table))

    assert statement_of(store, OPS, "ana", Q2).run == Q2


def test_the_ledger_is_carried_to_another_store_and_goes_on_there(store, tmp_path):
    issued(store, "ana")
    checked(store, "bo", period=Q3)
    lines = list(export_lines(store, OPS))
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    import_lines(other, OPS, iter(lines))

    told = {json.loads(line)["table"] for line in lines}
    assert {name for name in metadata.tables if name.startswith("pay_")} - told == {"pay_dispute"}
    assert list(export_lines(other, OPS)) == lines
    assert [each.state for each in runs(other, OPS)] == ["approved", "checked"]
    assert approve_run(other, FIN, Q3).issued == ("bo",)
    other.engine.dispose()


def test_an_import_lets_the_ledger_go_on_in_either_database(store, tmp_path):
    first = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    run = issued(first, "ana")
    import_lines(store, OPS, iter(list(export_lines(first, OPS))))
    first.engine.dispose()

    assert pay_run(store, FIN, run).state == "paid"
    assert drafted(store, "bo") == f"{Q2}.2"


def test_a_manager_reads_what_was_issued_to_whom_they_lead(store):
    issued(store, "ana", "bo")

    assert statement_of(store, MIA, "ana", Q2, leaders={"mia"}).rep_id == "ana"
    assert len(issued_before(store, MIA, "ana", leaders={"mia", "dan"})) == 1
    for leaders in ((), {"dan"}, {"ana"}):
        with pytest.raises(RefusedError, match=r"a manager \(of those they lead\)"):
            statement_of(store, MIA, "ana", Q2, leaders=leaders)
        with pytest.raises(RefusedError, match="of somebody else"):
            issued_before(store, MIA, "ana", leaders=leaders)
    with pytest.raises(RefusedError):  # of everybody nobody is led by one
        last_issued(store, MIA)
    with pytest.raises(RefusedError):  # as a rep one leads nobody
        statement_of(store, BO, "ana", Q2, leaders={"bo"})


def test_a_rep_reads_the_own_alone(store):
    issued(store, "ana", "bo")

    assert statement_of(store, BO, "bo", Q2).rep_id == "bo"
    with pytest.raises(RefusedError, match="of somebody else"):
        statement_of(store, BO, "ana", Q2)
    with pytest.raises(RefusedError, match="of somebody else"):
        issued_before(store, BO, "ana")
    with pytest.raises(RefusedError):
        last_issued(store, BO)
