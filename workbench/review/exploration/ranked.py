"""The ranking of a view: the reps of the team side by side, whoever of them is picked."""

from collections.abc import Collection, Sequence

from workbench.charts.layers import Drawing
from workbench.charts.ranking import Standing, ranking
from workbench.charts.scale import Reach
from workbench.i18n import Lang, message
from workbench.metrics.fact import Fact
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits, words
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.picture import Draw, Picture, all_name, axis_text, empty
from workbench.review.exploration.standing import MOST, Standings, is_small, standings
from workbench.review.exploration.view import View


def ranking_picture(
    explored: Exploration, view: View, lang: Lang
) -> tuple[Picture, Standings, Fact | None]:
    """Draw the reps of the team side by side; also give what it stands on and the total."""
    found = standings(explored.standing(view))
    total = explored.total(view, explored.where_of(view, explored.team(view)))
    known = bool(found.facts) and any(fact.value is not None for fact in found.facts)
    if not known:
        reason = words.reason(found.facts[0], lang) if found.facts else ""
        return empty("explore-ranking-none", reason, lang), found, total
    rows = ranking_rows(explored, view, found.facts[:MOST], lang, apart=found.apart)
    line = total if found.has_intervals else None
    title = _title(found, view, lang)
    picture = Picture(
        drawn_ranking(rows, found.facts[0], line, view, lang),
        title,
        _sub(found, lang),
        exhibits.said(
            title, (" ".join(f"{row.name} {row.label} {row.note}".split()) for row in rows), lang
        ),
        _table(rows, found.facts, view, lang),
    )
    return picture, found, total


def _said(row: Standing) -> str:
    return " ".join(f"{row.name} {row.label} {row.note}".split())


def _table(rows: Sequence[Standing], facts: Sequence[Fact], view: View, lang: Lang) -> Table:
    """Give each rep's figure with its counts and interval, in the order drawn."""
    heads = [
        text(message("explore-rep", lang)),
        figures(words.label(view.metric, lang)),
        figures(message("results-n", lang)),
        figures(message("peers-interval", lang)),
    ]
    held = [
        [row.name, row.label, row.note, words.ends(fact, lang)]
        for row, fact in zip(rows, facts, strict=False)
    ]
    return Table(heads, held)


def ranking_rows(
    explored: Exploration,
    view: View,
    facts: Sequence[Fact],
    lang: Lang,
    *,
    apart: Collection[str] = (),
) -> list[Standing]:
    """Give the rows of a ranking, in the order of its facts.

    Parameters
    ----------
    apart
        Reps who differ from the group beyond chance; where nobody does, all have one colour.
    """
    people = explored.people(view)
    return [
        Standing(
            key=fact.rep_id,
            name=people[fact.rep_id].name,
            value=words.position(fact.value),
            label="—" if is_small(fact) else words.coarse(fact.value, fact, lang),
            note=_note(fact, lang),
            low=words.position(fact.low),
            high=words.position(fact.high),
            tone="rep" if not apart or fact.rep_id in apart else "peer",
            is_small=is_small(fact),
            is_unsteady=words.is_unsteady(fact),
            is_picked=fact.rep_id in (view.rep, view.against),
        )
        for fact in facts
    ]


def drawn_ranking(
    rows: Sequence[Standing],
    first: Fact,
    line: Fact | None,
    view: View,
    lang: Lang,
    reach: Reach | None = None,
) -> Draw:
    """Say how rows are drawn.

    Parameters
    ----------
    first
        Any fact of the figure: its unit writes the axis.
    line
        The figure of all together; None draws no line.
    reach
        Values the axis goes between, whatever the rows are worth; None: as far as they go.
    """
    label = "" if line is None else f"{all_name(view, lang)} {words.fact_text(line, lang)}"
    value = None if line is None else words.position(line.value)
    is_share, written = first.unit == "share", axis_text(first, lang)

    def draw(width: int) -> Drawing:
        return ranking(
            rows, width=width, line=value, line_label=label, axis_text=written,
            is_share=is_share, reach=reach,
        )  # fmt: skip

    return draw


def _note(fact: Fact, lang: Lang) -> str:
    if fact.value is None:
        return words.reason(fact, lang)
    note = words.counts(fact, lang)
    is_few = is_small(fact) or words.is_unsteady(fact)
    return f"{note}  {message('review-small-sample', lang)}" if is_few else note


def _title(found: Standings, view: View, lang: Lang) -> str:
    name = words.label(view.metric, lang)
    if found.is_within_chance:
        return message("explore-ranking-chance", lang)
    if found.apart:
        return message("explore-ranking-apart", lang, n=len(found.apart))
    return message("explore-ranking-plain", lang, metric=name)


def _sub(found: Standings, lang: Lang) -> str:
    told = message(
        "explore-ranking-sub" if found.has_intervals else "explore-ranking-sub-plain", lang
    )
    over = len(found.facts) - MOST
    more = message("explore-ranking-more", lang, n=over, shown=MOST) if over > 0 else ""
    notes = found.facts[0].note.split() if found.facts else []
    today = next((code.partition(":")[2] for code in notes if code.startswith("today:")), "")
    dated = message("explore-ranking-today", lang, day=today) if today else ""
    return f"{dated}{told}{more}"
