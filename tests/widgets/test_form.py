"""The live form: what is typed is saved at once, checked beside the field, never overwritten."""

import asyncio
import os
import re
import shutil
import signal
import time
from datetime import date

import ipywidgets as ipw
import pytest
from jupyter_client.manager import KernelManager
from sqlalchemy import text

from workbench.errors import ParameterError, RefusedError
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.template import load_template
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.entries import read_entries
from workbench.store.inbox import inbox_of
from workbench.store.signing import signatures_of
from workbench.widgets.fields import field_of
from workbench.widgets.form import form_of, open_form
from workbench.widgets.overview import open_overview
from workbench.widgets.register import open_register

CYCLE, REP, CASES = "2026-Q3:quarterly", "R19", "highlights.cases.rep"
HR, ANA = Actor("HR", "hr"), Actor(REP, "rep")


@pytest.fixture(scope="module")
def desk(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("forms") / "demo"
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("store.*"))
    opened = open_desk(open_workspace(folder), "en")
    begin(opened, HR, "2026-Q3", due_on=date(2026, 10, 7), reps=[REP, "R18"])
    yield opened
    opened.store.engine.dispose()


def kept(desk, section, item, side="rep"):
    return read_entries(desk.store, ANA, CYCLE, REP)[section, item, side]


def test_what_is_typed_is_saved_and_a_second_tab_shows_it(desk):
    draft = form_of(desk, ANA, CYCLE, REP).drafts[CASES]
    assert "Proposed" in draft.said.value
    draft.field.widget.value = "Won <D-1>\n汉字 🙂"

    assert kept(desk, "highlights", "cases").value == "Won <D-1>\n汉字 🙂"
    assert re.search(r"saved \d\d:\d\d", draft.said.value)
    again = form_of(desk, ANA, CYCLE, REP).drafts[CASES]
    assert again.field.value == "Won <D-1>\n汉字 🙂"


def test_within_a_kernel_it_is_saved_soon_while_typing_goes_on(desk):
    async def typing():
        draft = form_of(desk, ANA, CYCLE, REP, "problems").drafts["problems.problems.rep"]
        begin, seen = time.monotonic(), []
        while time.monotonic() - begin < 1.2:
            draft.field.widget.value += "x"
            await asyncio.sleep(0.02)
            entry = kept(desk, "problems", "problems")
            seen.append((time.monotonic() - begin, len(entry.value), len(draft.field.value)))
        return seen

    seen = asyncio.run(typing())
    behind = [at for at, saved, typed in seen if at > 0.8 and typed - saved > 45]
    assert behind == []
    assert len({saved for _at, saved, _typed in seen}) < len(seen) / 4  # not each letter


def test_two_tabs_get_a_choice_and_no_text_is_lost(desk):
    one = form_of(desk, ANA, CYCLE, REP).drafts[CASES]
    two = form_of(desk, ANA, CYCLE, REP).drafts[CASES]
    one.field.widget.value = "from one"
    two.field.widget.value = "from two"

    assert kept(desk, "highlights", "cases").value == "from one"
    assert two.field.value == "from two"
    assert "from one" in two.said.value
    join = next(button for button in two.choice.children if button.description == "Join both")
    join.click()
    assert kept(desk, "highlights", "cases").value == "from one\nfrom two"
    assert two.choice.children == ()


def test_a_store_that_fails_leaves_the_words_in_the_field(desk):
    draft = form_of(desk, ANA, CYCLE, REP).drafts[CASES]
    with desk.store.writing() as connection:
        connection.execute(
            text(
                "CREATE TRIGGER stop BEFORE UPDATE ON entry "
                "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
            )
        )
    draft.field.widget.value = "not yet saved"
    assert draft.field.value == "not yet saved"
    assert "full" in draft.said.value
    with desk.store.writing() as connection:
        connection.execute(text("DROP TRIGGER stop"))
    draft.field.widget.value = "saved now"

    assert kept(desk, "highlights", "cases").value == "saved now"


