"""The start page: every page with one line, and a form for whom and when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.errors import PeriodError
from workbench.i18n import LANGS, Lang, message
from workbench.serve.asking import company
from workbench.serve.company import Company
from workbench.serve.look import fill
from workbench.serve.page import Page, page_key
from workbench.serve.visitor import Visitor
from workbench.sources.workspace import Workspace

if TYPE_CHECKING:
    from workbench.serve.served import Served

_PERIODS_BACK = 5  # how many earlier periods a form offers
Options = Sequence[tuple[str, str]]  # what the address says, and what a reader sees


@dataclass(frozen=True)
class Choice:
    """One list to choose from, in a page's form."""

    name: str  # in the address
    label: str
    options: Options
    chosen: str


def start_page(server: "Served", lang: Lang, visitor: Visitor | None) -> str:
    """Write the start page for a visitor; None is somebody at the desk, who sees everything."""
    space = server.workspace
    choices = _choices(space, company(space), visitor, lang)
    entries = [
        (
            page.name, message(page_key(page.name), lang),
            message(f"{page_key(page.name)}-line", lang), _asked(page, choices),
        )
        for page, _ in server.pages.values()
        if visitor is None or visitor.may_open(page)
    ]  # fmt: skip
    return fill(
        "start", lang, title=space.title(lang), is_made=space.is_made, entries=entries,
        who=None if visitor is None else visitor.person_id,
        desk="serve-desk-why" if server.token else "serve-desk-open-why",
        other=next(each for each in LANGS if each != lang),
    )  # fmt: skip


def _asked(page: Page, choices: Sequence[Choice]) -> list[Choice]:
    taken = {"rep" if name == "rep_id" else name for name in page.takes}
    return [choice for choice in choices if choice.name in taken and choice.options]


def _choices(
    space: Workspace, there: Company, visitor: Visitor | None, lang: Lang
) -> tuple[Choice, ...]:
    seen = there.people if visitor is None else visitor.reps & set(there.people)
    people = sorted((there.people[rep_id] for rep_id in seen), key=lambda each: each.name)
    teams = sorted(there.teams if visitor is None else visitor.teams)
    bosses = {each.manager_id: each.manager_name for each in there.people.values()}
    led = [(name, _led(name, bosses)) for name in teams]
    periods = _periods(space)
    own = visitor.person_id if visitor else ""
    return (
        Choice(
            "rep", message("serve-rep", lang),
            [(each.rep_id, f"{each.name} · {each.rep_id}") for each in people], own,
        ),
        Choice(
            "team", message("serve-team", lang),
            [("", message("serve-all-teams", lang)), *led],
            own,
        ),
        Choice(
            "period", message("serve-period", lang), [(name, name) for name in periods], periods[0]
        ),
    )  # fmt: skip


def _led(team: str, bosses: Mapping[str, str]) -> str:
    """Name a team; one that is known by who leads it, by that person's name."""
    return f"{bosses[team]} · {team}" if bosses.get(team, team) != team else team


def _periods(space: Workspace) -> list[str]:
    """List the default period and the ones before it."""
    found = [space.calendar.period(space.default_period)]
    for _ in range(_PERIODS_BACK):
        try:
            earlier = space.calendar.preceding(found[-1])
        except PeriodError:
            break
        if earlier is None:
            break
        found.append(earlier)
    return [period.name for period in found]
