"""The hashes of everything a document shows and is made by: the same hashes, the same document.

A document is made of parts: the rep's figures and deals as shown, what people wrote, the template,
the notebook, the program. The hash of its parts says whether it is current; the parts say why not.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import distributions
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from workbench.batch.plan import Plan
from workbench.batch.status import Made
from workbench.batch.written import Written
from workbench.i18n import Lang
from workbench.model.employment import Employment
from workbench.publish.faces import faces_of
from workbench.review.fitting import fitting
from workbench.review.growing.book import FILE_NAME
from workbench.review.leading import leading_of
from workbench.review.person import who_leads
from workbench.review.shown import Hashes, file_hashes, slice_hashes
from workbench.snapshots.employment import employments_of
from workbench.snapshots.own_rows import own_hashes
from workbench.snapshots.pay.plans import plans_digest

_LOCK = "requirements.lock"
_TABLES = ("quotas", "assignments", "absences")  # a document shows rows of these themselves
_WHY = {  # in the order in which a reader would ask
    "person": "who is reviewed",
    "facts": "figures",
    "deals": "deals",
    "comparisons": "the peers' figures",
    "left_out": "rows left out",
    "own": "rows of an earlier time, which pay and development look back on",
    "snapshot": "the day or state of the data",
    "written": "what people wrote",
    "leading": "what is counted of leading the team",
    "template": "the template",
    "plans": "the incentive plans",
    "growth": "growth.toml",
    "notebook": "the notebook",
    "rules": "the workspace's rules",
    "program": "the program or its libraries",
    "form": "language, edition or formats",
}


@dataclass(frozen=True)
class Inputs:
    """The inputs of all documents of a plan, each read once."""

    plan: Plan
    written: Written

    def parts(
        self,
        rep_id: str,
        which: tuple[Lang, str],
        made: Made | None,
        formats: Sequence[str] = (),
    ) -> dict[str, str]:
        """Hash each part of one document's input.

        Parameters
        ----------
        which
            Its language and edition.
        made
            What is known of the document; saves reading what people wrote when nobody wrote since.
        formats
            What is made beside HTML.
        """
        lang, edition = which
        own = {name: hashes.get(rep_id, "") for name, hashes in self._slices.items()}
        person = [self.plan.people[rep_id], *(t.get(rep_id, "") for t in self._tables.values())]
        return {
            **own,
            **self._shared,
            "template": self._template(rep_id),
            "own": self._own.get(rep_id, ""),
            "person": _digest_of(repr(person)),
            "written": self.written.hash_of(rep_id, made),
            "leading": self._leading(rep_id),
            "rules": _digest_of([self._rules, self.plan.workspace.title(lang)]),
            "form": _digest_of([lang, edition, *self._formats(lang, formats)]),
        }

    def _formats(self, lang: Lang, formats: Sequence[str]) -> list[str]:
        """Hash what is made beside HTML: of a PDF its fonts, of a deck the company's template."""
        space, told = self.plan.workspace, list(formats)
        if "pdf" in formats:
            told.append(faces_of(space.fonts, lang).digest)
        if "pptx" in formats and space.deck_template is not None:
            told.append(_digest(space.deck_template))
        return told

    def _leading(self, rep_id: str) -> str:
        """Hash what a manager's document tells of leading: it rests on others' rows and words."""
        plan = self.plan
        if not plan.people[rep_id].has_team_scope:
            return ""
        return _digest_of(
            repr(leading_of(plan.snapshot, plan.workspace, plan.period, rep_id, plan.template))
        )

    @cached_property
    def _slices(self) -> Mapping[str, Hashes]:
        """Join the hashes of the periods a document shows: this, the next, a year before."""
        plan, calendar = self.plan, self.plan.workspace.calendar
        periods = (plan.period, plan.next_period, calendar.year_before(plan.period))
        found: dict[str, Hashes] = {}
        for period in periods:
            if period is None:
                continue
            for name, hashes in slice_hashes(plan.snapshot, plan.workspace, period).items():
                joined = found.setdefault(name, {})
                for rep_id, digest in hashes.items():
                    joined[rep_id] = joined.get(rep_id, "") + f"{period.start}:{digest} "
        return {
            name: {rep_id: _digest_of(text) for rep_id, text in hashes.items()}
            for name, hashes in found.items()
        }

    @cached_property
    def _own(self) -> Hashes:
        leads = frozenset(who for who, each in self.plan.people.items() if each.has_team_scope)
        return own_hashes(self.plan.snapshot, leads)

    @cached_property
    def _tables(self) -> Mapping[str, Hashes]:
        snapshot = self.plan.snapshot
        return {name: file_hashes(snapshot.path(name)) for name in _TABLES if snapshot.has(name)}

    @cached_property
    def _shared(self) -> dict[str, str]:
        """Hash what is the same for everybody.

        The hash of the snapshot is not among it: a correction of another rep's deal is a new
        snapshot and moves nothing that this rep's document says.
        """
        plan = self.plan
        snapshot = plan.snapshot
        told = [
            str(snapshot.as_of), repr(plan.period), repr(snapshot.notes),
            sorted(snapshot.manifest["tables"]),
        ]  # fmt: skip
        return {
            "snapshot": _digest_of(told),
            "notebook": _digest(plan.notebook),
            "plans": plans_digest(plan.workspace),
            "growth": _digest(plan.workspace.folder / FILE_NAME),
            "program": program_hash(),
        }

    def _template(self, rep_id: str) -> str:
        """Hash the template asked for, and the own one of a rep whose review has another."""
        own = self.written.templates.get(rep_id)
        if own is None:
            own = self._fitting(rep_id)
        names = (self.plan.template, *([own] if own else ()))
        folder = self.plan.workspace.folder / "templates"
        return _digest_of(
            [told for name in names for told in (name, _digest(folder / f"{name}.toml"))]
        )

    def _fitting(self, rep_id: str) -> str:
        plan = self.plan
        if not plan.workspace.templates:
            return ""
        return fitting(
            plan.workspace, plan.template, self._at_work[rep_id], plan.snapshot.as_of,
            leads=rep_id in who_leads(plan.snapshot),
        )  # fmt: skip

    @cached_property
    def _at_work(self) -> Mapping[str, Employment]:
        return employments_of(self.plan.snapshot, self.plan.period)

    @cached_property
    def _rules(self) -> str:
        workspace = self.plan.workspace
        return repr((workspace.name, workspace.is_made, workspace.figure_rules))


def input_hash(parts: Mapping[str, str]) -> str:
    """Hash all parts: documents of equal hash are equal."""
    return _digest_of(dict(parts))


def why(parts: Mapping[str, str], made: Made | None) -> str:
    """Say what of a document's input is not as it was when the document was made.

    Returns
    -------
    str
        As `figures, deals`; "new" without a document; "" when all parts are as they were.
    """
    if made is None or not made.parts:
        return "new"
    if made.state != "made":
        return "it failed before"
    return ", ".join(text for name, text in _WHY.items() if parts.get(name) != made.parts.get(name))


def program_hash() -> str:
    """Hash the package and the versions of its libraries."""
    return _digest_of([package_hash(), installed_hash()])


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


def _digest_of(value: Any) -> str:  # noqa: ANN401 (anything JSON writes)
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def _digest(file: Traversable) -> str:
    return sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def _walk(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        here = f"{path}/{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _walk(entry, here)
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            yield here, entry
