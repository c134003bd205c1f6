"""`workbench diff`: two reviews of a rep of the made company, as a reader may see them."""

import shutil

import pytest
from typer.testing import CliRunner

from workbench.cli import app
from workbench.errors import ParameterError, RefusedError, UnknownNameError

EARLIER, LATER = "R01@2026-Q2", "R01@2026-Q3"


@pytest.fixture(scope="module")
def made(shipped, tmp_path_factory):
    return shutil.copytree(shipped, tmp_path_factory.mktemp("diff") / "made")


def asked(made, *words):
    given = ("diff", *words, "--workspace", str(made), "--frozen", "--lang", "en")
    return CliRunner().invoke(app, given)


def test_it_tells_figures_data_and_words(made):
    told = asked(made, EARLIER, LATER, "--as", "R01:rep")

    assert told.exit_code == 0, told.output
    heads = ("Figures", "Later data on", "What people wrote")
    assert all(f"\n{head}" in told.stdout for head in heads)
    assert "Win rate" in told.stdout


def test_who_looks_is_named_in_any_case(made):
    told = asked(made, EARLIER, LATER, "--as", "r01:Rep")

    assert told.exit_code == 0, told.output
    assert "Win rate" in told.stdout


SHARED = """
[serve]
identity = "header"
[store]
url = "postgresql+psycopg://nobody@localhost:1/none"
"""


def test_where_people_are_told_apart_nobody_looks_unnamed(company):
    space = company(toml=SHARED).workspace
    given = ("diff", "ana@2026-Q2", "ana@2026-Q3", "--workspace", str(space.folder))
    found = CliRunner().invoke(app, given)

    assert isinstance(found.exception, RefusedError), found.output
    assert "name the reader" in str(found.exception)
    assert not found.stdout


def test_a_signed_round_is_told_without_the_words_of_today(made):
    told = asked(made, f"{EARLIER}/signed/1", LATER, "--as", "R01:rep")

    assert told.exit_code == 0, told.output
    assert "as signed in round 1" in told.stdout
    assert "Read them in the signed document." in told.stdout
    assert "no longer there" not in told.stdout


@pytest.mark.parametrize(
    ("words", "kind", "said"),
    [
        (("R01", LATER), ParameterError, "'R01' names no review"),
        (("R91@2026-Q2", "R91@2026-Q3"), UnknownNameError, "Did you mean 'R21'"),
        ((EARLIER, "R02@2026-Q3"), ParameterError, "R01 and R02 are two reps"),
        ((EARLIER, f"{LATER}/signed/9"), ParameterError, "no signed round 9"),
        ((EARLIER, LATER, "--as", "R02:rep"), RefusedError, "cannot read the review of R01"),
        ((EARLIER, LATER, "--as", "somebody:manager"), RefusedError, "cannot read"),
    ],
)
def test_what_is_refused_says_why(made, words, kind, said):
    found = asked(made, *words)

    assert isinstance(found.exception, kind), found.output
    assert said in str(found.exception)
    assert not found.stdout
