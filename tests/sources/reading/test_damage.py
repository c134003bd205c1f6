"""Whatever happens to a file on its way: rows, or one sentence."""

import datetime as dt
import io
from contextlib import suppress

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import SourceError
from workbench.sources.reading.read import read_texts
from workbench.sources.table_source import FileSource

CSV = (
    "Report\n\nid,name,sum,on\n"
    + "".join(f'D{n},"Ana, {n}",{n}.5,2026-01-01\n' for n in range(6))
    + "\nTotal,,9,\n"
).encode()
HTML = (
    "<html><meta charset=utf-8><table><tr><th>id<th>name</tr>"
    "<tr><td rowspan=2>D1<td>安娜</tr><tr><td colspan=2>x</tr></table></html>"
).encode()


def _workbook():
    book = openpyxl.Workbook()
    for row in (["id", "sum", "on"], ["D1", 1.5, dt.date(2026, 1, 1)], ["D2", 2, None]):
        book.active.append(row)
    book.active["B2"].number_format = "00000"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _parquet():
    out = io.BytesIO()
    pq.write_table(pa.table({"id": ["D1", "D2"], "sum": [1.5, None]}), out)
    return out.getvalue()


WHOLE = {
    "deals.csv": CSV,
    "wide.csv": CSV.decode().encode("utf-16"),
    "deals.xlsx": _workbook(),
    "deals.xls": HTML,
    "deals.parquet": _parquet(),
}


@st.composite
def damages(draw):
    name = draw(st.sampled_from(sorted(WHOLE)))
    content = bytearray(WHOLE[name])
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, max(0, len(content) - 1)))
        kind = draw(st.sampled_from(["flip", "cut", "insert", "drop"]))
        if kind == "flip" and content:
            content[place] ^= draw(st.integers(1, 255))
        elif kind == "cut":
            del content[place:]
        elif kind == "drop":
            del content[place : place + draw(st.integers(1, 40))]
        else:
            content[place:place] = draw(st.binary(min_size=1, max_size=12))
    return name, bytes(content)


@given(damages())
@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_damaged_file_gives_rows_or_one_sentence(read, damage):
    name, content = damage

    with suppress(SourceError):
        read(content, name=name)


@pytest.mark.parametrize(
    "content", [b"%PDF-1.4", b"\x1f\x8b\x08", b"Rar!\x1a", b"\xd0\xcf\x11\xe0"]
)
def test_what_holds_no_table_is_one_sentence(read, content):
    with pytest.raises(SourceError, match=r"deals\.xls"):
        read(content, name="deals.xls")


def test_a_file_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(SourceError, match=r"none\.csv cannot be opened"):
        read_texts(tmp_path / "none.csv", FileSource(), tmp_path)


def test_a_refused_file_leaves_nothing_behind(tmp_path, read):
    with pytest.raises(SourceError):
        read("id,id\nD1,1\n")

    assert [path.name for path in tmp_path.iterdir()] == ["deals.csv"]
