"""What an address asks for, checked before a kernel hears of it."""

from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from workbench.errors import ParameterError, PeriodError, UnknownNameError
from workbench.i18n import LANGS, Lang, message
from workbench.model.period import Period
from workbench.review.person import people
from workbench.review.template import template_names
from workbench.review.whom import whom
from workbench.serve.acting import actor_on, allowed, desk_actor
from workbench.serve.company import Company, company_of
from workbench.serve.page import Page
from workbench.serve.visitor import Visitor
from workbench.snapshots import open_snapshot
from workbench.snapshots.kept import days_of
from workbench.sources.workspace import Workspace
from workbench.widgets.address import named_values

_SHOWN = 60  # characters of a value that an answer repeats


@dataclass(frozen=True)
class Asked:
    """What a page is to show, and who looks on."""

    lang: Lang
    values: dict[str, str] = field(default_factory=dict)  # only what the page takes, checked
    actor: str = ""  # "" leaves it to the notebook

    @property
    def query(self) -> str:
        """Write it as an address again: nothing else reaches the kernel."""
        return urlencode(self.values)


def language(query: str, workspace: Workspace) -> Lang:
    """Take the language of an address; the workspace's first where it says none we know."""
    try:
        told = named_values(query).get("lang", "")
    except ParameterError:
        told = ""
    return next((lang for lang in LANGS if lang == told), workspace.languages[0])


def company(workspace: Workspace, period: Period | None = None) -> Company:
    """Read who is there, from the latest snapshot; None takes the default period."""
    span = period or workspace.calendar.period(workspace.default_period)
    snapshot = open_snapshot(workspace)
    return company_of(snapshot, people(snapshot, span, workspace.manager_scope))


def period_asked(query: str, workspace: Workspace) -> Period | None:
    """Give the period an address names; None where it names none.

    Raises
    ------
    ParameterError
        When the address cannot be read, or there is no such period.
    """
    told = named_values(query)
    return _period({"period": told["period"]} if told.get("period") else {}, workspace,
                   language(query, workspace))  # fmt: skip


def read_address(query: str, page: Page, workspace: Workspace, visitor: Visitor | None) -> Asked:
    """Check what an address asks of a page.

    Parameters
    ----------
    query
        The part behind the question mark, as the browser sent it.
    visitor
        Who asks; None on a desk, where everybody sees everything.

    Returns
    -------
    Asked
        Its values are known to the workspace. Names the page does not take are left out.

    Raises
    ------
    ParameterError
        When something asked for does not exist; the sentence lists nobody.
    RefusedError
        When it is not for this visitor to see.
    """
    lang = language(query, workspace)
    told = named_values(query)
    choices = dict(page.choices)
    values = {name: told[name] for name in (*page.takes, *choices, "lang") if told.get(name)}
    _check_plain(values, workspace, lang)
    span = _period(values, workspace, lang)
    if span is not None:
        values["period"] = span.name  # pages, cycles and what is kept are named by it
    for name, known in choices.items():
        if values.get(name, known[0]) not in known:
            raise _unknown("choice", {"choice": values[name]}, lang)
    there = company(workspace, span)
    values = _known_people(values, there, lang)
    if visitor is not None:
        values = allowed(values, page, visitor, lang)
        return Asked(lang, values, actor_on(values, page, visitor))
    return Asked(lang, values, desk_actor(told.get("as", ""), values, page, there))


def _period(values: dict[str, str], workspace: Workspace, lang: Lang) -> Period | None:
    if "period" not in values:
        return None
    try:
        return workspace.calendar.period(values["period"])
    except PeriodError as reason:
        raise _unknown("period", values, lang) from reason


def _check_plain(values: dict[str, str], workspace: Workspace, lang: Lang) -> None:
    if values.get("lang", lang) not in LANGS:
        raise _unknown("lang", values, lang)
    try:
        day = date.fromisoformat(values["as_of"]) if "as_of" in values else None
    except ValueError as reason:
        raise _unknown("as_of", values, lang) from reason
    days = days_of(workspace)
    if day is not None and day not in days:
        told = ", ".join(each.isoformat() for each in days)
        raise ParameterError(message("serve-no-snapshot", lang, day=day.isoformat(), days=told))
    if values.get("template", "quarterly") not in template_names(workspace.folder):
        raise _unknown("template", values, lang)


def _known_people(values: dict[str, str], there: Company, lang: Lang) -> dict[str, str]:
    """Take the id as the reps have it: whoever is asked for is checked by that alone.

    By id only: whether somebody of a name is here, an address does not tell.
    """
    if values.get("team") and values["team"] not in there.teams:
        raise _unknown("team", values, lang)
    if not values.get("rep_id"):
        return values
    try:
        return {**values, "rep_id": whom(values["rep_id"], {each: each for each in there.people})}
    except (ParameterError, UnknownNameError):  # from None: their sentences list people
        raise _unknown("rep_id", values, lang) from None


def _unknown(name: str, values: dict[str, str], lang: Lang) -> ParameterError:
    value = values[name]
    shown = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
    return ParameterError(message(f"serve-no-{name.replace('_', '-')}", lang, value=shown))
