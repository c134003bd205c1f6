"""Files damaged byte by byte: read, or refused in a sentence that names the file.

`WORKBENCH_FUZZ_SECONDS=600 pytest tests/reader/test_fuzz.py` goes on for so many seconds for each
kind of file, from another start each time; the start of a failure is said, and kept runs again.
"""

import csv
import os
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.snapshots import freeze
from workbench.sources.workspace import open_workspace

DEMO = Path(__file__).parents[2] / "data" / "demo"
ROWS = 200
SECONDS = float(os.environ.get("WORKBENCH_FUZZ_SECONDS", "0"))
KINDS = ("csv", "xlsx", "parquet")
# What readers stumble over: ends, quotes, marks, signs of other encodings, long numbers
BITS = (
    b"\0", b'"', b"\n", b"\r", b",", b";", b"\t", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe4", b"\xc3",
    b"1e999", b"9" * 90, b"=1/0", b"-", b"'", b"<table>", b"PK\x03\x04", b"PAR1", b"\x1a",
    b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\x0b", b"sep=;\n", b" " * 99,
)  # fmt: skip
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The first deals of the made company as each kind of file, by its ending."""
    folder = tmp_path_factory.mktemp("whole")
    with (DEMO / "deals.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = [row for _, row in zip(range(ROWS + 1), csv.reader(file), strict=False)]
    deals = pd.DataFrame(rows, columns=head)
    deals.to_csv(folder / "deals.csv", index=False)
    deals.to_excel(folder / "deals.xlsx", index=False)
    deals.to_parquet(folder / "deals.parquet", index=False)
    return {kind: (folder / f"deals.{kind}").read_bytes() for kind in KINDS}


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """A workspace for each kind of file."""
    made = {kind: tmp_path_factory.mktemp(kind) for kind in KINDS}
    for kind, folder in made.items():
        (folder / "reps.csv").write_bytes((DEMO / "reps.csv").read_bytes())
        (folder / "workbench.toml").write_text(
            '[workspace]\nas_of = 2026-09-30\n[tables.reps]\nfile = "reps.csv"\n'
            f'[tables.deals]\nfile = "deals.{kind}"\n'
        )
    return made


def damaged(raw, seed):
    """Change a file in one to four places."""
    draw = Random(seed)
    for _ in range(draw.randint(1, 4)):
        raw = _once(raw, draw)
    return raw


def _once(raw, draw):
    """Put something in, in place of a part, take a part out, twice, or all that follows."""
    at, to = sorted(draw.randrange(len(raw) + 1) for _ in range(2))
    to = min(to, at + draw.choice((1, 8, 200, 10**6)))
    new = draw.choice((*BITS, draw.randbytes(1), draw.randbytes(to - at)))
    middle = draw.choice((new + raw[at:to], new, new, b"", 2 * raw[at:to], None))
    return raw[:at] if middle is None else raw[:at] + middle + raw[to:]


def _changed(whole, kind, seed):
    """Damage a file; every other workbook within one of its parts, so that its sums still agree."""
    if kind != "xlsx" or seed % 2:
        return damaged(whole[kind], seed)
    written = BytesIO()
    with ZipFile(BytesIO(whole[kind])) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        chosen = Random(seed).choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, damaged(part, seed) if name == chosen else part)
    return written.getvalue()


def _sentence(folder, kind, raw):
    """Freeze a file of these bytes; gives the refusal, "" where it is read."""
    (folder / f"deals.{kind}").write_bytes(raw)
    try:
        freeze(open_workspace(folder))
    except WorkbenchError as refused:
        return str(refused)
    return ""


def _require_whole(sentence, kind):
    """Hold that a refusal names the file; any other error has failed the test already."""
    assert not sentence or f"deals.{kind}" in sentence
    assert sentence.replace("\n", "").isprintable()


@pytest.mark.parametrize("kind", KINDS)
def test_the_whole_file_is_read(whole, places, kind):
    assert _sentence(places[kind], kind, whole[kind]) == ""


@settings(
    max_examples=30, deadline=None, derandomize=True,  # the long run looks elsewhere each time
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(st.integers(0, 2**32))
@example(0)
@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_read_or_refused_by_its_name(whole, places, kind, seed):
    _require_whole(_sentence(places[kind], kind, _changed(whole, kind, seed)), kind)


def test_bytes_that_are_no_text_in_a_parquet_file_are_refused_by_its_name(places):
    # A name cut within a sign of two bytes, as a database that does not look may write it
    names = pa.array([b"ab\x9bc"]).view(pa.string())
    columns = {"deal_id": ["D1"], "rep_id": ["R01"], "is_closed": [True], "is_won": [True]}
    pq.write_table(pa.table({**columns, "name": names}), places["parquet"] / "made.parquet")

    sentence = _sentence(
        places["parquet"], "parquet", (places["parquet"] / "made.parquet").read_bytes()
    )

    assert sentence
    _require_whole(sentence, "parquet")


@pytest.mark.skipif(not SECONDS, reason="WORKBENCH_FUZZ_SECONDS asks for it")
@pytest.mark.parametrize("kind", KINDS)
def test_many_damaged_files_are_read_or_refused_by_their_name(whole, places, kind):
    end, seed = time.monotonic() + SECONDS, time.time_ns()
    while time.monotonic() < end:
        seed += 1
        try:
            _require_whole(_sentence(places[kind], kind, _changed(whole, kind, seed)), kind)
        except BaseException as reason:
            reason.add_note(f"kind {kind}, seed {seed}")
            raise


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_ends_in_a_sentence_too(whole, places, kind):
    folder = places[kind]
    seed = next(n for n in range(100) if _sentence(folder, kind, _changed(whole, kind, n)))
    (folder / f"deals.{kind}").write_bytes(_changed(whole, kind, seed))

    run = subprocess.run(
        [sys.executable, "-m", "workbench.cli", "check", "--workspace", str(folder)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert run.returncode not in (0, -6, -11)
    assert f"deals.{kind}" in run.stderr
    assert "Traceback" not in run.stderr + run.stdout
    assert "should not happen" not in run.stderr + run.stdout
