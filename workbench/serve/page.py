"""Which notebooks are served, under which name, to whom, and what their address may say."""

from dataclasses import dataclass
from pathlib import Path

from workbench.errors import require_known
from workbench.review.notebook import find_notebook
from workbench.review.team.parts import PARTS
from workbench.store.actor import Role

EVERYONE: tuple[Role, ...] = ("rep", "manager", "sales_ops", "hr")
_OVER_A_TEAM: tuple[Role, ...] = ("manager", "sales_ops", "hr")


@dataclass(frozen=True)
class Page:
    """A notebook as a page; `name` is its file's and its address's."""

    name: str
    takes: tuple[str, ...]  # what the address may say, beside the language
    audience: tuple[Role, ...]  # in Shared mode; on a desk everybody sees everything
    has_questions: bool = True  # whether the notebook's own headings are shown
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()  # what else it takes, and of which values
    is_for_delegates: bool = False  # whether who stands in for the manager may open it
    has_boards: bool = False  # whether Vega draws in the browser, so that it may come early

    @property
    def is_about_one(self) -> bool:
        """Whether the page is about one rep."""
        return "rep_id" in self.takes


PAGES: tuple[Page, ...] = (
    Page("explore", ("period", "view"), ("sales_ops",), has_questions=False, has_boards=True),
    Page(
        "coaching", ("rep_id", "period"), ("rep", "manager"), has_questions=False, has_boards=True,
        choices=(("view", ("desk", "present")),),
    ),
    Page(
        "team_review", ("team", "period"), _OVER_A_TEAM, has_questions=False,
        choices=(("part", PARTS),),
    ),
    Page(
        "rep_review", ("rep_id", "period", "as_of", "template"), EVERYONE, has_questions=False,
        is_for_delegates=True,
    ),
    Page("write_review", ("rep_id", "period"), EVERYONE, is_for_delegates=True),
    Page("incentives", ("rep_id", "period"), (*EVERYONE, "finance")),
    Page("plan_lab", ("period",), ("sales_ops", "hr", "finance")),
    Page("inbox", ("period",), ("sales_ops", "hr")),
    Page("support", (), ("support", "sales_ops", "hr")),
    Page("data_quality", ("as_of",), ("sales_ops",), has_questions=False),
)  # fmt: skip


def pages_of(folder: Path) -> dict[str, tuple[Page, Path]]:
    """Find the pages whose notebook exists, by name.

    Parameters
    ----------
    folder
        The workspace's; its own `notebooks/` wins over what is shipped.
    """
    found = {}
    for page in PAGES:
        file = find_notebook(page.name, folder)
        if file is not None:
            found[page.name] = (page, file)
    return found


def require_page(name: str, folder: Path) -> Page:
    """Give a page by its name.

    Raises
    ------
    UnknownNameError
        When its notebook is not there.
    """
    found = pages_of(folder)
    require_known("page", [name], found)
    return found[name][0]


def page_key(name: str) -> str:
    """Give the key of a page's name in the locales; its line is `<key>-line`."""
    return f"serve-page-{name.replace('_', '-')}"
