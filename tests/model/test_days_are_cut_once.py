"""No file but `model/day.py` makes a day of an instant, or asks the machine which day it is."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "workbench"
HOME = "model/day.py"
# Attributes that turn an instant into a day or a local time, or read the machine's clock
NAMES = {
    "astimezone", "ctime", "floor_temporal", "fromtimestamp", "gmtime", "local_timestamp",
    "localtime", "truncate", "tz_convert", "tz_localize", "utcfromtimestamp", "utcnow",
}  # fmt: skip
CALLED = {"date", "now", "today"}  # fields may have these names; a call of them cuts
PANDAS = {"date", "floor", "normalize"}  # after .dt
SQL = re.compile(
    r"(?i)\bas\s+date\s*\)|::\s*date\b|\bdate_trunc\b|\bat\s+time\s+zone\b|\bcurrent_date\b"
)
# Where none of these cuts a day from an instant: file and name, and why
EXCEPTIONS = {
    ("batch/make.py", "now"): "when a document was made, an instant with its zone",
    ("batch/run.py", "now"): "when a run began, an instant with its zone",
    ("batch/run_record.py", "now"): "when a run ended, an instant with its zone",
    ("metrics/deal_course.py", "truncate"): "the month of a day",
    ("metrics/won_months.py", "truncate"): "the month of a day",
    ("model/quiet.py", "date"): "the day of a time that is the company's already",
    ("model/quiet.py", "tzinfo"): "a clock's time in the zone of the time asked about",
    ("review/coaching/talks.py", "date"): "the day of a time people agreed on, the company's",
    ("review/cycle/sheet_lines.py", "date"): "a cell of Excel holds a plain day",
    ("snapshots/sightings.py", "tzinfo"): "an instant made of a day, which stands beside it",
    ("sources/demo/targets.py", "date"): "first and last days of the calendar's quarters",
    ("review/quality/sense/amounts.py", "SQL"): "quarters of close dates, which are days already",
    ("review/quality/sense/rates.py", "SQL"): "the day of a rate, one already",
    (
        "snapshots/pay/digests.py",
        "SQL",
    ): "days of cash, which are days already",
    ("store/store.py", "tzinfo"): "columns of the store hold UTC without saying so",
}


def cuts(code):
    """Name what a file does with time, and where."""
    nodes = list(ast.walk(ast.parse(code)))
    called = {node.func: len(node.args) for node in nodes if isinstance(node, ast.Call)}
    for node in nodes:
        name = attribute(node, called) if isinstance(node, ast.Attribute) else other(node)
        if name:
            yield name, getattr(node, "lineno", 0) or node.value.lineno


def attribute(node, called):
    match node:
        case ast.Attribute(attr="date") if called.get(node) == 3:
            return ""  # a day of three numbers
        case ast.Attribute(value=ast.Attribute(attr="dt"), attr=name) if name in PANDAS:
            return name
        case ast.Attribute(value=ast.Name(id="datetime" | "date"), attr="now" | "today"):
            return node.attr
        case ast.Attribute(attr=name) if name in NAMES or (name in CALLED and node in called):
            return name
    return ""


def other(node):
    match node:
        case ast.keyword(arg="tzinfo"):
            return "tzinfo"
        case ast.Call(func=ast.Attribute(attr="cast", value=of), args=[ast.Constant("date"), *_]):
            return "" if ast.unparse(of) == "ibis.null()" else "cast"
        case ast.Constant(value=str(text)) if SQL.search(text):
            return "SQL"
    return ""


def found_in(file):
    place = file.relative_to(PACKAGE).as_posix()
    return [(place, name, line) for name, line in cuts(file.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def found():
    """Find every place of the package outside the one file."""
    files = sorted(file for file in PACKAGE.rglob("*.py") if file != PACKAGE / HOME)
    return [each for file in files for each in found_in(file)]


def test_only_the_companys_day_cuts_days(found):
    assert [each for each in found if each[:2] not in EXCEPTIONS] == []


def test_no_exception_outlives_its_reason(found):
    assert set(EXCEPTIONS) == {each[:2] for each in found}


@pytest.mark.parametrize(
    "line",
    [
        "due = clock().date()", "day = date.today()", "day = datetime.now(UTC)", "f = datetime.now",
        "at = saved.astimezone(zone)", "day = date.fromtimestamp(seconds)", "days = at.dt.date",
        "days = at.dt.normalize()", "days = pc.floor_temporal(at, unit='day')",
        "days = pc.local_timestamp(at)", "days = _.at.date()", "days = _.at.cast('date')",
        "days = _.at.truncate('D')", "at = saved.replace(tzinfo=UTC)",
        "sql = 'select cast(at as date) from deals'", "sql = f'select at::date from {name}'",
        "sql = \"select at at time zone 'UTC'\"", "day = ibis.today()", "at = pd.Timestamp.now()",
    ],
)  # fmt: skip
def test_the_rule_sees(line):
    assert list(cuts(line))


@pytest.mark.parametrize(
    "line",
    ["day = desk.today", "day = date(2026, 9, 30)", "clock.now = opened", "text = 'the date'",
     "day = day_of(at, zone)", "day = row.date", "no = ibis.null().cast('date')"],
)  # fmt: skip
def test_the_rule_leaves_alone(line):
    assert list(cuts(line)) == []


def test_pages_know_no_day():
    """The browser's clock and zone are the reader's, not the company's."""
    scripts = [*PACKAGE.rglob("*.js"), *PACKAGE.rglob("*.html")]
    said = re.compile(r"new Date|Date\.now|toLocale(Date|Time)?String|Intl\.")
    assert scripts
    assert [file.name for file in scripts if said.search(file.read_text(encoding="utf-8"))] == []
