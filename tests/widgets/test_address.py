"""What the address of a served page may say."""

import pytest

from workbench.errors import ParameterError, UnknownNameError
from workbench.widgets.address import asked

GIVEN = {"rep_id": "R01", "period": "", "workspace": "data/demo", "lang": "zh", "actor": ""}


@pytest.fixture
def address(monkeypatch):
    """Serve the page under an address, as Voilà tells a kernel."""
    monkeypatch.setenv("SERVER_SOFTWARE", "voila/0.5.13")

    def write(query):
        monkeypatch.setenv("QUERY_STRING", query)

    return write


def test_a_notebook_in_jupyterlab_reads_no_address(monkeypatch):
    monkeypatch.setenv("QUERY_STRING", "rep=R13")

    assert asked(**GIVEN) == GIVEN


def test_the_address_wins_over_the_notebook(address):
    address("rep=R13&period=2026-Q3&lang=en")

    assert asked(**GIVEN) == {**GIVEN, "rep_id": "R13", "period": "2026-Q3", "lang": "en"}


def test_a_name_with_a_space_or_in_chinese_arrives(address):
    address("rep=%E6%9D%8E%E9%9B%B7%20a")

    assert asked(**GIVEN)["rep_id"] == "李雷 a"


def test_names_the_notebook_does_not_have_are_passed_over(address):
    address("team=M03&token=abc")

    assert asked(**GIVEN) == GIVEN


@pytest.mark.parametrize("query", ["workspace=/etc", "actor=M03:manager", "surface=live"])
def test_files_and_the_person_acting_are_not_for_the_address_to_say(address, query):
    address(query)

    assert asked(**GIVEN) == GIVEN


def test_the_person_acting_is_whom_the_server_names(address, monkeypatch):
    address("actor=M03:manager")
    monkeypatch.setenv("HTTP_X_WORKBENCH_ACTOR", "R13:rep")

    assert asked(**GIVEN)["actor"] == "R13:rep"


@pytest.mark.parametrize(
    "query",
    ["rep=" + "x" * 10_000, "rep=a%00b", "rep=a%0Ab", "rep=R13&rep_id=R14", "rep=%ff", "&a=1" * 30],
)
def test_what_no_name_looks_like_is_refused_in_a_sentence(address, query):
    address(query)

    with pytest.raises(ParameterError, match=r"\.$"):
        asked(**GIVEN)


def test_an_unknown_language_is_refused(address):
    address("lang=fr")

    with pytest.raises(UnknownNameError, match="There is no language 'fr'"):
        asked(**GIVEN)
