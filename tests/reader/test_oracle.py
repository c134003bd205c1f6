"""Whatever stands in a table, the reader in columns tells what the reader row by row tells."""

import csv
import os
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from tests.reader.oracle import RefusedError, tell
from workbench.errors import SourceError
from workbench.snapshots import freeze
from workbench.sources.workspace import open_workspace

REPS = "rep_id,name\nana,Ana\nbo,Bo\ncy,Cy\n"
HEAD = """
[workspace]
as_of = 2026-09-30
[calendar]
zone = "Europe/Berlin"
[tables.reps]
file = "reps.csv"
"""
EXAMPLES = int(os.environ.get("WORKBENCH_ORACLE_EXAMPLES", "60"))
pytestmark = pytest.mark.slow


def cells(*usual, odd=()):
    """One of the usual texts, and one in six times an odd one."""
    return st.integers(0, 5).flatmap(lambda n: st.sampled_from(odd if odd and n == 5 else usual))


def rows(columns):
    """Rows of texts, by the headers of the columns."""
    return st.lists(st.fixed_dictionaries(columns), max_size=12)


IDS = cells(*(f"D{n}" for n in range(12)), odd=("", " D1 "))
PEOPLE = cells("ana", "bo", "cy", odd=("", "zoe", "ANA", " bo "))
DAYS = cells("2026-07-01", "2026-08-01", "2026-03-31", odd=("", "soon", "2026-02-30", "2026-9"))
TOLD_DAYS = cells("01/07/2026", "13/08/2026", odd=("", "soon", "31/02/2026", "2026-07-01"))
SUMS = cells("100", "0.25", "-3", "99.99995", odd=("", "many", "n/a", "1" * 30, "1e", "--4", "1_0"))
# Groups of no size: of four, as in 1,2345, they are a reading too where most cells have them, which
# this oracle of single cells does not know; tests/sources/columns/test_numbers.py does
GROUPED = cells("1,234", "12,345.60", "-1,000", "7", ".5", odd=("", "1,23", "x", "1,23456"))
TRUTH = cells("true", "No", "是", odd=("", "perhaps"))
SHARES = cells("0.5", "0.25", "0", "1", odd=("", "1.5", "-0.1", "half"))
PERCENTS = cells("50%", "12.5%", "100%", odd=("", "150%", "2000%", "-1%", "%"))
TIMES = cells(
    "2026-07-01T09:00:00Z", "2026-03-29 02:30:00", "2026-08-01T09:00:00+02:00",
    "2026-06-30T23:30:00",
    odd=("", "soon", "2026-13-01T00:00:00Z"),
)  # fmt: skip


@st.composite
def deals(draw):
    """Deals, and what workbench.toml tells of them."""
    told, days, sums = [], DAYS, SUMS
    if draw(st.booleans()):
        told, sums = ['decimal = "."'], GROUPED
    if draw(st.booleans()):
        told, days = [*told, 'dates.created_on = "%d/%m/%Y"'], TOLD_DAYS
    won = TRUTH
    if draw(st.booleans()):
        told, won = (
            [*told, "values.is_won = { W = true, else = false }"],
            cells("W", "L", odd=("",)),
        )
    told += draw(st.lists(st.sampled_from(
        ["units.amount = 1000", 'null_values = ["n/a", "many"]', 'constants.pipeline = "one"']
    ), unique=True))  # fmt: skip
    columns = {
        "deal_id": IDS, "rep_id": PEOPLE, "amount": sums, "is_closed": TRUTH, "is_won": won,
        "created_on": days, "close_on": DAYS,
        "deal_type": cells("new", "existing", "", odd=("renewal", "New")),
        "probability": draw(st.sampled_from([SHARES, PERCENTS])),
        "account_id": cells("A1", ""),
    }  # fmt: skip
    if draw(st.booleans()):
        columns["currency"] = cells("CNY", "USD", odd=("", "cny", "Dollar"))
    good = {
        "deal_id": "", "rep_id": "bo", "amount": "5.5", "is_closed": "true", "is_won": "W",
        "created_on": "01/07/2026" if days is TOLD_DAYS else "2026-07-01", "close_on": "2026-08-01",
        "deal_type": "new", "probability": "", "account_id": "", "currency": "CNY",
    }  # fmt: skip
    good["is_won"] = "W" if won is not TRUTH else "true"
    return Made(draw(rows(columns)), good, "deal_id", draw(GOOD), told)


@st.composite
def splits(draw):
    """Parts of six deals: as rounded as exports round them, some of them odd, some twice."""
    is_percent = draw(st.booleans())
    odd = ("", "60%", "150%", "%") if is_percent else ("", "0.6", "1.2", "x")
    parts = []
    for deal in ("D20", "D21", "D22", "D23", "D24", "X"):
        people = draw(st.permutations(["ana", "bo", "cy"]))[: draw(st.integers(0, 3))]
        digits = draw(st.integers(1, 7))
        part = f"{1 / max(len(people), 1):.{digits}{'%' if is_percent else 'f'}}"
        parts += [{"deal_id": deal, "rep_id": rep, "share": draw(cells(part, odd=odd))}
                 for rep in people]  # fmt: skip
    again = draw(st.lists(st.sampled_from(parts), max_size=2)) if parts else []
    strange = draw(st.lists(st.fixed_dictionaries(
        {"deal_id": cells("D20", "D25"), "rep_id": PEOPLE, "share": st.sampled_from(odd)}
    ), max_size=2))  # fmt: skip
    good = {"deal_id": "", "rep_id": "cy", "share": "100%" if is_percent else "1"}
    return Made(parts + again + strange, good, "deal_id", draw(GOOD), [], 30)


