"""The hash of everything a document shows and is made by: the same hash, the same document."""

import json
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from importlib.resources import files
from importlib.resources.abc import Traversable

from workbench.batch.plan import Plan
from workbench.i18n import Lang
from workbench.review.cycle.answers import cycle_name, rep_answers
from workbench.review.growing.book import FILE_NAME
from workbench.review.growing.lines import own_lines
from workbench.review.person import person

_LOCK = "requirements.lock"


def input_hash(plan: Plan, rep_id: str, lang: Lang) -> str:
    """Hash the input of one document.

    Two documents of equal hash are equal, so one that is there need not be made again.
    """
    workspace = plan.workspace
    own_template = workspace.folder / "templates" / f"{plan.template}.toml"
    cycle = cycle_name(plan.period.name, plan.template)
    parts = {
        "slice": [plan.snapshot.hash, str(plan.snapshot.as_of), rep_id, repr(plan.period)],
        "rules": repr(
            (
                workspace.name,
                workspace.title(lang),
                workspace.is_made,
                workspace.calendar,
                workspace.currency,
                workspace.amount_basis,
                workspace.deals_kind,
                workspace.prorate_quotas,
                workspace.manager_scope,
                workspace.zone,
            )
        ),
        "template": [plan.template, _digest(own_template)],
        "notebook": _digest(plan.notebook),
        "written": repr(rep_answers(workspace, cycle, rep_id)),
        "lines": repr(own_lines(workspace, rep_id, _team(plan, rep_id))),
        "growth": _digest(workspace.folder / FILE_NAME),
        "lang": lang,
        "formats": plan.formats,
        "package": package_hash(),
        "installed": installed_hash(),
    }
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _team(plan: Plan, rep_id: str) -> str:
    return person(plan.snapshot, rep_id, plan.period, plan.workspace.manager_scope).team


@cache
def package_hash() -> str:
    """Hash the package as it is installed: code, words, templates, stylesheet, fonts."""
    digest = sha256()
    for path, file in _walk(files("workbench"), ""):
        digest.update(f"{path}\0".encode() + sha256(file.read_bytes()).digest())
    return digest.hexdigest()


@cache
def installed_hash() -> str:
    """Hash the lock of a checkout, or, where there is none, the versions installed."""
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    lock = files("workbench") / ".." / _LOCK
    if lock.is_file():
        return sha256(python.encode() + lock.read_bytes()).hexdigest()
    found = sorted({f"{found.name}=={found.version}" for found in distributions()})
    return sha256("\n".join([python, *found]).encode()).hexdigest()


def _digest(file: Traversable) -> str:
    return sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def _walk(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        here = f"{path}/{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _walk(entry, here)
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            yield here, entry
