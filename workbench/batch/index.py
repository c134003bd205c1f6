"""The index pages of everything in a period's folder."""

from pathlib import Path

from workbench.batch.folder import folder_names
from workbench.batch.index_entries import entries
from workbench.batch.plan import Plan
from workbench.private import make_private, write_private
from workbench.publish.data_notes import advice
from workbench.publish.index import IndexSetting, index_pages
from workbench.review.cycle.answers import cycle_name
from workbench.review.cycle.desk import Desk
from workbench.review.cycle.turns import Turns, turns_of
from workbench.store.opening import store_of

FOLDER = "_index"


def write_index(plan: Plan) -> Path:
    """Write the index pages of everything in the period's folder.

    Returns
    -------
    Path
        The page of everyone.
    """
    folder = make_private(plan.folder / FOLDER)
    pages = index_pages(entries(plan), _setting(plan))
    for old in folder.glob("*.html"):
        if old.name not in pages:
            old.unlink()
    for name, html in pages.items():
        write_private(folder / name, html)
    return folder / "index.html"


def _setting(plan: Plan) -> IndexSetting:
    following = plan.next_period
    managers = {rep.manager_id: rep.manager_name for rep in plan.people.values() if rep.manager_id}
    names = {**folder_names(managers)}
    return IndexSetting(
        period=plan.period.name,
        next_period=following.name if following else "",
        as_of=plan.snapshot.as_of,
        is_made=plan.workspace.is_made,
        has_moved_on=bool(plan.moved_on),
        langs=plan.langs,
        manager_pages={key: f"team-{name}" for key, name in sorted(names.items())},
        advice={lang: advice(plan.snapshot, lang) for lang in plan.langs},
        turns=_turns(plan),
    )


def _turns(plan: Plan) -> Turns | None:
    """Give whose turn each review of the plan's cycle is; without a store nothing is claimed."""
    if not plan.workspace.has_store:
        return None
    store = store_of(plan.workspace)
    try:
        desk = Desk(plan.workspace, store)
        return turns_of(desk, cycle_name(plan.period.name, plan.template))
    finally:
        store.engine.dispose()
