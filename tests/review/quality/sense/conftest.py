"""How doubts about a company are asked for."""

import pytest

from workbench.review.quality.issues import rows_behind_issue
from workbench.review.quality.sense.doubtful import doubtful


@pytest.fixture
def doubts():
    """Give the doubts of one reason: table, count, and the first column of the rows behind."""

    def ask(made, reason):
        snapshot = made.freeze()
        return [
            (
                issue.table,
                issue.count,
                [row[0] for row in rows_behind_issue(snapshot, issue).rows],
            )
            for issue in doubtful(snapshot, made.workspace)
            if issue.reason == reason
        ]

    return ask


@pytest.fixture
def pasted():
    """Put the lines a doubt gives into workbench.toml, each below the head it names."""

    def paste(made, reason):
        (issue,) = [
            each for each in doubtful(made.freeze(), made.workspace) if each.reason == reason
        ]
        file = made.folder / "workbench.toml"
        file.write_text(_with(file.read_text("utf-8"), issue.paste), encoding="utf-8")
        return made

    return paste


def _with(toml, lines):
    """Add lines below their heads; a table by sql takes the place of what stood there."""
    sections = {}
    for line in lines:
        if line.startswith("["):
            own = sections.setdefault(line, [])
        else:
            own.append(line)
    for head, own in sections.items():
        before, _, after = toml.partition(f"{head}\n")
        stood, bracket, rest = after.partition("\n[")
        kept = "" if own[0].startswith("sql") else f"{stood}\n"
        toml = f"{before}{head}\n{kept}" + "".join(f"{each}\n" for each in own) + bracket + rest
    return toml
