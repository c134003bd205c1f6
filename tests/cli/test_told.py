"""Each command of the cycle and of pay refuses, and says what it did, in the language asked."""

import re

import pytest
import typer
from pay_office import DEALS, FIN, OPS, PLAN, Q2, REPS, TOML
from typer.testing import CliRunner

from workbench.cli import app
from workbench.cli.options import error_text
from workbench.errors import WorkbenchError

ANA, BO, HR, DESK = (("--as", who) for who in ("ana:rep", "bo:manager", "hr:hr", "desk:sales_ops"))
PEOPLE = REPS.replace("team\n", "team,manager_id\n").replace("East\n", "East,bo\n")
PEOPLE = PEOPLE.replace("West\n", "West,\n")
CHANNEL = '\n[outreach.channels]\nmail = "json://127.0.0.1:9/{to}"\n'
GROUPS = (
    "award", "calendar", "cycle", "goal", "inbox", "outbox", "pay", "readiness", "register",
    "send", "session", "statement", "store", "team", "todo",
)  # fmt: skip
THERE = "{there}"  # a file that is there already
NOBODY = ("--as", "x:boss")
# One typical refusal of every command; what is wrong with it stands last
REFUSED = [
    ("award grant", "best_closer", "ana", *ANA),
    ("award overlooked", *ANA),
    ("award propose", "--award", "best_closr"),
    ("award prove", "none", *BO),
    ("calendar", "ana", "--to", "{new}.ics", "--start", "tomorrow"),
    ("calendar", "ana", "--to", THERE, "--start", "2026-10-14T15:00"),
    ("cycle advance", "ana", *HR),
    ("cycle appeal", "ana", "unfair", *ANA),
    ("cycle ask", "ana", " ", *ANA),
    ("cycle close", "ana", *HR),
    ("cycle delegate", "ana", "--to", "cy", *ANA),
    ("cycle due", "ana", "--stage", "self_review", "--reason", "ill", "--on", "32.1."),
    ("cycle due", "ana", "--stage", "lunch", "--reason", "ill", "--on", "2999-01-01"),
    ("cycle form", "--rep", "ana", *ANA),
    ("cycle lessons", *NOBODY),
    ("cycle open", "--period", "2099-Q1"),
    ("cycle open", "--period", "soon"),
    ("cycle open", "--reps", "nobody"),
    ("cycle repin", *ANA),
    ("cycle reopen", "ana", "--reason", "late", "--to", "closed"),
    ("cycle requirements", "--template", "quartely"),
    ("cycle sign", "ana", *ANA),
    ("cycle status", "--cycle", "2026-Q9:quarterly"),
    ("goal add", "Grow", "--owner", "bo", *ANA),
    ("goal add", "Grow", "--owner", "ana", "--to", "much", *ANA),
    ("goal amend", "none", "--reason", "less", *ANA),
    ("goal close", "none", "--reason", "less", *ANA),
    ("goal tree", "--period", "2026-13"),
    ("inbox answer", "none", "Done.", *HR),
    ("inbox list", "--as", "ana"),
    ("inbox upward", *ANA),
    ("outbox arrived", "none"),
    ("outbox repeat", "none"),
    ("pay approve", *Q2, *OPS),
    ("pay check", *Q2, *FIN),
    ("pay disputes", "--amount", "3", *OPS),
    ("pay export", "--run", "2026-Q2", "--to", "{new}.csv", *FIN),
    ("pay export", *Q2, "--to", THERE, *FIN),
    ("pay paid", "--run", "2026-Q2", *FIN),
    ("pay run", "--period", "2026-Q4", *OPS),
    ("pay status", "--run", "2026-Q9", *OPS),
    ("pay withdraw", *Q2, "--because", " ", *OPS),
    ("readiness", "cy", *ANA),
    ("register add", "praise", "Well done", "--rep", "ana", *ANA),
    ("register attend", "none", "ana", *BO),
    ("register end", "none", "Done.", *HR),
    ("register list", "prais", *HR),
    ("register read", "none", *HR),
    ("send", "reminder", "--channel", "mai"),
    ("send", "reminders", "--channel", "mail"),
    ("session list", "nobody"),
    ("session note", "ana"),
    ("session talks", *ANA),
    ("statement", "ana", *Q2, "--dispute", "net"),
    ("statement", "ana", *Q2, "--explain", "nett"),
    ("statement", "cy", *Q2),
    ("store backup", "--to", THERE),
    ("store export", "--to", THERE),
    ("store import", THERE),
    ("team", "North"),
    ("todo", *NOBODY),
]
# What is no sentence: commands to paste, options, settings, forms of names, what was typed
PASTE = re.compile(
    r"workbench [a-z][^。；，：]*|--?\w[\w-]*( [A-Z]+\b)?|\[\[?\w+\]\]? \w+|`[^`]*`|“[^”]*”|/\S+"
)
CHINESE = re.compile("[\u4e00-\u9fff]")
ENGLISH = re.compile(r"[A-Za-z]+[ ,;:'’]+[A-Za-z]+[ ,;:'’]+[A-Za-z]+")


