"""An error is told in the language of who reads it."""

from workbench.errors import RefusedError, WorkbenchError
from workbench.i18n import error, said, told


def test_an_error_of_a_key_says_it_in_both() -> None:
    made = error(RefusedError, "stage-at-self-review")
    assert isinstance(made, RefusedError)
    assert str(made) == told(made, "en") == "self-review"
    assert told(made, "zh") == "自评"


def test_several_stand_in_a_row_and_plain_errors_keep_their_text() -> None:
    names = (said("stage-at-self-review"), said("stage-at-appeal"))
    counted = said("points", n=names)
    assert told(counted, "en") == "self-review, appeal window points"
    assert told(WorkbenchError("As it is."), "zh") == "As it is."
