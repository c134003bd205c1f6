"""A rep's files hold that rep and who must be named; what is planted of others is in no byte."""

import csv
import io
import itertools
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdf
import pytest

from workbench.sources.demo import make_company

pytestmark = pytest.mark.slow
REP, MANAGER = "R01", "M01"
NAME, DEAL, GROUP, AMOUNT = "PLANTEDNAME", "PLANTEDDEAL", "PLANTEDGROUP", 9_876_500


@pytest.fixture(
    scope="module",
    params=["html,xlsx,pptx", pytest.param("html,xlsx,pdf,pptx", marks=pytest.mark.office)],
)
def made(request, tmp_path_factory):
    """Documents of one rep in a company whose other people are easy to recognise."""
    folder = tmp_path_factory.mktemp("company")
    make_company(folder)
    number = itertools.count()
    _rewrite(folder / "reps.csv", lambda row: _renamed(row, next(number)))
    shared = _shared(folder / "deal_splits.csv")
    _rewrite(folder / "deals.csv", lambda row: _marked(row, next(number), shared))
    _rewrite(folder / "group_attributes.csv", lambda row: {**row, "value": GROUP})
    outputs = tmp_path_factory.mktemp("outputs")
    command = [
        sys.executable, "-m", "workbench.cli", "batch", "--workspace", str(folder),
        "--reps", REP, "--lang", "zh,en", "--formats", request.param,
        "--edition", "brief,talk,record" if "pdf" in request.param else "talk",
    ]  # fmt: skip
    subprocess.run(command, cwd=outputs, check=True, capture_output=True)
    files = [file for file in outputs.rglob("*") if file.is_file() and "_index" not in file.parts]
    asked = {f".{each}" for each in request.param.split(",")}
    assert {file.suffix for file in files} >= {".ipynb", *asked}
    return {name: held for file in files for name, held in _parts(file.name, file.read_bytes())}


def _parts(name, content):
    """Give a file and all it is packed of: what is zipped in it, and what a PDF shows and keeps."""
    yield name, content
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for each in packed.namelist():
                yield from _parts(f"{name}/{each}", packed.read(each))
    if content.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(content))
        yield f"{name}/text", "".join(p.extract_text() for p in reader.pages).encode()
        held = (reader.get_object(n) for n in range(1, reader.trailer["/Size"]))
        yield f"{name}/objects", "".join(map(repr, held)).encode()


def _rewrite(file: Path, change):
    with file.open(encoding="utf-8", newline="") as opened:
        rows = [change(row) for row in csv.DictReader(opened)]
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _renamed(row, number):
    is_named = row["rep_id"] in (REP, MANAGER)
    return row if is_named else {**row, "name": f"{NAME}{number}", "email": f"{NAME}@x.example"}


def _shared(file: Path):
    """Deals the rep has a part in, or had until they were handed over."""
    with file.open(encoding="utf-8", newline="") as opened:
        return {row["deal_id"] for row in csv.DictReader(opened) if row["rep_id"] == REP}


def _marked(row, number, shared):
    if row["rep_id"] in (REP, MANAGER) or row["deal_id"] in shared:
        return row
    amount = str(AMOUNT + number % 97) if row["amount"] else ""
    return {**row, "name": DEAL, "amount": amount}


@pytest.mark.parametrize("planted", [NAME, DEAL, GROUP, "group_attributes"])
def test_nothing_of_others_is_in_any_byte(made, planted):
    holders = [name for name, text in made.items() if planted.encode() in text]

    assert holders == []


def test_no_single_figure_of_another_is_in_any_byte(made):
    amounts = [str(AMOUNT + number) for number in range(97)]
    plain = {name: re.sub(rb"[,\s]", b"", text) for name, text in made.items()}
    found = [
        (name, amount) for name, text in plain.items() for amount in amounts
        if re.search(rb"(?<!\d)" + amount.encode(), text)
    ]  # fmt: skip

    assert found == []


def test_the_rep_and_the_manager_are_named(made):
    html = made["review.html"].decode("utf-8")

    assert "李娜" in html
    assert NAME not in html
