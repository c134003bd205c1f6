"""A refusal is a sentence in the reader's language that names nothing of the program."""

import ast
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

import workbench
from workbench.errors import RefusedError
from workbench.i18n import LANGS, told
from workbench.store import Actor
from workbench.store.line import Line
from workbench.store.pay.rules import require
from workbench.store.register_rules import require_add

PACKAGE = Path(workbench.__file__).parent
# Whole rooms in which no sentence stands in the code: it is a key, told in the reader's language
KEPT = (
    "cli", "coaching", "outreach", "review/coaching", "review/cycle", "review/fairness",
    "review/growing", "review/pay", "review/team", "review/whom.py", "store", "serve/company.py",
    "serve/visitor.py", "widgets/address.py",
)  # fmt: skip
KINDS = ("RefusedError", "ParameterError", "ConflictError", "UnknownNameError")
# Told in the language of the page, or of the questions, that was asked: no other reads it
IN_ITS_LANGUAGE = {"review/coaching/desk.py": 1, "cli/setting_up.py": 2}
ROOMS = (
    "store/appointments.py", "store/attendance.py", "store/calibration.py", "store/coaching",
    "store/entries.py", "store/meeting.py", "store/outbox.py", "store/pay/disputes.py",
    "store/pay/doubts.py", "store/pay/finding.py", "store/pay/issuing.py", "store/pay/rules.py",
    "store/pay/run.py", "store/register_rules.py", "store/registers.py", "store/table_rules.py",
    "outreach", "review/acting.py", "review/reader.py",
)  # fmt: skip
# What a person types after --as is told as it is typed
COMMAND = re.compile(r"workbench [^.;：，]*|--\w+|\[\w+\][^.]*|\w+ = \S+|`[^`]*`")
KEYS = re.compile(r"\b[a-z]+_[a-z_]+\b|\b(?:RefusedError|ParameterError)\b")


def sources():
    for each in ROOMS:
        place = PACKAGE / each
        yield from sorted(place.rglob("*.py")) if place.is_dir() else [place]


@pytest.mark.parametrize("file", list(sources()), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_what_is_refused_is_kept_as_a_key(file):
    plain = [
        node.lineno
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
        and ast.unparse(node.exc.func) in ("RefusedError", "ParameterError", "ConflictError")
    ]  # fmt: skip

    assert plain == []


def raised_in(room):
    place = PACKAGE / room
    for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                yield str(file.relative_to(PACKAGE)), node.exc


def test_no_room_of_the_cycle_writes_a_sentence_where_it_refuses():
    found = [(file, call) for room in KEPT for file, call in raised_in(room)]
    plain = Counter(file for file, call in found if ast.unparse(call.func) in KINDS)

    assert sum(ast.unparse(call.func) == "error" for _file, call in found) > 50
    assert plain == IN_ITS_LANGUAGE


BESIDE = ("__init__.py", "documents.py", "live.py")  # commands that are none of the cycle's


def test_no_command_of_the_cycle_prints_a_sentence_of_its_own():
    words = {
        f"{file.name}:{node.lineno}"
        for file in (PACKAGE / "cli").glob("*.py") if file.name not in BESIDE
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("typer.echo", "listing")
        for node in ast.walk(call) if isinstance(node, ast.Constant)
        if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", str(node.value))
    }  # fmt: skip

    assert words == set()


@pytest.mark.parametrize("lang", LANGS)
def test_no_sentence_names_a_key_of_the_program(lang):
    text = (files("workbench") / "locale" / lang / "refusals.ftl").read_text(encoding="utf-8")
    sentences = [line.partition(" = ")[2] for line in text.splitlines() if " = " in line]
    told_ = [re.sub(r"\{[^}]*\}", "", COMMAND.sub("", line)) for line in sentences]

    assert sentences
    assert [line for line in told_ if KEYS.search(line)] == []


@pytest.mark.parametrize(
    ("lang", "pay", "praise"),
    [
        ("en", "ana (rep) cannot approve a pay run. Who may: finance.",
         "ana cannot give praise for their own work; somebody else has to."),
        ("zh", "ana（销售）不能批准发放批次。可以的有：财务。",
         "ana不能为自己的工作登记表扬，请由别人来登记。"),
    ],
)  # fmt: skip
def test_who_is_refused_is_told_who_may_in_their_language(lang, pay, praise):
    ana = Actor("ana", "rep")
    with pytest.raises(RefusedError) as caught:
        require(ana, "approve a pay run", is_own=False)
    assert told(caught.value, lang) == pay
    with pytest.raises(RefusedError) as caught:
        require_add(ana, Line(register="praise", what="me", rep_id="ana", grounds="x"), ())
    assert told(caught.value, lang) == praise
