"""Every place that makes one figure of several people is known, and asks `disclosure` or needs not.

A new place stands here once it has been read: what it gives to whom, and by which rule.
"""

import ast
from pathlib import Path

import workbench

ROOT = Path(workbench.__file__).parent
MAKERS = {"pooled", "team_figures", "fit_prior", "percentiles", "pareto_share"}
TOLD = {  # they import disclosure themselves
    "metrics/comparison/rows.py", "review/cycle/goal_tree.py", "review/leading.py",
}  # fmt: skip
OTHERWISE = {
    "review/team/pack.py": "a member reads it through review/team/told.py",
    "review/exploration/outliers.py": "Explore is of sales ops: tests/attack/test_roles.py",
    "review/exploration/standing.py": "the same",
}


def imported(path):
    """Give the names a module imports, and the modules it does from."""
    found = [each for each in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
             if isinstance(each, ast.ImportFrom)]  # fmt: skip
    return {name.name for each in found for name in each.names}, {each.module for each in found}


def test_who_makes_a_figure_of_several_people_asks_what_may_be_told():
    found = {path.relative_to(ROOT).as_posix(): imported(path) for path in ROOT.rglob("*.py")}
    making = {name for name, (names, _from) in found.items() if names & MAKERS}

    assert making == TOLD | OTHERWISE.keys()
    for name in TOLD:
        assert "workbench.metrics.disclosure" in found[name][1], name
    assert "told_to_members" in found["review/team/pack.py"][0]
