"""What a reader is told once where words are not for them now, instead of empty sections alone."""

from typing import TYPE_CHECKING

from workbench.i18n import message

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def withheld_text(review: "Brief") -> str:
    """Say that words are not shown, and with what they will be; "" where nothing is kept back.

    Of private words, which stay with who wrote them, nothing is said.
    """
    answers = review.answers
    if not answers.withheld - {"private"}:
        return ""
    key = "never" if answers.opens_at is None else answers.opens_at.replace("_", "-")
    return message(f"withheld-{key}", review.lang, name=review.rep.name)
