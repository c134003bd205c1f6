"""A company of 24 people, its calendar and its commands, as the drive through a cycle uses them.

Dora directs Mia, Max and Moe, who lead eight, eight and four. Pia was hired in September and is
known in October; Hal leaves in October. HR and sales ops are reviewed by nobody.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from workbench.cli import app
from workbench.errors import WorkbenchError
from workbench.i18n import told
from workbench.review.cycle.desk import open_desk
from workbench.sources.workspace import open_workspace

CYCLE, NEXT = "2026-Q3:quarterly", "2026-Q4:quarterly"
ZONE = ZoneInfo("Asia/Shanghai")
HR, OPS = "h1@x.cn:hr", "o1@x.cn:sales_ops"
TEAMS = {
    "mia": ("ana", "bea", "cai", "dan", "eli", "fay", "gus", "hal"),
    "max": ("ida", "jan", "kim", "leo", "mel", "noa", "ola", "pia"),
    "moe": ("que", "ray", "sue", "tom"),
}
LEADS = {rep: lead for lead, reps in TEAMS.items() for rep in reps}
REPS, MANAGERS = tuple(LEADS), (*TEAMS, "dora")
PEOPLE = (*REPS, *MANAGERS)
LATE, LEAVER, LEFT_ON = "pia", "hal", "2026-10-13"
RULES = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
languages = ["en"]
[calendar]
country = "CN"
zone = "Asia/Shanghai"
[serve]
address = "https://reviews.x.cn/"
hr = ["h1@x.cn"]
sales_ops = ["o1@x.cn"]
[outreach.channels]
mail = "mailto://127.0.0.1:9?from=o1@x.cn&to={{to}}"
[store]
url = "{url}"
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
"""
HEAD = "rep_id,name,email,manager_id,team,hired_on,left_on\n"


def who(rep):
    """Name a rep as who acts."""
    return f"{rep}:rep"


def lead(rep):
    """Name who leads a rep as who acts."""
    return f"{LEADS[rep]}:manager"


def write_people(folder, *, is_october):
    """Write who works here, as known at the end of September or in the middle of October."""
    rows = [_row(each, "dora" if each in TEAMS else "") for each in MANAGERS]
    for rep in REPS:
        if rep == LATE and not is_october:
            continue
        left = LEFT_ON if rep == LEAVER and is_october else ""
        rows.append(_row(rep, LEADS[rep], "2026-09-21" if rep == LATE else "2020-01-01", left))
    (folder / "reps.csv").write_text(HEAD + "".join(rows), encoding="utf-8")


def _row(person, manager, hired="2020-01-01", left=""):
    team = manager if manager in TEAMS else ""
    return f"{person},{person.title()},{person}@x.cn,{manager},{team},{hired},{left}\n"


def write_company(folder, url):
    """Write the workspace: everybody won a deal, and in the team of Mia one is past its day."""
    (folder / "workbench.toml").write_text(RULES.format(url=url), encoding="utf-8")
    write_people(folder, is_october=False)
    rows = ["deal_id,rep_id,amount,is_closed,is_won,created_on,close_on"]
    for n, rep in enumerate(each for each in REPS if each != LATE):
        rows.append(f"D-{rep},{rep},{100 + n},true,true,2026-07-01,2026-08-{1 + n:02}")
        if rep in TEAMS["mia"]:
            rows.append(f"P-{rep},{rep},50,false,false,2026-07-01,2026-09-20")
    (folder / "deals.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


class Town:
    """The workspace, the time it is there, and the command line."""

    def __init__(self, folder):
        self.folder, self.now, self.said = folder, datetime(2026, 10, 8, tzinfo=UTC), ""
        self._desk = None

    def clock(self):
        """Give the instant it is."""
        return self.now

    def on(self, day, hour=10):
        """Let it be some hour of a day where the company is."""
        year, month, day = map(int, day.split("-"))
        self.now = datetime(year, month, day, hour, tzinfo=ZONE).astimezone(UTC)
        self.close()

    @property
    def desk(self):
        """Open the desk, on what is known today."""
        if self._desk is None:
            self._desk = open_desk(open_workspace(self.folder), "en")
        return self._desk

    def close(self):
        """Leave the desk."""
        if self._desk is not None:
            self._desk.store.engine.dispose()
        self._desk = None

    def types(self, *words):
        """Type a command; gives what it printed, and keeps what it said beside."""
        asked = [*words, "--workspace", str(self.folder)]
        # catch_exceptions=False: a refusal is the error main() turns into a sentence
        done = CliRunner().invoke(app, asked, catch_exceptions=False)
        assert done.exit_code == 0, done.output
        self.said = done.stderr
        return done.stdout

    def is_refused(self, *words):
        """Type a command that is refused; gives the sentence in English and in Chinese."""
        with pytest.raises(WorkbenchError) as caught:
            self.types(*words)
        return told(caught.value, "en"), told(caught.value, "zh")

    def waits_for(self, actor):
        """List what `todo` shows somebody: cells by line, without the heads."""
        _heads, *lines = self.types("todo", "--as", actor, "--lang", "en").splitlines()
        return [line for line in lines if line.strip()]
