"""What a document's files beside its page are made of: its sections, slides, a scorecard."""

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.i18n import long_date, message
from workbench.model.day import day_of
from workbench.page.section import Section
from workbench.page.shown import Shown
from workbench.review.edition import on_paper
from workbench.review.scorecard import scorecard
from workbench.review.slides import slide_of

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def in_formats(made: Shown, review: "Brief", formats: Collection[str], edition: str) -> Shown:
    """Say what a section is written in beside HTML; the cover says what stands around it."""
    printed = on_paper(made, edition) if "pdf" in formats else None
    sections: dict[str, Section] = {} if printed is None else {"pdf": printed}
    is_signed = review.answers.signed_round > 0
    slide = slide_of(made, review, is_signed=is_signed) if "pptx" in formats else None
    if slide is not None:
        sections["pptx"] = slide
    if made.cover is None:
        return replace(made, formats=sections)
    if "xlsx" in formats:
        sections["xlsx"] = scorecard(review)
    alone = "-alone" if len(review.answers.to_sign) == 1 else ""
    key = f"publish-signed{alone}" if is_signed else "publish-draft"
    told = {
        "as_of": review.as_of.isoformat(),
        "standing": message(key, review.lang),
        **({"later": _later(review)} if is_signed else {}),
    }
    return replace(made, formats=sections, facts={**made.facts, **told})


def _later(review: "Brief") -> str:
    """Say of a file that is made after signing when what it shows was signed."""
    signed = max(each.signed_at for each in review.answers.signatures)
    day = long_date(day_of(signed, review.time_zone), review.lang)
    return message("publish-later", review.lang, day=day)
