import pytest

from workbench.errors import PeriodError
from workbench.widgets.live import live
from workbench.widgets.page import Page, Trouble


def fails_with(error):
    def act():
        raise error

    return act


def test_an_error_of_ours_is_a_sentence_and_the_page_stays():
    page = Page("en", ["Explore"])
    page.tell("Nobody stands out")

    assert not page.do(fails_with(PeriodError("There is no period '2099'.")))
    assert "There is no period &#39;2099&#39;." in page.state.value
    assert "Nobody stands out" in page.finding.value


def test_any_other_error_is_told_with_its_details_folded_and_escaped():
    page = Page("en", ["Explore"])
    page.do(fails_with(ValueError("<script>alert(1)</script>")))

    assert "<details>" in page.state.value
    assert "<script>" not in page.state.value
    assert "Traceback" not in page.state.value


def test_what_was_said_stays_and_the_mark_of_work_goes():
    page = Page("en", ["Explore"])
    page.do(lambda: page.say("Saved."))
    said = page.state.value
    page.do(lambda: None)

    assert "Saved." in said
    assert page.state.value == ""


@live
def opened(period, lang=""):
    raise PeriodError(f"There is no period {period!r} in {lang!r}.")


def test_where_a_person_looks_on_a_page_says_why_it_cannot_be_opened(monkeypatch):
    monkeypatch.setenv("JPY_SESSION_NAME", "explore.ipynb")

    shown = opened("<b>2099</b>", lang="en")

    assert isinstance(shown, Trouble)
    assert "&lt;b&gt;2099" in shown._repr_html_()


def test_a_batch_fails_as_it_should(monkeypatch):
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    monkeypatch.delenv("SERVER_SOFTWARE", raising=False)

    with pytest.raises(PeriodError):
        opened("2099")
