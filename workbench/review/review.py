"""The review: a template for one rep and one period, with everything its sections read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import ParameterError, require_known
from workbench.i18n import Lang, require_lang
from workbench.model.period import Period
from workbench.review.figures import Figures
from workbench.review.person import Person, person
from workbench.review.section import KEYS, Section
from workbench.review.template import Template, load_template
from workbench.snapshots import Snapshot, open_snapshot
from workbench.sources.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Review:
    """One rep, one period, one language; sections are made when asked for."""

    workspace: Workspace
    snapshot: Snapshot
    period: Period
    rep: Person
    template: Template
    lang: Lang
    figures: Figures  # of the period
    next_figures: Figures | None  # of the following period; None when the calendar ends
    earlier_figures: Figures | None  # of the same period a year before

    def section(self, key: str) -> Section | None:
        """Make one section.

        Returns
        -------
        Section or None
            None when the template leaves the section out: then nothing is printed.

        Raises
        ------
        UnknownNameError
            When there is no section of that key.
        """
        from workbench.review.sections.all import section

        require_known("section", [key], KEYS)
        return section(key, self) if key in self.template.sections else None
