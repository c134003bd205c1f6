"""The facade is small, every name of it exists, and loading it costs nothing."""

import subprocess
import sys

import workbench


def test_every_name_of_the_facade_can_be_used():
    assert [name for name in workbench.__all__ if not callable(getattr(workbench, name))] == []


def test_the_facade_is_about_a_dozen_names_beside_one_per_live_page():
    pages = {"open_coaching", "open_data_quality", "open_explore", "open_import", "open_inbox",
             "open_plan_lab",             "open_statement", "open_team_review"}  # fmt: skip

    assert pages <= set(workbench.__all__)
    assert 1 <= len(set(workbench.__all__) - pages) <= 15


def test_importing_the_package_loads_no_heavy_library():
    heavy = "{'altair', 'ibis', 'ipywidgets', 'pandas', 'papermill'}"
    code = f"import sys, workbench; print(sorted({heavy} & set(sys.modules)))"

    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert shown.stdout.strip() == "[]"
