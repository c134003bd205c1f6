"""Which workspace is opened when nobody names one, and what is said where there is none."""

import pytest

from workbench.errors import WorkspaceError
from workbench.sources.workspace import open_workspace

TABLES = """
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
"""


@pytest.fixture
def stand(tmp_path, monkeypatch):
    """Stand in a folder; some others hold a workspace."""
    monkeypatch.delenv("WORKBENCH_WORKSPACE", raising=False)

    def put(here, *workspaces):
        for name in (here, *workspaces):
            (tmp_path / name).mkdir(parents=True, exist_ok=True)
        for name in workspaces:
            (tmp_path / name / "workbench.toml").write_text(TABLES, encoding="utf-8")
        monkeypatch.chdir(tmp_path / here)
        return tmp_path

    return put


@pytest.mark.parametrize(
    ("here", "workspaces", "found"),
    [
        ("w", ["w"], "w"),
        ("w/lab/notebooks", ["w"], "w"),  # a kernel of an editor starts there
        (".", ["data/demo"], "data/demo"),
        ("notebooks", ["data/demo"], "data/demo"),
        ("w", ["w", "w/data/demo"], "w"),
        ("project/notebooks", [".", "project/data/demo"], "project/data/demo"),
    ],
)
def test_the_nearest_workspace_is_taken(stand, here, workspaces, found):
    folder = stand(here, *workspaces)

    assert open_workspace().folder == (folder / found).resolve()


def test_the_variable_comes_before_where_one_stands(stand, monkeypatch):
    folder = stand("w", "w", "other")
    monkeypatch.setenv("WORKBENCH_WORKSPACE", str(folder / "other"))

    assert open_workspace().folder == (folder / "other").resolve()


def test_without_any_the_two_ways_to_one_are_named(stand):
    folder = stand("empty")

    with pytest.raises(WorkspaceError) as told:
        open_workspace()

    assert str(told.value) == (
        f"There is no workspace here: neither '{folder / 'empty'}' nor a folder above holds a "
        "workbench.toml. Make one with `workbench demo --to d` (a made company) or "
        "`workbench init w` (a workbench.toml to fill in), then give it: --workspace d, or "
        "--workspace w."
    )


def test_a_folder_that_is_none_is_named(stand):
    stand("empty")

    with pytest.raises(WorkspaceError, match=r"no workspace 'gone'.*workbench demo --to d"):
        open_workspace("gone")
