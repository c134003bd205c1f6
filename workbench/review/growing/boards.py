"""Boards of teamwork, learning, support and one rep's next level, for those who lead."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.metrics.comparison.before_after import BeforeAfter, before_after
from workbench.metrics.recognition.teamwork import by_helper, teamwork_of
from workbench.review import words
from workbench.review.growing.awards import require_lead
from workbench.review.growing.board import Board, Part, part
from workbench.review.growing.book import Book, Course, load_book
from workbench.review.growing.learning import Taken, recommended, taken
from workbench.review.growing.members import everybody_in, members_of, require_member
from workbench.review.growing.readiness import readiness_of
from workbench.review.growing.records import Days, helps_in, helps_told
from workbench.review.growing.support import answer_days, answer_times, desk_named
from workbench.review.sections.competence import moved_text
from workbench.review.sections.next_level import criterion_row, level_untold, sheet_title
from workbench.store import Actor
from workbench.store.attendance import attended
from workbench.store.registers import Line, lines_of

if TYPE_CHECKING:
    from workbench.model.period import Period
    from workbench.review.brief import Brief
    from workbench.review.cycle.desk import Desk


def teamwork_board(desk: "Desk", actor: Actor, period: "Period") -> Board:
    """Show the facts of teamwork of those an actor leads, by name; nobody is ranked."""
    require_lead(actor, "refusal-what-teamwork")
    lang = desk.lang
    names, own = members_of(desk, actor, period)
    days = Days.of(period, desk.snapshot.as_of, desk.workspace.zone)
    counting = Actor.program("teamwork")  # help comes from everywhere; only the own team is shown
    mentoring, praise, held = (
        lines_of(desk.store, counting, name) for name in ("mentoring", "praise", "activity")
    )
    helps = by_helper([*helps_in(desk.snapshot, days), *helps_told(mentoring, praise, days)])
    managers = {key: one.manager_id for key, one in names.items()}
    came, rows = attended(desk.store, actor), []
    for rep_id in own:
        found = teamwork_of(rep_id, helps.get(rep_id, ()), managers)
        offered = [line for line in held if _is_for(line, names[rep_id].team, days)]
        joined = sum(rep_id in came.get(line.line, ()) for line in offered)
        rows.append([
            names[rep_id].name, str(found.colleagues), str(found.splits),
            f"{found.assists} ({found.activities})", str(found.mentoring), str(found.praise),
            f"{joined} / {len(offered)}" if offered else MISSING,
        ])  # fmt: skip
    heads = [message(f"teamwork-board-{name}", lang) for name in _TEAMWORK]
    notes = (message("teamwork-note", lang), message("award-rule-colleagues-helped", lang))
    title = message("teamwork-board-title", lang, period=period.name)
    told = part(message("teamwork-title", lang), heads, rows, *notes, figures=range(1, 7))
    return Board(title, lang, (told, _activities(held, days, came, own, desk)))


_TEAMWORK = ("rep", "colleagues", "splits", "assists", "mentoring", "praise", "activities")


def support_board(desk: "Desk", actor: Actor, period: "Period") -> Board:
    """Show requests by desk: open, late, answered, the middle of the answer times; then each.

    Open ones of any time, and those made or answered in the period.
    """
    lang, book = desk.lang, load_book(desk.workspace.folder)
    days = Days.of(period, period.last_day, desk.workspace.zone)
    day = desk.today
    lines = [line for line in lines_of(desk.store, actor, "support") if _is_of(line, period, days)]
    names = everybody_in(desk, period)
    labels = {each.key: each.label.in_(lang) for each in book.desk}
    answering = [
        [labels.get(each.key, message("support-no-desk", lang)), str(each.open), str(each.late),
         str(each.answered), MISSING if each.days is None else i18n.number(each.days, lang, 1),
         f"{each.on_time} / {each.answered}" if each.answered else MISSING]
        for each in answer_times(lines, book, day, days.zone)
    ]  # fmt: skip
    each_line = [
        [names[line.rep_id].name if line.rep_id in names else line.rep_id, line.what,
         _owner(line, book, lang), "" if line.due_on is None else i18n.short_date(line.due_on),
         _state(line, day, lang)]
        for line in lines
    ]  # fmt: skip
    by_desk = [message(f"support-board-{name}", lang) for name in _DESKS]
    heads = [
        message(f"support-board-{name}", lang) for name in ("rep", "what", "owner", "due", "state")
    ]
    open_ = sum(line.ended_at is None for line in lines)
    late = sum(line.is_overdue(day) for line in lines)
    return Board(
        message("support-board-title", lang, n=len(lines), open=open_, late=late), lang,
        (part(message("support-board-desks", lang), by_desk, answering,
              message("support-board-note", lang), figures=range(1, 6)),
         part(message("support-board-lines", lang), heads, each_line)),
    )  # fmt: skip


_DESKS = ("desk", "open", "late", "answered", "days", "on-time")


def readiness_board(desk: "Desk", actor: Actor, period: "Period", review: "Brief") -> Board:
    """Show the sheet of one rep's next level to the rep and to those who lead them."""
    require_member(desk, actor, period, review.rep.rep_id)
    lang, sheet = desk.lang, readiness_of(review)
    title = message("ready-board-title", lang, name=review.rep.name)
    if sheet is None:
        return Board(title, lang, lede=message("ready-no-ladder", lang))
    if sheet.level is None:
        return Board(title, lang, lede=level_untold(review.rep.level, lang))
    if sheet.next is None:
        return Board(
            title, lang, lede=message("ready-top", lang, level=sheet.level.label.in_(lang))
        )
    heads = [
        message(f"ready-{name}", lang) for name in ("criterion", "expected", "fact", "gap", "state")
    ]
    rows = [criterion_row(each, review) for each in sheet.criteria]
    told = part(sheet_title(sheet, review), heads, rows, message("ready-note", lang))
    return Board(title, lang, (told,))


