"""From a folder of exports to a proposal: recognise, match, settle, try, and ask what remains."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from workbench.errors import SourceError, WorkbenchError
from workbench.i18n import Lang, message
from workbench.proposal.chosen import chosen, completed, lacking
from workbench.proposal.draft import Draft
from workbench.proposal.ends import settle_ends
from workbench.proposal.exports import Found, found_exports
from workbench.proposal.joined import join_parts
from workbench.proposal.keys import settle_keys
from workbench.proposal.lines import FILE, days_of, overlaid, table_lines, unused_of
from workbench.proposal.outcome import ROOT as OUTCOME
from workbench.proposal.outcome import settle_outcome
from workbench.proposal.people import ROOT as PEOPLE
from workbench.proposal.people import settle_people
from workbench.proposal.profile import profiles
from workbench.proposal.proposal import Choice, Line, Place, Proposal, Question
from workbench.proposal.reference import add_lists
from workbench.proposal.repeated import settle_repeated
from workbench.proposal.settings import settings
from workbench.proposal.span import record_span
from workbench.proposal.told_columns import tell_columns
from workbench.proposal.trial import told_by, tried, workspace_of
from workbench.proposal.unlisted import ROOT as UNLISTED
from workbench.proposal.unlisted import settle_unlisted
from workbench.proposal.unowned import ROOT as UNOWNED
from workbench.proposal.unowned import settle_unowned
from workbench.snapshots.checking.check import Checked
from workbench.sources.scratch import Scratch, scratch

Answers = Mapping[Place, Any]
_KIND = ("deals", "kind")
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
        When no file holds deals and the others cannot be read alone, or a file cannot be read and
        nothing known would help.
    """
    answers = dict(told or {})
    with scratch() as place:
        found = found_exports(place, folder, _of_files(answers), lang)
        if found.doubts:
            return _asking_files(folder, found)
        return _proposed(found, folder, to, lang, answers, watch or _nobody)


def _nobody(_place: Scratch, _tables: Mapping[str, Checked]) -> None:
    """Look at nothing."""


def _proposed(
    found: Found, folder: Path, to: Path, lang: Lang, answers: dict[Place, Any], watch: Watch
) -> Proposal:
    system, drafts, passed_over = chosen(found, lang)
    if "deals" not in drafts:
        return _without_deals(found, folder, drafts, to, lang, answers, watch)
    tell_columns(drafts, answers)
    questions = completed(drafts["deals"], answers, lang)
    asked_of = {question.path[-1] for question in questions}  # columns nothing gives yet
    for file in add_lists([each for each in found.exports if each.file in passed_over], drafts):
        passed_over.pop(file)
    settle_keys(drafts)
    passed_over |= lacking(drafts, lang)
    for draft in drafts.values():
        settle_ends(draft)
    words = {path[1]: str(value) for path, value in answers.items() if path[0] == OUTCOME}
    if "stage" not in asked_of:
        questions += settle_outcome(drafts["deals"], system, words, lang)
    questions += settle_unowned(drafts, str(answers.get((UNOWNED,), "")), lang)
    questions += settle_unlisted(drafts, str(answers.get((UNLISTED,), "")), lang)
    questions += settle_people(drafts, str(answers.get((PEOPLE,), "")), lang)
    join_parts(drafts)
    questions += settle_repeated(drafts, answers, lang)
    head, asked = settings(drafts, system, lang)
    questions += [each for each in asked if each.path not in answers]
    if drafts["deals"].is_orders:
        why = message("proposal-why-orders", lang)
        head.append(Line(_KIND, "orders", "content", why))
    is_whole = not asked_of and {"deal_id", "rep_id"} <= drafts["deals"].columns.keys()
    span, doubts = (
        _try(drafts, to, head, answers, lang, watch, passed_over) if is_whole else (None, [])
    )
    if span is not None:
        head += days_of(span, lang)
    lines = overlaid([*head, *table_lines(drafts, to, lang)], answers)
    known = profiles().get(system)
    notes = tuple(getattr(note, lang) for note in known.notes) if known else ()
    return Proposal(
        folder, system, lines, (*questions, *doubts), unused_of(drafts, to),
        {**found.passed_over, **passed_over}, notes,
        {name: draft.headers for name, draft in drafts.items()},
    )  # fmt: skip


