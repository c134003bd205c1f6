"""From a folder of exports to a proposal: recognise, match, settle, try, and ask what remains."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from workbench.errors import SourceError
from workbench.i18n import Lang, listed, message
from workbench.model.day import today
from workbench.model.tables import TABLES
from workbench.proposal.content import complete, tells_of_deals
from workbench.proposal.draft import Draft, Source
from workbench.proposal.drafted import draft_of
from workbench.proposal.ends import settle_ends
from workbench.proposal.exports import Export, Found, found_exports
from workbench.proposal.keys import settle_keys
from workbench.proposal.matching import best_matches
from workbench.proposal.outcome import ROOT as OUTCOME
from workbench.proposal.outcome import settle_outcome
from workbench.proposal.people import NAMING, settle_people
from workbench.proposal.people import ROOT as PEOPLE
from workbench.proposal.profile import profiles
from workbench.proposal.proposal import Choice, Line, Place, Proposal, Question, Unused
from workbench.proposal.reference import add_lists
from workbench.proposal.settings import settings
from workbench.proposal.span import last_whole_quarter, record_span
from workbench.proposal.spans import wide_quotas
from workbench.proposal.told_columns import tell_columns, without_unused
from workbench.proposal.trial import tried, workspace_of
from workbench.snapshots.checking.check import Checked
from workbench.sources.scratch import Scratch, scratch

FILE = "file"  # root of answers about a file: file."deals.csv".encoding = "gb18030"
Answers = Mapping[Place, Any]
Watch = Callable[[Scratch, Mapping[str, Checked]], None]


def propose(
    folder: Path, to: Path, lang: Lang, told: Answers | None = None, watch: Watch | None = None
) -> Proposal:
    """Propose a workspace for a folder of exports; nothing is written.

    Parameters
    ----------
    folder
        Where the exports lie; they are read where they are.
    to
        The workspace's folder, from which workbench.toml names them.
    told
        Answers, by the path of the line they settle.
    watch
        Is shown the tables as they would be read, where nothing of them is in doubt.

    Raises
    ------
    SourceError
        When no file holds deals, or a file cannot be read and nothing known would help.
    """
    answers = dict(told or {})
    with scratch() as place:
        found = found_exports(place, folder, _of_files(answers))
        if found.doubts:
            return _asking_files(folder, found)
        return _proposed(found, folder, to, lang, answers, watch or _nobody)


def _nobody(_place: Scratch, _tables: Mapping[str, Checked]) -> None:
    """Look at nothing."""


def _proposed(
    found: Found, folder: Path, to: Path, lang: Lang, answers: dict[Place, Any], watch: Watch
) -> Proposal:
    system, drafts, passed_over = _drafts(found, lang)
    if "deals" not in drafts:
        raise SourceError(_no_deals(folder, found, lang))
    tell_columns(drafts, answers)
    questions = _completed(drafts["deals"], answers, lang)
    for file in add_lists([each for each in found.exports if each.file in passed_over], drafts):
        passed_over.pop(file)
    settle_keys(drafts)
    passed_over |= _lacking(drafts, lang)
    for draft in drafts.values():
        settle_ends(draft)
    words = {path[1]: str(value) for path, value in answers.items() if path[0] == OUTCOME}
    questions += settle_outcome(drafts["deals"], system, words, lang)
    questions += settle_people(drafts, str(answers.get((PEOPLE,), "")), lang)
    head, asked = settings(drafts, system, lang)
    questions += [each for each in asked if each.path not in answers]
    is_whole = {"deal_id", "rep_id"} <= drafts["deals"].columns.keys()
    span, doubts = _try(drafts, to, head, answers, lang, watch) if is_whole else (None, [])
    if span is not None:
        head += _days(span, lang)
    lines = _overlaid([*head, *_table_lines(drafts, to, lang)], answers)
    unused = tuple(
        Unused(_relative(draft.export, to), header)
        for draft in drafts.values()
        for header in _unused(draft)
    )
    known = profiles().get(system)
    notes = tuple(getattr(note, lang) for note in known.notes) if known else ()
    return Proposal(
        folder, system, lines, (*questions, *doubts), unused, {**found.passed_over, **passed_over},
        notes, {name: draft.headers for name, draft in drafts.items()},
    )  # fmt: skip


def _drafts(found: Found, lang: Lang) -> tuple[str, dict[str, Draft], dict[str, str]]:
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
        elif match.kind.table in drafts:
            first = drafts[match.kind.table].export.file
            passed_over[export.file] = message(
                "proposal-second", lang, file=export.file, table=match.kind.table, first=first
            )
        else:
            drafts[match.kind.table] = draft_of(export, match)
    _by_content(found, drafts, passed_over)
    return system, drafts, passed_over


def _lacking(drafts: dict[str, Draft], lang: Lang) -> dict[str, str]:
    """Leave out tables that cannot be without a column none of theirs gives; says which."""
    found = {}
    for name in [name for name in drafts if name != "deals"]:
        draft = drafts[name]
        lacking = [
            column.name
            for column in TABLES[name].columns
            if column.is_required and column.default is None
            and column.name not in draft.columns and column.name not in draft.constants
        ]  # fmt: skip
        if lacking:
            file = drafts.pop(name).export.file
            found[file] = message(
                "proposal-lacks", lang, file=file, table=name, columns=listed(lacking, lang)
            )
    return found


def _by_content(found: Found, drafts: dict[str, Draft], passed_over: dict[str, str]) -> None:
    """Take for deals a file that looks like them, where none is called so."""
    if "deals" in drafts:
        return
    export = next((each for each in found.exports if tells_of_deals(each)), None)
    if export is not None:
        drafts["deals"] = Draft("deals", export)
        passed_over.pop(export.file, None)


def _completed(deals: Draft, answers: Answers, lang: Lang) -> list[Question]:
    """Fill what names left open by content, then by what was told; gives what is open still."""
    asked = complete(deals, lang)
    for question in asked:
        if question.path in answers:
            header = str(answers[question.path])
            deals.columns[question.path[-1]] = Source(header, "told")
            deals.offered[question.path[-1]] = [header]
    return [each for each in asked if each.path not in answers]


def _try(
    drafts: dict[str, Draft], to: Path, head: list[Line], answers: dict[Place, Any], lang: Lang,
    watch: Watch,
) -> tuple[Any, list[Question]]:  # fmt: skip
    def workspace() -> Any:  # noqa: ANN401 (a workspace, made anew at each turn)
        lines = _overlaid([*head, *_table_lines(drafts, to, lang)], answers)
        return workspace_of(to, Proposal(to, "", lines).document)

    def look(place: Scratch, tables: Mapping[str, Checked]) -> Any:  # noqa: ANN401 (a span, or None)
        watch(place, tables)
        return record_span(place, tables, today(zone))

    zone = workspace().time_zone
    return tried(drafts, workspace, look)


def _days(span: tuple[Any, Any], lang: Lang) -> list[Line]:
    first, last = span
    why = message("proposal-why-days", lang, first=f"{first}", last=f"{last}")
    return [
        Line(("workspace", "default_period"), last_whole_quarter(first, last), "content", why),
        Line(("workspace", "as_of"), last, "content", why),
    ]


def _table_lines(drafts: Mapping[str, Draft], to: Path, lang: Lang) -> list[Line]:
    found: list[Line] = []
    if "reps" not in drafts:
        why = message("proposal-why-from", lang)
        found.append(Line(("tables", "reps", "from"), "deals", "only", why))
    for draft in drafts.values():
        found += draft.lines(_relative(draft.export, to))
    if "reps" in drafts and drafts["reps"].where:  # picks those whom other tables name
        named = (d for d in drafts.values() if not d.select() and d.table in NAMING)
        found += [line for draft in named for line in draft.file_lines(_relative(draft.export, to))]
    return found


def _relative(export: Export, to: Path) -> str:
    """Write where a file lies, from the workspace; a pattern stands for several files."""
    folder = export.paths[0].parent.resolve()
    return Path(os.path.relpath(folder / export.file, to.resolve())).as_posix()


def _overlaid(lines: Iterable[Line], answers: Mapping[Place, Any]) -> tuple[Line, ...]:
    """Put what was told in the place of what was proposed, and beside it."""
    told = {
        path: value for path, value in answers.items() if path[0] not in (FILE, OUTCOME, PEOPLE)
    }
    kept = [line for line in lines if line.path not in told]
    every = [*kept, *(Line(path, value, "told") for path, value in told.items())]
    return tuple(without_unused(every, answers))


def _unused(draft: Draft) -> list[str]:
    if draft.sql and draft.table == "quotas":
        return []
    return [header for header in draft.export.headers if header not in draft.used]


def _of_files(answers: Answers) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path, value in answers.items():
        if path[0] == FILE:
            found.setdefault(path[1], {})[path[2]] = value
    return found


def _asking_files(folder: Path, found: Found) -> Proposal:
    from workbench.proposal.trial import told_by  # noqa: PLC0415 (kept beside its use)

    questions = []
    for file, doubt in found.doubts.items():
        answers = [told_by(line) for line in doubt.lines]
        choices = tuple(Choice(value, "") for _key, value in answers)
        questions.append(Question((FILE, file, answers[0][0]), doubt.says, choices))
    return Proposal(folder, "", (), tuple(questions), (), found.passed_over)


def _no_deals(folder: Path, found: Found, lang: Lang) -> str:
    listed = "; ".join(f"{each.file}: {', '.join(each.headers[:12])}" for each in found.exports)
    return message("proposal-no-deals", lang, folder=str(folder), files=listed)
