"""Each system's exports, from folder to figures: what the made list says is what is frozen."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from workbench.proposal.propose import propose
from workbench.proposal.reconcile import reconcile
from workbench.proposal.write import write_proposal
from workbench.snapshots import current_snapshot
from workbench.sources.workspace import open_workspace

EXPORTS = Path(__file__).parent / "exports"
FOLDERS = sorted(path.parent for path in EXPORTS.glob("*/expected.toml"))
_MOST = 3  # questions


def settled(folder, to, expected):
    """Propose, answering what is asked as somebody would who knows the company."""
    known = {("money", "currency"): expected["currency"], ("people",): "seen"}
    answers = {}
    for _turn in range(_MOST + 1):
        found = propose(folder, to, "en", answers)
        if not found.questions:
            return found, answers
        answers |= {each.path: known.get(each.path, expected.get("answers", {}).get(
            ".".join(each.path))) for each in found.questions}  # fmt: skip
        assert None not in answers.values(), [q.asks for q in found.questions]
    raise AssertionError([question.asks for question in found.questions])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_figures_are_those_of_the_list_the_exports_were_made_of(folder, tmp_path):
    expected = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    found, answers = settled(folder, tmp_path, expected)
    assert found.profile == expected["profile"]
    assert len(answers) <= _MOST

    write_proposal(found, tmp_path, "en")
    space = open_workspace(tmp_path)
    snapshot = current_snapshot(space)

    deals = pq.read_table(snapshot.path("deals")).to_pylist()
    won = [d for d in deals if d["is_closed"] and d["is_won"] and not d.get("is_excluded")]
    assert len(deals) == expected["deals"]
    assert len(won) == expected["won"]
    known = [deal["amount"] for deal in won if deal["amount"] is not None]
    assert sum(known) == Decimal(expected["won_revenue"])
    assert space.currency == expected["currency"]
    assert len(pq.read_table(snapshot.path("reps"))) == expected["reps"]
    assert reconcile(space, snapshot).unexplained.is_nothing
