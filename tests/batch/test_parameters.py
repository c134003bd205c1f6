"""Parameters are checked against the notebook before anything runs."""

import pytest

from workbench.batch.parameters import require_declared, review_parameters
from workbench.batch.run import run
from workbench.errors import ParameterError, UnknownNameError

GIVEN = {
    "rep_id": "007",
    "period": "2026-09",
    "workspace": "/shop",
    "as_of": "2026-09-30",
    "template": "quarterly",
    "lang": "zh",
}


def test_texts_stay_texts():
    # Papermill alone would make the number 7 of the id
    assert review_parameters(GIVEN)["rep_id"] == "007"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"rep_id": 7}, "'rep_id' cannot be 7. Give text: rep_id = '7'"),
        ({"rep": "007"}, "takes no parameter 'rep'"),
        ({"lang": "fr"}, "'lang' cannot be 'fr'"),
        ({"surface": "paper"}, "'surface' cannot be 'paper'"),
    ],
)
def test_a_wrong_parameter_is_refused(change, said):
    with pytest.raises(ParameterError, match=said):
        review_parameters(GIVEN | change)


def test_a_missing_parameter_is_refused():
    with pytest.raises(ParameterError, match="needs parameter 'rep_id'"):
        review_parameters({key: value for key, value in GIVEN.items() if key != "rep_id"})


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "takes no parameter 'rep_id'"),
        ("rep_id: int = 7", "declares parameter 'rep_id' as int"),
    ],
)
def test_a_notebook_must_declare_each_parameter_as_text(write_notebook, tmp_path, line, said):
    notebook = write_notebook(tmp_path / "n.ipynb", "1", parameters=line)

    with pytest.raises(ParameterError, match=said):
        require_declared(notebook)


def test_a_missing_notebook_is_named(tmp_path):
    with pytest.raises(ParameterError, match=r"There is no notebook .*gone\.ipynb"):
        require_declared(tmp_path / "gone.ipynb")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"reps": [7]}, "rep_id is 7, which is a number"),
        ({"period": 2026.5}, "period is 2026.5"),
        ({"langs": 7}, "langs is 7, which is a number"),
        ({"template": 7}, "template is 7"),
        ({"as_of": 1.5}, "as_of is 1.5"),
        ({"workspace": 7}, "workspace is 7"),
    ],
)
def test_a_batch_from_a_program_is_refused_before_it_runs(company, asked, said):
    folder = company().folder

    with pytest.raises((ParameterError, UnknownNameError), match=said):
        run(**{"workspace": folder, "notebook_timeout": 1, **asked})


def test_one_rep_is_not_taken_for_its_letters(company):
    with pytest.raises(UnknownNameError, match="There is no rep 'nobody'"):
        run("nobody", "2026q3", company().folder)