@pytest.fixture
def office(company, monkeypatch):
    made = company(DEALS, TOML + CHANNEL, reps=PEOPLE)
    (made.folder / "plans").mkdir()
    (made.folder / "plans" / "ae.toml").write_text(PLAN, encoding="utf-8")
    (made.folder / "there.csv").write_text("mine", encoding="utf-8")
    monkeypatch.chdir(made.folder)  # where documents go: no run finds those of another
    return Office(made)


class Office:
    """The command in one small workspace, asked in one language."""

    def __init__(self, made):
        self.folder, self.workspace = made.folder, made.workspace

    def words(self, told, *more):
        names = {"there": self.folder / "there.csv", "new": self.folder / "new"}
        first, *rest = told
        return [*first.split(), *(each.format(**names) for each in rest), *more,
                "--workspace", str(self.folder)]  # fmt: skip

    def __call__(self, *told):
        done = CliRunner().invoke(app, self.words(told), catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done.stdout, done.stderr

    def refusal(self, told, *more):
        words = self.words(told, *more)
        done = CliRunner().invoke(app, words)
        assert isinstance(done.exception, WorkbenchError), (told, done.output, done.exception)
        return error_text(done.exception, words)


def english_in(text):
    return ENGLISH.findall(PASTE.sub("·", text))


def commands_of(groups):
    found = typer.main.get_command(app)
    for name in groups:
        inner = getattr(found.commands[name], "commands", None)
        yield from [name] if inner is None else (f"{name} {each}" for each in inner)


def test_every_command_of_the_cycle_is_refused_once_below():
    assert {told[0] for told in REFUSED} == set(commands_of(GROUPS))


def test_a_refusal_is_told_in_the_first_language_of_the_workspace(office):
    office("cycle open", "--reps", "ana,cy")
    office("pay run", *Q2, *OPS)
    told = {each: office.refusal(each) for each in REFUSED}

    assert {each: text for each, text in told.items() if english_in(text)} == {}
    assert [each for each, text in told.items() if not CHINESE.search(text)] == []


DONE = [
    ("cycle advance", "ana", *ANA),
    ("cycle due", "ana", "--stage", "self_review", "--on", "2999-01-04", "--reason", "ill"),
    ("cycle delegate", "ana", "--to", "cy", *HR),
    ("cycle delegate", "ana", "--to", "", *HR),
    ("cycle reopen", "ana", "--to", "data_check", "--reason", "late"),
    ("cycle repin",),
    ("cycle ask", "ana", "Why?", *ANA),
    ("goal add", "Grow", "--owner", "ana", *ANA),
    ("send", "invitation", "--channel", "mail"),
    ("pay run", *Q2, *OPS),
    ("pay check", *Q2, *OPS),
    ("pay approve", *Q2, *FIN),
    ("pay paid", *Q2, *FIN),
    ("pay run", "--period", "2026-Q3", *OPS),
    ("pay withdraw", "--run", "2026-Q3", "--because", "too early", *OPS),
]


def test_what_a_command_did_is_told_beside_what_a_script_reads(office):
    office("cycle open", "--reps", "ana,cy")
    said = {each: office(*each) for each in DONE}

    assert {each: err for each, (_out, err) in said.items() if english_in(err)} == {}
    assert [each for each, (_, err) in said.items() if not CHINESE.search(err)] == []
    assert said[DONE[0]][0] == "self_review\n"
    assert said[DONE[0]][1].startswith("ana 在 2026-Q3:quarterly 的述职现在处于自评阶段，期限 20")
    assert said[DONE[1]][1] == "ana 的自评阶段期限改为 2999-01-04，不按计划；原因留在审计记录里。\n"
    assert "已核发 2 份，共 2 份。" in said[DONE[11]][1]


LISTED = [
    ("cycle lessons",), ("cycle repin",), ("inbox list", *DESK), ("register list", "support", *HR),
    ("session talks", *HR), ("todo", *ANA), ("goal tree",), ("pay status", *OPS),
    ("pay disputes", *OPS),
]  # fmt: skip


def test_the_columns_of_a_list_have_names_in_the_language(office):
    office("cycle open", "--reps", "ana,cy")
    heads = {told: office(*told)[0].splitlines()[0] for told in LISTED}
    heads["status"] = office("cycle status")[0].splitlines()[1]

    assert [each for each in heads.items() if not CHINESE.search(each[1])] == []
    assert [each for each in heads.items() if re.search("[A-Za-z]{3}", each[1])] == []


def test_the_language_asked_for_wins(office):
    asked = ("cycle status", "--cycle", "2026-Q9:quarterly")

    assert office.refusal(asked, "--lang", "en").startswith("There is no cycle")
    assert office.refusal(asked, "--lang=en").startswith("There is no cycle")
    assert office.refusal(asked).startswith("找不到述职周期“2026-Q9:quarterly”。")
