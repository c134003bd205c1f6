"""What a tool made of a text is the text again, or is refused with what to type."""

import math
from datetime import date, datetime

import pytest
import yaml
from papermill.cli import _resolve_type
from papermill.iorw import NoDatesSafeLoader

from workbench.errors import ParameterError
from workbench.model.given import one_of, read_as_yaml, resolved, text_of

IDS = ("00123", "1E05", "2026", "NO", "R01")
TYPED = (
    "00123", "1E05", "2026", "NO", "yes", "null", "~", "True", "False", "None", "nan", "-inf",
    "1_000", "0x1F", "1:30", ".5", "1.5e+3", "08", "R01", "on", "2026-09-30", "李雷", "+5", "1e400",
    "０１２", "12.", ".nan", "a:b",
)  # fmt: skip


@pytest.mark.parametrize("text", TYPED)
def test_a_text_becomes_what_papermill_makes_of_it(text):
    assert repr(resolved(text)) == repr(_resolve_type(text))
    assert repr(read_as_yaml(text)) == repr(yaml.load(text, Loader=NoDatesSafeLoader))


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (123, "00123"),  # -p
        (83, "00123"),  # -y reads it as octal
        (100000.0, "1E05"),
        (2026, "2026"),
        (False, "NO"),
        ("R99", "R99"),  # whether text is known is for others to say
    ],
)
def test_a_value_is_the_one_name_it_was_made_of(value, name):
    assert one_of("rep_id", value, IDS) == name


def test_no_number_is_taken_for_a_name():
    assert one_of("rep_id", math.nan, ["NaN", "R01"]) == "NaN"
    assert one_of("rep_id", None, ["None", "R01"]) == "None"


@pytest.mark.parametrize("value", [5, 2026.0, True, None, ["R01"]])
def test_a_value_made_of_no_name_is_refused_with_what_to_type(value):
    with pytest.raises(ParameterError, match=r"rep_id is .* `papermill -r rep_id 00123`"):
        one_of("rep_id", value, IDS)


def test_a_value_made_of_two_names_is_neither():
    with pytest.raises(ParameterError, match="It could be '007' or '7'"):
        one_of("rep_id", 7, ["7", "007", "70"])


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("period", 2026, "2026"),
        ("as_of", date(2026, 9, 30), "2026-09-30"),
        ("as_of", datetime(2026, 9, 30, 18), "2026-09-30"),
        ("as_of", 20260930, "20260930"),
        ("lang", None, ""),
        ("actor", "R13:rep", "R13:rep"),
    ],
)
def test_what_leaves_no_doubt_is_text(name, value, text):
    assert text_of(name, value) == text


@pytest.mark.parametrize(
    ("name", "value"),
    [("lang", 2), ("lang", False), ("actor", 13), ("workspace", 2026), ("as_of", 1.5), ("part", 1)],
)
def test_no_other_value_is_guessed_at(name, value):
    with pytest.raises(ParameterError, match=rf"^{name} is {value}, .*papermill -r {name} "):
        text_of(name, value)
