"""What is slow to load is loaded when it is used, and answers as the real one does."""

import shutil
import subprocess
import sys

import ibis as real

from workbench.metrics.expression import _, ibis

CHECKED = """
import sys, workbench
from jsonschema import FormatChecker, FormatError
before = set(sys.modules)
FormatChecker().check("http://例子.测试/路", "iri")
try:
    FormatChecker().check("no <iri>", "iri")
except FormatError:
    print("refused", "lark" in before, "lark" in sys.modules)
"""


def test_the_grammar_of_iris_is_built_only_when_one_is_checked_and_then_checks():
    told = subprocess.run(
        [sys.executable, "-c", CHECKED], check=True, capture_output=True, text=True
    )

    assert told.stdout.split() == ["refused", "False", "True"]


REVIEWED = """
import sys, workbench as wb
review = wb.open_review("R01", "2026-Q3", sys.argv[1], surface="document")
from workbench.review.section import KEYS
for key in KEYS:
    review.section(key)
heavy = {
    "altair", "duckdb", "holidays.countries", "ibis", "ipywidgets", "pandas", "papermill", "scipy",
    "sqlglot",
}
print(sorted(heavy & set(sys.modules)))
"""


def test_a_review_over_kept_figures_loads_nothing_that_computes_them(shipped, tmp_path):
    folder = shutil.copytree(shipped, tmp_path / "demo")

    told = subprocess.run(
        [sys.executable, "-c", REVIEWED, str(folder)], check=True, capture_output=True, text=True
    )

    assert told.stdout.strip() == "[]"


def test_what_a_metric_counts_is_the_expression_ibis_makes_of_it():
    table = real.table({"day": "date", "rep_id": "string"})

    assert table.filter(_.rep_id == "ana").equals(table.filter(real._.rep_id == "ana"))
    assert table.select(_["day"]).equals(table.select(real._["day"]))
    assert ibis.literal(1).equals(real.literal(1))