def _try(
    drafts: dict[str, Draft], to: Path, head: list[Line], answers: dict[Place, Any], lang: Lang,
    watch: Watch, given_up: dict[str, str],
) -> tuple[Any, list[Question]]:  # fmt: skip
    def workspace() -> Any:  # noqa: ANN401 (a workspace, made anew at each turn)
        lines = overlaid([*head, *table_lines(drafts, to, lang)], answers)
        return workspace_of(to, Proposal(to, "", lines).document)

    def look(place: Scratch, tables: Mapping[str, Checked]) -> Any:  # noqa: ANN401 (a span, or None)
        watch(place, tables)
        return record_span(place, tables, zone)

    zone = workspace().time_zone
    return tried(drafts, workspace, look, given_up)


def _of_files(answers: Answers) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path, value in answers.items():
        if path[0] == FILE:
            found.setdefault(path[1], {})[path[2]] = value
    return found


def _asking_files(folder: Path, found: Found) -> Proposal:
    questions = []
    for file, doubt in found.doubts.items():
        answers = [told_by(line) for line in doubt.lines]
        choices = tuple(Choice(value, "") for _key, value in answers)
        questions.append(Question((FILE, file, answers[0][0]), doubt.says, choices))
    return Proposal(folder, "", (), tuple(questions), (), found.passed_over)


def _without_deals(
    found: Found, folder: Path, drafts: dict[str, Draft], to: Path, lang: Lang,
    answers: dict[Place, Any], watch: Watch,
) -> Proposal:  # fmt: skip
    """Ask whether the company records no deals: the files cannot tell that from a list left out."""
    listed = "; ".join(f"{each.file}: {', '.join(each.headers[:12])}" for each in found.exports)
    says = message("proposal-no-deals", lang, folder=str(folder), files=listed)
    passed_over = _read_alone(found, drafts, lang)
    lines = _lines_without_deals(drafts, to, lang, answers, watch)
    if not lines:
        raise SourceError(says)
    none = Choice("none", message("proposal-without-deals", lang))
    asked = () if answers.get(_KIND) == none.value else (Question(_KIND, says, (none,)),)
    return Proposal(
        folder, "", lines, asked, unused_of(drafts, to), {**found.passed_over, **passed_over},
        headers={name: draft.headers for name, draft in drafts.items()},
    )  # fmt: skip


def _read_alone(found: Found, drafts: dict[str, Draft], lang: Lang) -> dict[str, str]:
    """Settle the other tables as far as their files do, and say which are not used."""
    taken = {draft.export.file for draft in drafts.values()}
    add_lists([each for each in found.exports if each.file not in taken], drafts)
    settle_keys(drafts)
    return lacking(drafts, lang)


def _lines_without_deals(
    drafts: dict[str, Draft], to: Path, lang: Lang, answers: dict[Place, Any], watch: Watch
) -> tuple[Line, ...]:
    """Give the lines by which the other tables are read; none where they cannot be read alone."""
    named = {name for name, draft in drafts.items() if "rep_id" in draft.columns} - {"reps"}
    if "reps" not in drafts or not named:
        return ()
    head = [Line(_KIND, "none", "only"), *settings(drafts, "", lang)[0]]
    try:
        span, _ = _try(drafts, to, head, answers, lang, watch, {})
    except WorkbenchError:
        return ()
    if span is None:
        return ()
    return overlaid([*head, *days_of(span, lang), *table_lines(drafts, to, lang)], answers)
