"""The sections people write: a sentence that says what is asked, and the form of the template."""

from markupsafe import Markup

from workbench.i18n import Lang, message


def written(key: str, lang: Lang) -> tuple[str, Markup]:
    """Give the finding and the empty body of a section that people write."""
    return message(f"{key}-finding", lang), Markup("")
