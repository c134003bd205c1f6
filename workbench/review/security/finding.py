"""One thing a security check found, as a key of the locale and what its sentence names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workbench.i18n import Lang, message

SHOWN = 3  # of what a line lists; the rest is counted


@dataclass(frozen=True)
class Finding:
    """What is wrong; `security-<key>` is the sentence and `security-<key>-cure` what mends it."""

    key: str
    told: Mapping[str, str | int] = field(default_factory=dict)

    def line(self, lang: Lang) -> str:
        """Say what was found and what to do, in one line."""
        parts = (f"security-{self.key}", f"security-{self.key}-cure")
        return ("" if lang == "zh" else " ").join(
            message(part, lang, **self.told) for part in parts
        )


class UncheckedError(Exception):
    """A check that could not be made; its text is why. Nothing is said of what it would find."""


class DoesNotApplyError(Exception):
    """A check of something this workspace does not have."""


def some(found: Iterable[object]) -> str:
    """List the first of many, and count the rest."""
    names = [str(each) for each in found]
    rest = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" (+{rest})" if rest > 0 else "")
