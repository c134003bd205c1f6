"""Page one takes the shape of the data: no line of dashes for what a company never had."""

import pytest

from tests.review.by_hand import told
from workbench.errors import WorkspaceError
from workbench.page.text import blocks_text
from workbench.review.review import open_review
from workbench.review.sections.every import section
from workbench.sources.workspace import open_workspace

KINDS = '[deals]\nkind = "orders"\n'
HEAD = "deal_id,rep_id,amount,currency,is_closed,is_won,close_on\n"
ORDERS = HEAD + "".join(
    f"{rep}{y}{m},{rep},{y - 2024}00,CNY,true,true,{y}-{m:02}-05\n"
    for rep in ("ana", "bo") for y in (2025, 2026) for m in (7, 8, 9)
)  # fmt: skip
CALLS = "activity_id,rep_id,kind,at\n" + "".join(
    f"{m}{n},ana,call,2026-{m:02}-{n:02}T09:00:00Z\n" for m in (5, 8) for n in range(1, 13)
)
CSAT = "response_id,rep_id,kind,score,at\n" + "".join(
    f"{m}{n},ana,csat,{5 if n < 9 else 2},2026-{m:02}-{n:02}T10:00:00Z\n"
    for m in (5, 8) for n in range(1, 13)
)  # fmt: skip


NONE = "deal_id,rep_id,is_closed,is_won\n"


@pytest.fixture(params=[NONE, HEAD], ids=["columns of no use", "columns without a row"])
def call_centre(company, request):
    return company(request.param, activities=CALLS, surveys=CSAT).folder


def opened(folder, lang="en"):
    return open_review("ana", "2026-Q3", str(folder), lang=lang, surface="document")


def shown(folder, key, lang="en"):
    return told(key, opened(folder, lang))


@pytest.mark.parametrize(
    ("lang", "finding"),
    [("en", "Calls 12, Customer satisfaction 66.7%"), ("zh", "电话 12，客户满意度 66.7%")],
)
def test_a_call_centre_is_told_of_calls_and_satisfaction(call_centre, lang, finding):
    for key in ("summary", "results"):
        head, lines = shown(call_centre, key, lang)
        assert head == finding
        assert not any("—" in line for line in lines if key == "summary")


def test_of_deals_that_nobody_has_nothing_is_said_to_be_won(call_centre):
    for key in ("summary", "results"):
        _, lines = shown(call_centre, key)
        assert not any("Nothing was won" in line or "Quota" in line for line in lines)
        assert not any("Won deals" in line for line in lines)


def test_calls_have_a_course_and_meetings_nobody_held_have_none(call_centre):
    _, lines = shown(call_centre, "results")
    courses = lines[lines.index("The course from 2026-Q2 to 2026-Q3") :][:4]

    assert [line.split()[0] for line in courses[2:]] == ["Calls", "Customer"]


def test_calls_stand_beside_those_of_a_year_ago(company):
    earlier = "".join(f"y{n},ana,call,2025-08-{n:02}T09:00:00Z\n" for n in range(1, 6))
    made = company(NONE, activities=CALLS + earlier, surveys=CSAT)
    _, lines = shown(made.folder, "results")

    assert next(line.split() for line in lines if line.split()[:2] == ["Calls", "12"])[2] == "5"


def test_a_case_is_asked_for_without_a_deal_where_there_are_none(call_centre):
    assert shown(call_centre, "highlights")[0] == (
        "Cases are written by the rep, each with what shows it"
    )


def test_orders_without_targets_are_told_beside_last_year(company):
    made = company(ORDERS, toml=KINDS)
    finding, lines = shown(made.folder, "summary")

    assert finding == "Won ¥600, with no target to compare"
    first = next(line for line in lines if line.startswith("Won revenue"))
    assert first.split("  ")[:3] == ["Won revenue", "¥600", "Same period last year ¥300"]
    assert not any("—" in line for line in lines)


def test_a_target_that_was_not_set_is_told_where_others_have_one(company):
    quotas = "rep_id,metric,start_on,end_on,target\nbo,won_revenue,2026-07-01,2026-10-01,500\n"
    made = company(ORDERS, toml=KINDS, quotas=quotas)
    _, lines = shown(made.folder, "summary")

    assert any("no target is set for the period" in line for line in lines)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_key_of_a_metric_is_shown(company, lang):
    made = open_review("ana", "2026-Q3", str(company(ORDERS, toml=KINDS).folder), lang=lang)
    text = " ".join(blocks_text(section("appendix", made).blocks, lang))

    assert "won_revenue" not in text
    assert "discount_depth" not in text


def test_where_no_amount_can_be_counted_nothing_false_is_drawn(company):
    """Won in euros, without a rate: what was won is known to have been won, and no more."""
    made = company(ORDERS.replace("CNY", "EUR"), toml=KINDS)
    finding, lines = shown(made.folder, "summary")
    head, blocks = shown(made.folder, "results")

    assert finding == head
    assert head.endswith("cannot be computed: none of the deals has an amount that can be counted")
    assert any("3 deals won; their amounts are not known here." in line for line in lines)
    assert not any("Nothing falls short" in line or "—" in line[:4] for line in lines)
    assert not any("Nothing was won" in line for line in blocks)


def test_a_company_may_say_that_it_records_no_deals(tmp_path):
    files = {"reps": "rep_id,name\nana,Ana\n", "activities": CALLS, "surveys": CSAT}
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    tables = "".join(f'[tables.{name}]\nfile = "{name}.csv"\n' for name in files)
    toml = f'[workspace]\ndefault_period = "2026-Q3"\nas_of = 2026-09-30\n{tables}'
    settings = tmp_path / "workbench.toml"
    settings.write_text(toml, encoding="utf-8")
    with pytest.raises(WorkspaceError, match='write \\[deals\\] and below it kind = "none"'):
        open_workspace(tmp_path)
    settings.write_text(f'{toml}[deals]\nkind = "none"\n', encoding="utf-8")

    assert shown(tmp_path, "summary")[0] == "Calls 12, Customer satisfaction 66.7%"
    for key, word in (("pipeline", "no pipeline to look at"), ("forecast", "none are forecast")):
        head, lines = shown(tmp_path, key)
        assert head.startswith("No deals are recorded here")
        assert word in head
        assert lines == []
    assert not any("FX" in text for _, text in section("cover", opened(tmp_path)).cover.basis)

    settings.write_text(f'{toml}[deals]\nkind = "none"\n[tables.deals]\nfile = "a.csv"\n')
    with pytest.raises(WorkspaceError, match="cannot both be"):
        open_workspace(tmp_path)