def test_a_form_shows_only_what_this_person_may_write(desk):
    rep_side = form_of(desk, ANA, CYCLE, REP).drafts

    assert {name.rsplit(".", 1)[1] for name in rep_side} == {"rep", "shared", "private"}
    with pytest.raises(RefusedError):
        form_of(desk, Actor("R18", "rep"), CYCLE, REP)
    assert form_of(desk, HR, CYCLE, REP).drafts == {}


def test_what_cannot_be_read_is_told_beside_the_field_and_kept(desk):
    cycle = begin(desk, HR, "2026-Q3", "monthly", reps=[REP]).cycle
    draft = form_of(desk, ANA, cycle, REP, "forecast").drafts["forecast.commit.rep"]
    draft.field.value = "a lot"

    assert draft.field.value == "a lot"
    assert "not a number" in draft.said.value
    assert 'role="alert"' in draft.said.value
    draft.field.value = "12,000"
    assert "saved" in draft.said.value


def test_who_else_is_named_is_told_beside_the_field(desk):
    draft = form_of(desk, ANA, CYCLE, REP).drafts[CASES]
    draft.field.value = f"with {draft.others[0]}"

    assert draft.others[0] in draft.said.value.partition("This names")[2]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_item_of_every_template_has_a_labelled_field_that_keeps_its_value(lang):
    told = {
        "yes_no": True,
        "select": 2,
        "rating": {"level": 2, "reason": "r"},
        "feedback": dict.fromkeys(
            ("situation", "behaviour", "impact", "request", "evidence"), "汉"
        ),
    }
    for name in ("quarterly", "monthly", "annual", "onboarding"):
        for items in load_template(name).forms.values():
            for item in items:
                if item.kind == "signatures":
                    continue
                value = [["x"] * len(item.columns)] if item.columns else told.get(item.kind, "9")
                field = field_of(item, lang)
                field.value = value
                assert field.value == value, (name, item.key)


def test_a_killed_kernel_loses_at_most_the_last_second(desk, tmp_path):
    folder, typed = str(desk.workspace.folder), tmp_path / "typed"
    manager = KernelManager(kernel_name="python3")
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    client.execute(f"""
import asyncio, time, workbench as wb
form = wb.open_form({REP!r}, "2026-Q3", {folder!r}, actor="{REP}:rep", section="values", lang="en")
draft = form.drafts["values.example.rep"]
typed = open({str(typed)!r}, "w")
async def typing():
    n = 0
    while True:
        n += 1
        draft.field.widget.value = "w" * n
        typed.write(f"{{time.time()}} {{n}}\\n")
        typed.flush()
        await asyncio.sleep(0.01)
task = asyncio.ensure_future(typing())
""")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        entry = read_entries(desk.store, ANA, CYCLE, REP).get(("values", "example", "rep"))
        if entry is not None and len(entry.value) > 120:
            break
        time.sleep(0.05)
    os.kill(manager.provisioner.pid, signal.SIGKILL)
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    form = form_of(desk, ANA, CYCLE, REP, "values")
    entry = kept(desk, "values", "example")

    assert len(entry.value) > 120
    assert form.drafts["values.example.rep"].field.value == entry.value
    keys = [line.split() for line in typed.read_text().splitlines()[:-1]]
    last = float(keys[-1][0])
    lost = [float(at) for at, n in keys if int(n) > len(entry.value)]
    assert all(last - at <= 1 for at in lost)


def test_the_facade_opens_a_form(desk):
    form = open_form(REP, "2026-Q3", str(desk.workspace.folder), actor=f"{REP}:rep", lang="en")

    assert CASES in form.drafts


