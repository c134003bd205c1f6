"""What a rep may not see of a team is said in a sentence of the page's language."""

import pytest

from workbench.errors import RefusedError
from workbench.i18n import told
from workbench.review.growing.team import open_team
from workbench.widgets.page import Page
from workbench.widgets.team_boards import growth, recognition

OF = {
    "zh": {"learning": "R19（销售）看不到同事的课程", "teamwork": "R19（销售）看不到同事的协作"},
    "en": {
        "learning": "R19 (rep) does not see the courses of colleagues",
        "teamwork": "R19 (rep) does not see the teamwork of colleagues",
    },
}


def team(lang):
    return open_team("2026-Q3", "data/demo", actor="R19:rep", lang=lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("board", ["learning", "teamwork"])
def test_a_rep_is_refused_what_is_of_colleagues(lang, board):
    with pytest.raises(RefusedError) as refused:
        getattr(team(lang), board)()

    assert told(refused.value, lang).startswith(OF[lang][board])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_says_so_and_goes_on(lang):
    found = team(lang)
    shown = [*recognition(found), *growth(found, Page(lang, []))]
    texts = [widget.value for widget in shown if hasattr(widget, "value")]

    assert [said for said in OF[lang].values() if not any(said in text for text in texts)] == []
    assert not [text for text in texts if lang == "zh" and "does not" in text]