@st.composite
def quotas(draw):
    columns = {
        "rep_id": PEOPLE, "start_on": cells("2026-07-01", "2026-10-01", odd=("", "x")),
        "end_on": cells("2026-10-01", "2027-01-01", odd=("2026-07-01",)),
        "target": cells("1000", "0", "2.5", odd=("-1", "much", "")),
        "product_family": cells("", "lasers"), "weight": SHARES,
    }  # fmt: skip
    good = {
        "rep_id": "ana", "start_on": "2020-01-01", "end_on": "2021-01-01", "target": "9",
        "product_family": "", "weight": "",
    }  # fmt: skip
    return Made(draw(rows(columns)), good, "product_family", draw(GOOD), [])


@st.composite
def activities(draw):
    told, kinds = [], cells("call", "visit", odd=("Demo", "", "Call"))
    if draw(st.booleans()):
        told, kinds = ["values.kind = { Anruf = 'call', else = 'task' }"], cells("Anruf", "x", "")
    columns = {
        "activity_id": IDS, "rep_id": PEOPLE, "kind": kinds, "at": TIMES,
        "deal_id": cells("D1", "D2", "", odd=("X9",)),
        "duration_minutes": cells("30", "0.1", "", odd=("long", "-5")),
        "is_done": cells("yes", "", odd=("?",)),
    }  # fmt: skip
    good = {
        "activity_id": "", "rep_id": "bo", "kind": "Anruf" if told else "call",
        "at": "2026-07-01T09:00:00Z", "deal_id": "", "duration_minutes": "", "is_done": "no",
    }  # fmt: skip
    return Made(draw(rows(columns)), good, "activity_id", draw(GOOD), told)


@dataclass(frozen=True)
class Made:
    """A table: odd rows, and good ones, so that the odd ones leave its columns whole."""

    odd: list
    good: dict
    key: str  # the column by which good rows differ
    n: int
    told: list  # lines of workbench.toml
    first: int = 20

    def text(self, seed=None):
        names = [name for name in self.good if not self.odd or name in self.odd[0]]
        rows = self.odd + [
            {name: self.good[name] for name in names} | {self.key: f"D{self.first + n}"}
            for n in range(self.n)
        ]
        if seed is not None:
            Random(seed).shuffle(rows)
        written = StringIO()
        writer = csv.DictWriter(written, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        return written.getvalue()


GOOD = st.sampled_from([0, *[100] * 9])


def _key(row):
    """Write a row so that equal ones are written alike."""
    told = {name: _moment(value) for name, value in row.items()}
    return repr(sorted(told.items()))


def _moment(value):
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def _frozen(folder, texts, toml):
    """Freeze texts; gives for each table what is kept, set aside and blanked."""
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "workbench.toml").write_text(toml, encoding="utf-8")
    workspace = open_workspace(folder)
    try:
        expected = tell(texts, workspace.tables, workspace.currency, workspace.time_zone)
    except RefusedError:
        with pytest.raises(SourceError):
            freeze(workspace)
        return None
    snapshot = freeze(workspace)
    kept = {}
    for name, told in expected.items():
        columns = [each for each in snapshot.columns(name) if each != "on"]
        found = snapshot.table(name).select(columns).to_pylist()
        kept[name] = sorted(map(_key, found))
        assert kept[name] == sorted(map(_key, told.kept))
        aside = snapshot.rejected(name).to_pylist()
        assert {int(row["row"]): row["reason"] for row in aside} == told.aside
        blanked = snapshot.blanked(name).to_pylist()
        cells_of = {(int(each["row"]), each["column"]): each["reason"] for each in blanked}
        assert cells_of == told.blanked
        for reason in Counter(told.aside.values()) + Counter(told.blanked.values()):
            event(f"{name}: {reason}")
    return kept


@settings(
    max_examples=EXAMPLES, deadline=None,
    # Each example is two freezes: to make one smaller takes minutes
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
@given(deals(), splits(), quotas(), activities(), st.integers(0, 99))
def test_both_readers_tell_the_same_in_every_order_of_rows(
    some_deals, some_splits, some_quotas, some_activities, seed
):
    made = {
        "deals": some_deals, "deal_splits": some_splits, "quotas": some_quotas,
        "activities": some_activities,
    }  # fmt: skip
    toml = HEAD + "".join(
        "\n".join([f"[tables.{name}]", f'file = "{name}.csv"', *each.told]) + "\n"
        for name, each in made.items()
    )
    texts = {"reps": REPS} | {name: each.text() for name, each in made.items()}
    mixed = {"reps": REPS} | {name: each.text(seed) for name, each in made.items()}
    with TemporaryDirectory() as folder, TemporaryDirectory() as other:
        first = _frozen(Path(folder), texts, toml)
        event("refused" if first is None else "read")
        assert _frozen(Path(other), mixed, toml) == first