def test_a_review_is_questioned_handed_in_and_signed_with_buttons(desk):
    steps = form_of(desk, Actor("R18", "rep"), CYCLE, "R18").steps
    steps.metric.value, steps.doubt.value = "won_revenue", "two deals <missing>"
    click(steps, "Ask")
    (asked,) = inbox_of(desk.store, Actor("O", "sales_ops"), CYCLE)

    assert (asked.text, asked.about["metric"]) == ("two deals <missing>", "won_revenue")
    assert asked.about["rows"]
    assert steps.doubt.value == ""
    click(steps, "Hand in")
    assert "Handed in" in steps.said.value
    assert "self-review" in steps.box.children[0].value
    click(steps, "Ask")  # nothing asked: a sentence, nothing lost
    assert 'role="alert"' in steps.said.value
    other = form_of(desk, HR, CYCLE, "R18").steps
    assert "Hand in" not in [button.description for button in buttons(other.box)]


def test_a_signature_is_chosen_by_the_person(desk):
    with desk.store.writing() as connection:
        connection.execute(text("UPDATE review SET stage = 'sign_off' WHERE rep_id = 'R18'"))
    steps = form_of(desk, Actor("R18", "rep"), CYCLE, "R18").steps
    click(steps, "Sign")
    assert 'role="alert"' in steps.said.value  # nothing is chosen beforehand
    steps.verdict.value = "seen"
    click(steps, "Sign")
    assert "not agreed" in steps.said.value  # needs a comment
    steps.comment.value = "the quota"
    click(steps, "Sign")

    (kept_,) = signatures_of(desk.store, HR, CYCLE, "R18")
    assert (kept_.verdict, kept_.comment) == ("seen", "the quota")


def test_the_overview_shows_what_waits_and_who_is_where(desk):
    folder = str(desk.workspace.folder)
    html = open_overview("2026-Q3", folder, actor=f"{REP}:rep", lang="en")._repr_html_()

    assert "rep: check the figures" in html
    assert CYCLE in html
    assert "R18" not in html  # another rep's review


def test_a_register_keeps_the_words_until_they_are_kept(desk):
    folder = str(desk.workspace.folder)
    table = open_register("praise", folder, actor=f"{REP}:rep", lang="en")
    table.fields["rep_id"].value, table.fields["what"].value = "R18", "Thanks <b>"
    table.add()
    assert "Evidence" in table.said.value
    assert table.fields["what"].value == "Thanks <b>"
    table.fields["due_on"].value = "soon"
    table.add()
    assert "soon" in table.said.value
    table.fields["due_on"].value, table.fields["grounds"].value = "", "took two calls"
    table.add()

    assert "Thanks &lt;b&gt;" in table.table.value
    assert table.fields["what"].value == ""


def buttons(box):
    for child in getattr(box, "children", ()):
        if isinstance(child, ipw.Button):
            yield child
        yield from buttons(child)


def click(steps, label):
    next(button for button in buttons(steps.box) if button.description == label).click()


def test_what_is_still_unsaved_is_kept_before_the_review_is_handed_in(desk):
    form = form_of(desk, ANA, CYCLE, REP)

    async def typed_and_handed_in():
        form.drafts[CASES].field.widget.value = "The last words"  # within a kernel: saved soon
        before = kept(desk, "highlights", "cases").value
        form.steps._flush()
        return before

    before = asyncio.run(typed_and_handed_in())

    assert before != "The last words"
    assert kept(desk, "highlights", "cases").value == "The last words"


def test_what_cannot_be_saved_is_named_and_nothing_is_handed_in(desk):
    form, other = form_of(desk, ANA, CYCLE, REP), form_of(desk, ANA, CYCLE, REP)
    other.drafts[CASES].field.widget.value = "theirs"
    form.drafts[CASES].field.widget.value = "mine"

    with pytest.raises(ParameterError, match="Not everything is saved"):
        form.steps.hand_in()

    assert form.drafts[CASES].field.value == "mine"
    other.drafts[CASES].keep_mine(kept(desk, "highlights", "cases").version)
