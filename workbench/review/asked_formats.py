"""What a document is written in."""

from workbench.errors import UnknownNameError
from workbench.i18n import error

FORMATS = ("html", "pdf", "pptx", "xlsx")  # of documents; without HTML there is none


def asked_formats(told: str) -> tuple[str, ...]:
    """Read what is asked for beside HTML."""
    asked = tuple(dict.fromkeys(name.strip() for name in told.split(",") if name.strip()))
    unknown = next((name for name in asked if name not in FORMATS), None)
    if unknown is not None:
        known = ", ".join(FORMATS)
        raise error(UnknownNameError, "refusal-no-format", format=unknown, formats=known)
    return tuple(name for name in asked if name != FORMATS[0])
