"""Data quality: one definition for page and command, every issue opened to its rows."""

from datetime import date

import pytest

from workbench.publish.data_notes import data_notes
from workbench.review.quality.effect import effect
from workbench.review.quality.issues import (
    consequence,
    issues,
    next_step,
    rows_behind_issue,
    set_aside_records,
)
from workbench.review.quality.sections import (
    effect_section,
    issues_section,
    next_section,
    trend_section,
)
from workbench.review.quality.trend import trend_of
from workbench.snapshots import freeze
from workbench.widgets.data_quality import QualityPage

# d2 is nobody's, d3 stands twice, d4 has no amount, d5 is won but open, d6 is past its date
DEALS = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on,account_id,oddity
d1,ana,10,true,true,2026-07-01,2026-08-01,a1,x
d2,zed,70,true,true,2026-07-01,2026-08-01,a1,x
d3,bo,20,true,true,2026-07-01,2026-08-01,a9,x
d3,bo,20,true,true,2026-07-01,2026-08-01,a9,x
d4,ana,,true,true,2026-07-01,2026-08-01,a1,x
d5,bo,30,false,true,2026-07-01,2026-12-01,a1,x
d6,ana,40,false,false,2026-07-01,2026-09-01,a1,x
"""
ACCOUNTS = "account_id,name\na1,One\n"


@pytest.fixture
def odd(company):
    return company(deals=DEALS, accounts=ACCOUNTS)


def by_key(snapshot):
    return {each.key: each for each in issues(snapshot)}


def told(snapshot, key):
    rows = rows_behind_issue(snapshot, by_key(snapshot)[key])
    return [dict(zip(rows.heads, row, strict=True)) for row in rows.rows]


def test_every_issue_is_listed_what_is_set_aside_first(odd):
    found = issues(odd.freeze())

    assert [(each.key, each.count, each.kind) for each in found] == [
        ("deals:duplicate_row", 1, "set_aside"),
        ("deals:unknown_rep", 1, "set_aside"),
        ("deals:unknown_account", 1, "kept"),
        ("deals:won_but_open", 1, "kept"),
        ("deals:unmapped", 1, "unmapped"),
    ]


def test_a_row_set_aside_opens_to_file_row_and_content(odd):
    (row,) = told(odd.freeze(), "deals:unknown_rep")

    assert (row["file"], row["row"], row["key"], row["value"]) == ("deals.csv", "3", "d2", "zed")
    assert "amount: 70" in row["record"]


def test_odd_rows_that_are_kept_open_too(odd):
    snapshot = odd.freeze()

    assert [row["deal_id"] for row in told(snapshot, "deals:won_but_open")] == ["d5"]
    assert [row["deal_id"] for row in told(snapshot, "deals:unknown_account")] == ["d3"]


def test_the_rows_of_an_issue_are_as_many_as_it_counts(odd):
    snapshot = odd.freeze()
    for issue in issues(snapshot):
        assert len(rows_behind_issue(snapshot, issue).rows) == issue.count


def test_the_effect_says_how_many_lose_how_much(odd):
    snapshot = odd.freeze()
    found = effect(snapshot, odd.workspace, odd.workspace.calendar.period("2026-Q3"))
    lost = {(each.metric, each.reason): each for each in found.lost}

    past_due = lost["pipeline_coverage", "past_due"]
    nobodys = lost["won_revenue", "unknown_rep"]
    assert (past_due.reps, past_due.rows, past_due.amount, past_due.most) == (1, 1, 40, 40)
    assert (nobodys.rows, nobodys.amount) == (1, 70)
    assert ("won_revenue", "duplicate_row") not in lost  # its twin counts
    assert lost["won_revenue", "amount_missing"].amount is None  # what is missing has no amount


def test_the_effect_says_which_grades_fell(odd):
    snapshot = odd.freeze()
    found = effect(snapshot, odd.workspace, odd.workspace.calendar.period("2026-Q3"))
    touched = {each.fault: each for each in found.touched}

    assert "won_revenue" in touched["amount_missing"].metrics
    assert touched["amount_missing"].grades["D"] > 0  # one of ana's two won deals
    assert found.unscored >= touched["amount_missing"].grades["D"]


def test_a_record_is_kept_as_it_was_read(odd):
    (record,) = set_aside_records(odd.freeze(), "deals", "unknown_rep")

    assert (record["deal_id"], record["rep_id"]) == ("d2", "zed")


def test_a_trend_needs_two_snapshots(odd):
    later = odd.freeze()
    assert "only one snapshot" in trend_section(trend_of(later), "en").finding

    odd.seen_on(date(2026, 8, 31))
    freeze(odd.workspace, date(2026, 6, 30))  # a look back, which is no day of the company's

    days = trend_of(later)
    assert [(day.as_of.month, day.set_aside) for day in days] == [(8, 2), (9, 2)]
    assert "2026-08-31" in trend_section(days, "en").html


def test_the_command_and_the_page_tell_the_same(odd):
    snapshot = odd.freeze()
    text = data_notes(snapshot, "en")
    page = QualityPage(odd.workspace, snapshot, "en")
    html = " ".join(getattr(part, "value", "") for part in page.page.body.children)

    for issue in issues(snapshot):
        assert consequence(issue, "en") in text
        assert consequence(issue, "en").replace("'", "&#39;") in html
    assert "row 3" in text
    assert "→ add the rep" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_issue_has_a_consequence_and_a_next_step(odd, lang):
    for issue in issues(odd.freeze()):
        assert consequence(issue, lang)
        assert next_step(issue, lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sound_data_say_so_and_what_is_left_to_do(company, lang):
    sound = company(deals="deal_id,rep_id,is_closed,is_won\nd1,ana,true,true\n")
    snapshot = sound.freeze()

    assert issues(snapshot) == []
    assert 'class="lede"' in issues_section([], lang).html
    assert next_section([], None, lang).finding
    found = effect(snapshot, sound.workspace, sound.workspace.calendar.period("2026-Q3"))
    assert effect_section(found, "CNY", lang).finding


def test_text_of_a_source_is_never_markup(company):
    deals = "deal_id,rep_id,is_closed,is_won\n<script>x</script>,zed,true,true\nd2,ana,true,true\n"
    snapshot = company(deals=deals).freeze()
    page = QualityPage(company(deals=deals).workspace, snapshot, "en")

    page.open(issues(snapshot)[0])

    assert "<script>" not in page.rows.value
    assert "&lt;script&gt;" in page.rows.value
