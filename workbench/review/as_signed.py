"""What a signed document holds as data beside its pages: people's words, rules, definitions.

A later comparison reads them there, for what the store and workbench.toml say today need not be
what was signed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from workbench.i18n import Lang, message
from workbench.page.form import Form, FormItem, Written
from workbench.page.shown import Shown
from workbench.review import words
from workbench.review.edition import USUAL
from workbench.review.told_rules import told_rules

if TYPE_CHECKING:
    from workbench.review.brief import Brief

Place = tuple[str, str, str]  # name of the section, what was asked, who wrote
_WORDS, _RULES, _DEFINITIONS = "words", "rules", "definitions"  # in the record of a section


@dataclass(frozen=True)
class Basis:
    """By which rules figures were computed, and what each was said to be."""

    rules: Mapping[str, str]  # by option
    definitions: Mapping[str, str]  # by the figure's name, with its formula


@dataclass(frozen=True)
class Held:
    """What one signed document holds as data; None of what it was kept without."""

    words: Mapping[Place, str] | None
    basis: Basis | None


def with_data(made: Shown, review: "Brief", edition: str) -> Shown:
    """Give a section of a signed review what it keeps as data, once for all editions."""
    if edition != USUAL or not review.answers.signed_round:
        return made
    told: dict[str, object] = {_WORDS: [[*place, text] for place, text in words_of(made).items()]}
    if made.cover is not None:
        basis = basis_of(review)
        told |= {_RULES: dict(basis.rules), _DEFINITIONS: dict(basis.definitions)}
    return replace(made, facts={**made.facts, **told})


def held_in(records: Iterable[Mapping[str, Any]]) -> Held:
    """Read what the sections of a document hold as data."""
    found = list(records)
    said = [line for each in found for line in each.get(_WORDS, ())]
    has_words = any(_WORDS in each for each in found)
    basis = (Basis(each[_RULES], each[_DEFINITIONS]) for each in found if _RULES in each)
    kept = {(section, asked, who): text for section, asked, who, text in said}
    return Held(kept if has_words else None, next(basis, None))


def basis_of(review: "Brief") -> Basis:
    """Tell the rules a review is computed by now, and what its figures are said to be."""
    metrics = dict.fromkeys(key[0] for key in review.figures.facts)
    defined = {
        words.label(metric, review.lang): _defined(metric, review.lang) for metric in metrics
    }
    return Basis(told_rules(review.workspace.figure_rules), defined)


def words_of(made: Shown) -> dict[Place, str]:
    """Give what people wrote in a section, by where it stands."""
    return form_words(message(f"{made.key}-name", made.lang), made.form)


def form_words(name: str, form: Form | None) -> dict[Place, str]:
    """Give what stands in a form, by the section's name, what was asked and who wrote."""
    items = form.items if form is not None else ()
    return {
        (name, item.label, each.who): _written(item, each)
        for item in items
        for each in item.written
    }


def _defined(metric: str, lang: Lang) -> str:
    return "\n".join(message(f"{metric}-{part}", lang) for part in ("definition", "formula"))


def _written(item: FormItem, written: Written) -> str:
    chosen = item.options[written.level - 1 : written.level] if written.level else ()
    lines = (": ".join(filter(None, line)) for line in written.lines)
    rows = (" · ".join(filter(None, row)) for row in written.rows)
    return "\n".join((*chosen, *lines, *rows)) or str(written.level or "")
