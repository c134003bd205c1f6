"""Which export is which table, and what each table lacks."""

from collections.abc import Mapping
from typing import Any

from workbench.i18n import Lang, listed, message
from workbench.model.tables import TABLES
from workbench.proposal.content import complete, has_shape_of_deals, tells_of_deals
from workbench.proposal.draft import Draft
from workbench.proposal.drafted import draft_of
from workbench.proposal.exports import Found
from workbench.proposal.joined import JOINED
from workbench.proposal.matching import best_matches
from workbench.proposal.proposal import Place, Question
from workbench.proposal.spans import wide_quotas
from workbench.proposal.told_columns import NOT_USED


def chosen(found: Found, lang: Lang) -> tuple[str, dict[str, Draft], dict[str, str]]:
    """Give each table the export that fits it best, and say of the others why they are not used."""
    system, matches = best_matches(found.exports)
    drafts: dict[str, Draft] = {}
    passed_over: dict[str, str] = {}
    ranked = sorted(matches, key=lambda pair: -(pair[1].worth if pair[1] else 0))
    for export, match in ranked:
        wide = wide_quotas(export)
        if wide is not None and "quotas" not in drafts:
            drafts["quotas"] = wide
        elif match is None:
            passed_over[export.file] = message("proposal-no-table", lang, file=export.file)
        elif match.kind.table in JOINED:
            part = draft_of(export, match)
            part.alias = f"{part.table}_{len(drafts)}" if part.table in drafts else ""
            drafts[part.name] = part
        elif match.kind.table in drafts:
            first = drafts[match.kind.table].export.file
            passed_over[export.file] = message(
                "proposal-second", lang, file=export.file, table=match.kind.table, first=first
            )
        else:
            drafts[match.kind.table] = draft_of(export, match)
    _by_content(found, drafts, passed_over)
    return system, drafts, passed_over


def lacking(drafts: dict[str, Draft], lang: Lang) -> dict[str, str]:
    """Leave out tables that cannot be without a column none of theirs gives; says which."""
    found = {}
    for name in [name for name in drafts if name != "deals"]:
        draft = drafts[name]
        lacking = [
            column.name
            for column in TABLES[draft.table].columns
            if column.is_required and column.default is None
            and column.name not in draft.columns and column.name not in draft.constants
        ]  # fmt: skip
        if lacking:
            file = drafts.pop(name).export.file
            found[file] = message(
                "proposal-lacks", lang, file=file, table=draft.table, columns=listed(lacking, lang)
            )
    return found


def _by_content(found: Found, drafts: dict[str, Draft], passed_over: dict[str, str]) -> None:
    """Take for deals a file that looks like them, where none is called so."""
    if "deals" in drafts:
        return
    export = next((each for each in found.exports if tells_of_deals(each)), None)
    taken = {id(draft.export) for draft in drafts.values()}
    free = (each for each in found.exports if id(each) not in taken)
    shape = next(filter(has_shape_of_deals, free), None) if export is None else None
    chosen = export or shape
    if chosen is not None:
        drafts["deals"] = Draft("deals", chosen, is_shape=shape is not None)
        passed_over.pop(chosen.file, None)


def completed(deals: Draft, answers: Mapping[Place, Any], lang: Lang) -> list[Question]:
    """Fill what names and answers left open by content; gives what is open still."""
    place = ("tables", "deals", "columns")
    unused = {p[-1] for p, told in answers.items() if p[:-1] == place and told == NOT_USED}
    return complete(deals, unused, lang)
