"""A kernel that waits does beforehand, for nobody, what its page will do."""

import pytest
from ipywidgets import Widget
from ipywidgets.widgets.widget import _instances

import workbench as wb
from workbench.serve.ready import get_ready
from workbench.widgets.address import PLACE, WAITING
from workbench.widgets.live import REHEARSAL

DEALS = """
    deal_id,rep_id,name,stage,amount,is_closed,is_won,created_on,close_on
    A,ana,=A,won,40,true,true,2026-07-01,2026-07-11
    B,bo,Lost,lost,60,true,false,2026-07-01,2026-09-30
"""


@pytest.fixture
def rehearsed(monkeypatch):
    """Hear for which workspaces Explore is rehearsed."""
    heard = []
    monkeypatch.setitem(vars(wb.open_explore), REHEARSAL, heard.append)
    return heard


def test_a_waiting_kernel_rehearses_before_anybody_can_be_asked_for(monkeypatch, rehearsed):
    monkeypatch.setenv(WAITING, "True")
    monkeypatch.setenv(PLACE, "http://127.0.0.1:1/told")  # whoever asked here would fail

    get_ready(["open_explore"], "here")

    assert rehearsed == ["here"]


def test_a_kernel_somebody_waits_for_loads_as_it_goes(monkeypatch, rehearsed):
    monkeypatch.setenv(WAITING, "False")

    get_ready(["open_explore"], "here")

    assert rehearsed == []


@pytest.mark.parametrize("name", ["open_explore", "open_coaching"])
def test_a_rehearsal_leaves_nothing_a_browser_would_be_told_of(company, monkeypatch, name):
    monkeypatch.setenv(WAITING, "True")
    Widget.close_all()

    get_ready([name], str(company(DEALS).folder))

    assert not _instances


def test_what_cannot_be_rehearsed_is_told_to_whoever_asks(monkeypatch, tmp_path):
    monkeypatch.setenv(WAITING, "True")

    get_ready(["open_explore", "open_coaching", "open_review"], str(tmp_path))