def learning_board(desk: "Desk", reviews: Sequence["Brief"]) -> Board:
    """Show each course: completed, open, recommended, and the metric before and after, summed.

    Parameters
    ----------
    reviews
        Of those an actor leads, in one period.
    """
    lang, book = desk.lang, load_book(desk.workspace.folder)
    title = message("learning-board-title", lang)
    if not book.course or not reviews:
        return Board(title, lang, lede=message("learning-none", lang))
    courses = {review.rep.rep_id: taken(review) for review in reviews}
    advised = {review.rep.rep_id: recommended(review) for review in reviews}
    rows = [_course_row(course, courses, reviews[0]) for course in book.course]
    heads = [
        message(f"learning-{name}", lang)
        for name in ("course", "completed", "open", "aim", "moved")
    ]
    wanted = [
        [review.rep.name, each.course.label.in_(lang), each.why]
        for review in reviews
        for each in advised[review.rep.rep_id]
    ]
    told = [message(f"learning-{name}", lang) for name in ("rep", "recommended", "why")]
    return Board(title, lang, (
        part(message("learning-title", lang), heads, rows, message("learning-moved-note", lang),
             figures=(1, 2)),
        part(message("learning-advice", lang), told, wanted, message("learning-rule", lang),
             said="" if wanted else message("overview-nothing", lang)),
        _cases(book, lang),
    ))  # fmt: skip


def _course_row(course: Course, courses: dict[str, list[Taken]], review: "Brief") -> list[str]:
    lang = review.lang
    mine = [each for found in courses.values() for each in found if each.course == course]
    done = [each for each in mine if each.completed_on is not None]
    moved = _summed(each.moved for each in done)
    return [
        course.label.in_(lang), str(len(done)), str(len(mine) - len(done)),
        words.label(course.metric, lang) if course.metric else MISSING,
        MISSING if moved is None else moved_text(moved, review),
    ]  # fmt: skip


def _summed(moved: Iterable[BeforeAfter | None]) -> BeforeAfter | None:
    """Sum the counts of all who completed a course and have both sides."""
    both = [each for each in moved if each is not None and each.before[1] and each.after[1]]
    return before_after([e.before for e in both], [e.after for e in both]) if both else None


def _cases(book: Book, lang: i18n.Lang) -> Part:
    cases = [each for each in book.course if each.kind == "case"]
    heads = [message(f"learning-{name}", lang) for name in ("case", "where")]
    rows = [[c.label.in_(lang), c.where.in_(lang) if c.where else MISSING] for c in cases]
    empty = "" if rows else message("overview-nothing", lang)
    return part(message("learning-cases", lang), heads, rows, said=empty)


def _activities(
    held: Sequence[Line], days: Days, came: dict[str, set[str]], own: Sequence[str], desk: "Desk"
) -> Part:
    lang = desk.lang
    dated = [
        line for line in held if line.due_on is not None and days.start <= line.due_on < days.end
    ]
    rows = [
        [line.what, str(line.about.get("team") or message("teamwork-everybody", lang)),
         str(line.due_on), str(len(came.get(line.line, set()) & set(own)))]
        for line in dated
    ]  # fmt: skip
    heads = [message(f"activity-{name}", lang) for name in ("what", "team", "day", "came")]
    empty = "" if rows else message("teamwork-no-activity", lang)
    return part(message("activity-title", lang), heads, rows, figures=(3,), said=empty)


def _is_for(line: Line, team: str, days: Days) -> bool:
    is_theirs = line.about.get("team", "") in ("", team)
    return is_theirs and line.due_on is not None and days.start <= line.due_on < days.end


def _is_of(line: Line, period: "Period", days: Days) -> bool:
    if line.ended_at is None or days.hold(line.made_at) or days.hold(line.ended_at):
        return True
    return str(line.about.get("cycle", "")).partition(":")[0] == period.name


def _owner(line: Line, book: Book, lang: i18n.Lang) -> str:
    found = desk_named(book, str(line.about.get("desk") or line.owner))
    return f"{found.label.in_(lang)} ({line.owner})" if found else line.owner


def _state(line: Line, day: object, lang: i18n.Lang) -> str:
    took = answer_days(line)
    if took is not None:
        days = i18n.number(took, lang, 1)
        return message("support-answered", lang, days=days, outcome=line.outcome)
    is_late = line.due_on is not None and str(line.due_on) < str(day)
    return message("support-late" if is_late else "support-open", lang)
