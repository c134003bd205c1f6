"""Parameters are checked against the notebook before anything runs."""

import pytest

from workbench.batch.parameters import require_declared, review_parameters
from workbench.errors import ParameterError

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
        ({"rep_id": 7}, "'rep_id' cannot be 7"),
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
