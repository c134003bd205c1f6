"""What a snapshot is depends on its values, not on how a file keeps them."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import SnapshotError
from workbench.snapshots import open_snapshot
from workbench.snapshots.content import content_hash
from workbench.snapshots.manifest import file_hash

DEALS = """
deal_id,rep_id,amount,is_closed,is_won,close_on
D1,ana,100,true,true,2026-08-01
D2,bo,,true,false,2026-09-01
"""
KINDS = {
    "text": (pa.string(), st.text("aü销\0 ", max_size=4)),
    "money": (pa.decimal128(18, 4), st.decimals(-9, 9, places=4)),
    "number": (pa.float64(), st.floats(allow_nan=False, allow_infinity=False)),
    "whole": (pa.int64(), st.integers(-9, 9)),
    "flag": (pa.bool_(), st.booleans()),
    "on": (pa.date32(), st.dates()),
    "at": (pa.timestamp("us", "UTC"), st.datetimes(timezones=st.just(UTC))),
}


@st.composite
def tables(draw):
    n = draw(st.integers(0, 6))
    columns = {
        name: pa.array(draw(st.lists(st.none() | values, min_size=n, max_size=n)), kind)
        for name, (kind, values) in KINDS.items()
    }
    return pa.table(columns)


@settings(suppress_health_check=[HealthCheck.too_slow])  # on a busy machine
@given(tables(), st.integers(1, 3))
def test_cuts_and_files_change_nothing(table, size):
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="gzip", row_group_size=size, use_dictionary=False)
    again = pq.read_table(pa.BufferReader(sink.getvalue()))
    cut = pa.concat_tables([table, *(table.slice(at, size) for at in range(0, len(table), size))])
    twice = pa.concat_tables([table, table]).combine_chunks()
    rest = table.slice(1)

    assert content_hash(again) == content_hash(table)
    assert content_hash(cut) == content_hash(twice)
    assert content_hash(rest) == content_hash(pa.table(rest.to_pydict(), table.schema))


@given(tables(), tables())
def test_other_values_are_other_content(one, other):
    is_same = one.to_pydict() == other.to_pydict()

    assert (content_hash(one) == content_hash(other)) == is_same or is_same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["ab", "c"], ["a", "bc"]),
        ([None, "a"], ["", "a"]),
        ([0, 1], [None, 1]),
        ([Decimal("1.0")], [Decimal("1.5")]),
        ([date(2026, 1, 1)], [date(2026, 1, 2)]),
        ([datetime(2026, 1, 1)], [datetime(2026, 1, 1, 0, 0, 1)]),
        ([1], [1.0]),
    ],
)
def test_what_reads_alike_is_told_apart(one, other):
    assert content_hash(pa.table({"a": one})) != content_hash(pa.table({"a": other}))


def test_the_name_of_a_column_is_content():
    assert content_hash(pa.table({"a": [1]})) != content_hash(pa.table({"b": [1]}))


def test_the_same_tables_from_another_file_are_the_same_snapshot(company):
    made = company(DEALS)
    first = made.freeze()
    (made.folder / "deals.csv").rename(made.folder / "offers.csv")
    toml = made.folder / "workbench.toml"
    toml.write_text(toml.read_text().replace('"deals.csv"', '"offers.csv"'))

    assert made.freeze().hash == first.hash


def test_the_same_table_written_by_another_parquet_is_the_same_snapshot(company):
    # What an upgrade of the writer does to the bytes is no other content: the pin is found
    made = company(DEALS)
    first = made.freeze()
    manifest = json.loads((first.folder / "manifest.json").read_text())
    told = {key: manifest[key] for key in ("as_of", "zone", "rules", "tables")}

    assert "files" not in told
    assert "parquet" not in json.dumps(told)
    assert open_snapshot(made.workspace, first.as_of, first.hash).hash == first.hash


def test_a_row_set_aside_is_content(company):
    one = company(DEALS + "D3,nobody,1,true,true,2026-08-01\n").freeze()
    other = company(DEALS + "D3,nobody2,1,true,true,2026-08-01\n").freeze()

    assert one.hash != other.hash


def test_another_table_with_its_hash_put_into_the_manifest_is_refused(company):
    made = company(DEALS)
    snapshot = made.freeze()
    table, path = snapshot.table("deals"), snapshot.folder / "manifest.json"
    pq.write_table(table.slice(1), snapshot.path("deals"))
    manifest = json.loads(path.read_text())
    manifest["files"]["tables/deals.parquet"] = file_hash(snapshot.path("deals"))
    path.write_text(json.dumps(manifest))

    with pytest.raises(SnapshotError):
        open_snapshot(made.workspace)


@pytest.mark.parametrize(
    "other",
    ['[tables.deals]\nfile = "deals.csv"\nunits.amount = 1\n', '[calendar]\nzone = "CET"\n'],
)
def test_another_rule_or_zone_is_another_snapshot_though_no_value_differs(company, other):
    head = '[workspace]\ndefault_period = "2026-Q3"\nas_of = 2026-09-30\n'
    one, two = company(DEALS, head=head).freeze(), company(DEALS, head=head, toml=other).freeze()

    assert one.table("deals") == two.table("deals")
    assert one.hash != two.hash
