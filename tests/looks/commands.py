"""Every command of the command line: which only look, which make documents, which act."""

from dataclasses import dataclass
from itertools import count

import typer
from typer.testing import CliRunner

from workbench.cli import app
from workbench.errors import WorkbenchError
from workbench.outreach.messages import KINDS
from workbench.publish.facts import FORMATS as FACT_FORMATS
from workbench.review.pay.text import FORMATS as STATEMENT_FORMATS
from workbench.review.template import template_names
from workbench.store.registers import REGISTERS

LOOKS = {
    "award overlooked", "award propose", "award prove", "check", "cycle form",
    "cycle lessons", "cycle requirements", "cycle status", "diff", "goal tree", "inbox list",
    "inbox upward", "metrics",
    "pay disputes", "pay export", "pay status", "readiness", "register list",
    "send", "session list", "session talks", "snapshot", "statement", "store backup",
    "store export", "template check", "todo", "view diff", "view list", "view show",
}  # fmt: skip
# Documents are laid into outputs/; nothing else may change
MAKES = {"batch", "review", "session note", "team"}
# They wait for a browser: what they show is looked at page by page
SERVES = {"coach", "lab", "serve"}
ACTS = {
    "award grant", "calendar", "cycle advance", "cycle appeal", "cycle ask", "cycle close",
    "cycle delegate", "cycle due", "cycle open", "cycle reopen", "cycle repin", "cycle sign",
    "demo", "goal add", "goal amend", "goal close", "inbox answer", "init",
    "outbox arrived", "outbox repeat",
    "pay approve", "pay check", "pay paid", "pay run", "pay withdraw", "register add",
    "register attend", "register end", "register read", "store import",
}  # fmt: skip
# Options that make an act of a look, and the day that makes a look of `snapshot`
ACTING = {
    ("send", "--go"), ("send", "--shown"), ("statement", "--dispute"), ("statement", "--because"),
    ("statement", "--as"), ("statement", "--formats"),
    ("cycle form", "--from"), ("pay disputes", "--accept"),
    ("pay disputes", "--amount"), ("pay disputes", "--because"), ("pay disputes", "--due"),
    ("pay disputes", "--hand-over"), ("pay disputes", "--refuse"), ("pay disputes", "--to"),
}  # fmt: skip
_ALWAYS = {"snapshot": ("--as-of",), "cycle form": ("--to",)}
_ENDING = {"cycle form": ".xlsx", "pay export": ".csv"}  # of the file a command is to write
_FILES = count()


@dataclass(frozen=True)
class Typed:
    """A command as somebody types it."""

    words: tuple[str, ...]

    @property
    def key(self):
        """Name the command."""
        two = " ".join(self.words[:2])
        return two if two in LOOKS else self.words[0]

    def __str__(self):
        return " ".join(("workbench", *self.words))

    def __call__(self):
        """Run it; True when it did what it says, False when it refused with a sentence."""
        done = CliRunner().invoke(app, list(self.words))
        if done.exception is None or isinstance(done.exception, SystemExit):
            return True  # also where the answer is no, as of an award that cannot be proved
        if isinstance(done.exception, WorkbenchError):
            return False
        raise AssertionError(f"{self}: {done.exception!r}\n{done.output}") from done.exception


def commands():
    """Give every command by its words, with what it takes."""
    return dict(_walk(typer.main.get_command(app)))


def _walk(command, path=()):
    if hasattr(command, "commands"):
        for name, each in command.commands.items():
            yield from _walk(each, (*path, name))
    else:
        yield " ".join(path), command.params


def typed(asked, folder, names):
    """List each command's plain words, then those with one other value of each option."""
    known, found = commands(), []
    for name in sorted(names):
        values = {option: told for option in map(_name, known[name])
                  if (told := _values(name, option, asked, folder))}  # fmt: skip
        plain = {_name(each): values[_name(each)][0] for each in known[name] if each.required}
        plain |= {option: values[option][0] for option in _ALWAYS.get(name, ())}
        found.append(_typed(name, plain, folder))
        for option, each in values.items():
            rest = each[1:] if option in plain else each
            found += [_typed(name, plain | {option: value}, folder) for value in rest]
    return found


def _name(parameter):
    return parameter.opts[0] if parameter.opts[0].startswith("-") else parameter.name


def _typed(name, values, folder):
    words = name.split()
    for option, value in values.items():
        told = value.format(n=next(_FILES))
        is_flag = told == "yes"
        words += ([option] if option.startswith("-") else []) + ([] if is_flag else [told])
    return Typed((*words, "--workspace", str(folder)))


def _is_no_managers(name):
    return name.startswith("pay ") or name == "session talks"


def _values(name, option, asked, folder):
    """Give what an option or argument may be, the plainest first; a new one is an error here."""
    if (name, option) in ACTING or option == "--workspace":
        return ()
    aside = str(folder.parent / "aside")
    actors = (f"{asked.managers[0]}:manager", "OPS:sales_ops", f"{asked.reps[0]}:rep", "HR:hr")
    known = {
        "--as": actors[1:] if _is_no_managers(name) else actors,
        "--accrual": ("yes",),
        "--as-of": tuple(day.isoformat() for day in (*asked.days, asked.own)),
        "--award": ("best_closer",),
        "--channel": ("mail",),
        "--cycle": asked.cycles[1:],
        "--draft": ("yes",),
        "--edition": ("talk", "brief", "record"),
        "--every": ("2",),
        "--explain": ("net",),
        "--format": FACT_FORMATS if name == "metrics" else STATEMENT_FORMATS,
        "--formats": ("html", "html,xlsx", "html,pdf", "html,pptx"),
        "--force": ("yes",),
        "--frozen": ("yes",),
        "--lang": ("en", "zh"),
        "--number": ("1",),
        "--open": ("stuck_deals",),
        "--period": asked.periods[1:],
        "--recompute": ("yes",),
        "--security": ("yes",),
        "--rep": asked.reps,
        "--run": ("2026-Q2",),
        "--start": ("2026-10-14T15:00",),
        "--template": tuple(template_names(folder)),
        "--to": (aside + "/{n}" + _ENDING.get(name, ""),),
        "after": (f"{asked.reps[0]}@{asked.periods[1]}",),
        "before": (f"{asked.reps[0]}@{asked.periods[-1]}",),
        "first": ("one",),
        "kind": KINDS,
        "line": (asked.award_line or "none",),
        "name": ("one", "two") if name == "view show" else ("", asked.managers[0]),
        "register": tuple(REGISTERS),
        "rep": asked.reps,
        "second": ("two",),
        "words": ("客户",),
    }
    is_own = name == "snapshot" and option == "--as-of"  # that would be no look
    return known[option][:-1] if is_own else known[option]
