"""The two companies that are looked at, and whom and what one can ask of them."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.review.exploration.shelf import save_view
from workbench.review.exploration.view import View
from workbench.review.team.parts import PARTS
from workbench.review.template import template_names
from workbench.sources.workspace import open_workspace

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Asked:
    """What is asked of one company, the plainest of each first."""

    name: str
    own: date
    days: tuple[date, ...]  # an earlier one, a later one
    periods: tuple[str, ...]
    reps: tuple[str, ...]
    managers: tuple[str, ...]
    cycles: tuple[str, ...]
    award_line: str  # of the register; "" where nothing was granted

    @property
    def actors(self):
        return (f"{self.managers[0]}:manager", f"{self.reps[0]}:rep", "OPS:sales_ops", "HR:hr")

    @property
    def as_of(self):
        return ("", *(day.isoformat() for day in (self.own, *self.days)))


DEMO = Asked(
    "demo", date(2026, 9, 30), (date(2026, 6, 30), date(2026, 12, 31)), ("", "2026-Q2"),
    ("R13", "R01"), ("M03", "M01"), ("", "2026-Q2:quarterly"), "2a759a6f8a924caa8edaaa72af768f36",
)  # fmt: skip
MAVEN = Asked(
    "maven", date(2017, 12, 31), (date(2017, 9, 30), date(2018, 3, 31)), ("", "2017-Q3"),
    ("Darcel Schlecht", "Anna Snelling"), ("Melvin Marxen", "Dustin Brinkmann"), ("",), "",
)  # fmt: skip


def copy_of(asked, folder):
    """Copy a company as it was never opened, with a channel and two views."""
    target = folder / asked.name
    shutil.copytree(
        ROOT / "data" / asked.name,
        target,
        ignore=shutil.ignore_patterns("store.db*", "snapshots", "facts", "*.lock"),
    )
    with (target / "workbench.toml").open("a", encoding="utf-8") as toml:
        toml.write('\n[outreach.channels]\nmail = "json://127.0.0.1:9/"\n')
    space = open_workspace(target)
    save_view(space, "one", View(metric="win_rate"))
    save_view(space, "two", View(metric="won_revenue"))
    return target


def parameters(asked, folder):
    """List the values each parameter of a notebook is given, by its name."""
    return {
        "rep_id": asked.reps,
        "period": asked.periods,
        "as_of": asked.as_of,
        "template": tuple(template_names(folder)),
        "team": ("", *asked.managers),
        "actor": asked.actors,
        "lang": ("zh", "en"),
        "surface": ("document", "live"),
        "formats": ("", "pdf,pptx,xlsx"),
        "edition": ("brief", "talk", "record"),
        "view": ("desk", "present", "one", "two", ""),  # of a session, and kept ones to explore
        "part": PARTS,
        "other": ("", str(folder / "plans")) if (folder / "plans").is_dir() else ("",),
        "workspace": (str(folder),),
        "folder": ("",),
        "to": ("",),
    }
