"""Whatever answers with figures looks at the source first, and says what it found there."""

import logging

import pytest
from typer.testing import CliRunner

from workbench.cli import app
from workbench.snapshots.kept import days_of, kept_of, latest

DEALS = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
D1,ana,100,true,true,2026-07-01,2026-08-01
"""
ASKING = (
    "metrics --format csv", "check", "snapshot", "statement ana", "review ana", "batch --jobs 1",
    "cycle open --reps ana",
)  # fmt: skip


@pytest.fixture
def made(company, tmp_path, monkeypatch, caplog):
    monkeypatch.chdir(tmp_path)
    caplog.set_level(logging.INFO, "workbench")
    found = company(DEALS)
    found.freeze()
    deals = found.folder / "deals.csv"
    deals.write_text(deals.read_text().replace("100", "900"))
    caplog.clear()
    return found


def asked(made, words, *more):
    return CliRunner().invoke(app, [*words.split(), *more, "--workspace", str(made.folder)])


def kept(made):
    return {each.folder.name for each in kept_of(made.workspace, made.workspace.as_of)}


@pytest.mark.parametrize("words", ASKING)
def test_a_changed_source_is_frozen_anew_and_named_once(made, words, caplog):
    before = kept(made)
    told = asked(made, words)

    (fresh,) = kept(made) - before
    assert latest(made.workspace).folder.name == fresh
    said = [each.getMessage() for each in caplog.records if "changed since" in each.getMessage()]
    assert len(said) == 1
    assert said[0].startswith("deals.csv changed since the snapshot of ")
    assert said[0].endswith(": frozen anew.")
    assert "changed since" not in told.stdout


@pytest.mark.parametrize("words", ["metrics", "check", "statement ana", "review ana", "cycle open"])
def test_frozen_answers_from_the_last_snapshot(made, words, caplog):
    before = kept(made)
    asked(made, words, "--frozen")

    assert kept(made) == before
    assert days_of(made.workspace) == [made.workspace.as_of]
    assert not any("frozen anew" in each.getMessage() for each in caplog.records)


@pytest.mark.parametrize("words", ["serve --no-token", "coach ana --no-browser"])
def test_serving_begins_with_the_source_as_it_is(made, words, serving):
    before = kept(made)
    serving(*words.split(), "--port", 0, "--workspace", made.folder).stop()

    assert len(kept(made) - before) == 1


def test_only_sources_that_can_be_read_are_an_answer(made):
    (made.folder / "deals.csv").unlink()
    told = asked(made, "metrics")

    assert told.exit_code == 1
    assert "add --frozen to answer from it" in str(told.exception)
