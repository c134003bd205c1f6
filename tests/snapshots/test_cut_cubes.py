"""What cells add up to is what the rows give, to the last digit, whatever box is asked for."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Company
from workbench.metrics.adding import adding
from workbench.metrics.catalogue import CATALOGUE, metric_of
from workbench.metrics.cutting import is_cut
from workbench.snapshots.kept_cut import open_cut
from workbench.snapshots.question import Question
from workbench.snapshots.sizes import step_of, with_steps
from workbench.snapshots.where import Where

KEYS = [key for key in CATALOGUE if is_cut(key)]
AMOUNTS = [
    "", "0", "-40", "-41.5", "9.99", "10", "10.0001", "12", "12.5", "99", "100", "120", "125",
    "990", "999.9999", "1000", "1250", "20000", "12345.6789", "89999999", "99999999.5",
    "123456789012", "120000000000",
]  # fmt: skip
DAY = date(2026, 3, 1)
STATES = ("won", "lost", "open")


def tables(shared):
    """Draw deals of every kind: amounts unknown, below and at zero, huge; closed before created."""
    draw = Random(7)
    deals = ["deal_id,rep_id,name,pipeline,stage,amount,is_closed,is_won,created_on,close_on"]
    history, splits = ["deal_id,at,rep_id,stage"], ["deal_id,rep_id,share"]
    for n in range(160):
        rep = draw.choice(["ana", "bo", "cy"])
        state = draw.choice(["won", "lost", "offer", "talk"])
        begun = DAY + timedelta(draw.randrange(200))
        ended = begun + timedelta(draw.choice([-3, 0, 1, 9, 30]))
        created = "" if draw.random() < 0.1 else begun
        is_closed = state in ("won", "lost")
        deals.append(
            f"D{n},{rep},Deal {n},{draw.choice(['big', 'small'])},{state},{draw.choice(AMOUNTS)},"
            f"{is_closed},{state == 'won'},{created},{ended}".lower().replace("d", "D", 1)
        )
        for place, stage in enumerate(("talk", "offer")):
            history.append(f"D{n},{begun + timedelta(place)}T00:00:00Z,{rep},{stage}")
        if shared and n % 3 == 0:
            splits += [f"D{n},ana,0.6", f"D{n},bo,0.4"]
    told = {"deals": "\n".join(deals) + "\n", "deal_history": "\n".join(history) + "\n"}
    return told | ({"deal_splits": "\n".join(splits) + "\n"} if shared else {})


@pytest.fixture(scope="module", params=[False, True], ids=["own", "shared"])
def cuts(request, tmp_path_factory):
    """Open a cut twice: one to be asked by cubes, one that has none."""
    folder = tmp_path_factory.mktemp("cubes")
    head = '[workspace]\ndefault_period = "2026-Q3"\nas_of = 2026-09-30\n'
    reps = "rep_id,name\nana,Ana\nbo,Bo\ncy,Cy\n"
    for name, text in {"reps": reps, **tables(request.param)}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        head += f'[tables.{name}]\nfile = "{name}.csv"\n'
    (folder / "workbench.toml").write_text(head, encoding="utf-8")
    made = Company(folder)
    snapshot = made.freeze()
    periods = [made.workspace.calendar.period(name) for name in ("2026-Q2", "2026-Q3")]
    asked, plain = (open_cut(snapshot, made.workspace) for _ in range(2))
    asked.is_shared = request.param
    return asked, plain, periods


steps = st.builds(
    lambda first, power, sign: sign * Decimal(first).scaleb(power),
    st.integers(10, 99), st.integers(-3, 11), st.sampled_from([1, 1, 1, -1]),
)  # fmt: skip
boxes = st.tuples(
    st.none() | st.tuples(st.integers(-5, 200), st.integers(-5, 200)).map(sorted).map(tuple),
    st.none() | st.tuples(steps, steps).map(sorted).map(tuple),
)
choices = st.builds(
    Where,
    reps=st.sampled_from([None, ("ana",), ("bo", "cy"), ()]),
    segment=st.sampled_from(["", "big"]),
    stage=st.sampled_from(["", "offer"]),
)


@pytest.mark.parametrize("key", KEYS)
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(where=choices, drawn=st.lists(boxes, min_size=1, max_size=4))
def test_from_cells_and_from_rows_a_figure_is_the_same(cuts, key, where, drawn):
    asked, plain, periods = cuts
    kinds = [
        "rep",
        "all",
        "period",
        *(["stage"] if metric_of(key).population == "passages" else []),
    ]
    questions = {
        each: Question(
            key=key, each=each, where=where,
            periods=tuple(periods if each == "period" else periods[-1:]),
        )
        for each in kinds
    }  # fmt: skip
    asked.prepare(list(questions.values()), [(periods[-1], where, STATES)])
    for days, amount in drawn:
        box = Where(**{**vars(where), "days": days, "amount": amount})
        told, found = (
            [
                cut.by_rep(key, periods[-1], box),
                cut.by_rep(key, periods[-1], box, among=("ana", "cy")),
                cut.whole(key, periods[-1], box),
                cut.course(key, periods, box),
                cut.deals.counted(periods[-1], box, STATES),
                *([cut.by_stage(key, periods[-1], box), cut.entered(periods[-1], box)]
                  if "stage" in kinds else []),
            ]
            for cut in (asked, plain)
        )  # fmt: skip

        assert told == found
        is_added = adds_up(asked, key)
        for each, question in questions.items():
            plan = asked._plan(question)
            by_cells = plan and asked._cubes.answer(plan, box)
            assert (by_cells is not None) == (is_added and (each == "rep" or not asked.is_shared))


def adds_up(cut, key):
    return (
        key not in cut.lacks
        and not any(word in key for word in ("median", "sales_cycle_days", "pipeline_age"))
    ) or key == "sales_cycle_days_mean"


@pytest.mark.parametrize("key", ["win_rate", "won_revenue", "average_deal_size"])
def test_what_ends_between_two_steps_asks_the_rows(cuts, key):
    asked, plain, periods = cuts
    asked.prepare([Question(key=key, each="rep", periods=(periods[-1],), where=Where())])
    box = Where(amount=(Decimal("10.0001"), Decimal(12345)))
    plan = asked._plan(Question(key=key, each="rep", periods=(periods[-1],), where=box))

    assert asked._cubes.answer(plan, box) is None
    assert asked.by_rep(key, periods[-1], box) == plain.by_rep(key, periods[-1], box)


def test_only_the_cubes_of_the_latest_view_are_kept(cuts):
    asked, _plain, periods = cuts
    for where in (Where(), Where(segment="big")):
        asked.prepare([Question(key="win_rate", each="rep", periods=(periods[0],), where=where)])

    tables = asked._relations.run("SELECT table_name FROM duckdb_tables()")
    assert sum(row["table_name"].startswith("cube_") for row in tables) == 1


def test_a_middle_does_not_add_up_and_counts_sums_and_the_largest_do():
    columns = (("is_won", "boolean"), ("amount", "decimal(38, 8)"), ("cycle_days", "int64"))
    floats = (("is_won", "boolean"), ("amount", "float64"), ("cycle_days", "int64"))

    assert adding("median_deal_size", columns) is None
    assert adding("sales_cycle_days", columns) is None
    assert adding("won_revenue", floats) is None
    assert adding("average_deal_size", columns) == {"total": "sum", "known": "count", "top": "max"}


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(-(10**25), 10**25) | st.integers(-(10**6), 10**6), min_size=1))
def test_a_step_and_no_other_amount_has_an_even_number_and_all_stand_in_order(units):
    amounts = sorted(Decimal(unit).scaleb(-8) for unit in units)
    values = ", ".join(f"('{amount:f}'::DECIMAL(38,8))" for amount in amounts)
    rows = f"SELECT * FROM (VALUES {values}) AS t(amount)"
    found = duckdb.sql(f"{with_steps(rows, 8)} ORDER BY amount").fetchall()

    numbers = [number for _, number in found]
    assert numbers == sorted(numbers)
    for amount, number in found:
        is_step = len("".join(map(str, amount.as_tuple().digits)).strip("0")) <= len("10")
        assert (number % 2 == 0) == is_step
        assert step_of(amount, 8) == (number if is_step else None)
