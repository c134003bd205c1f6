"""Which review somebody means: `R01@2026-Q3`, or the round that was signed: `…/signed/1`."""

import re
from dataclasses import dataclass

from workbench.errors import ParameterError
from workbench.i18n import error

_FORM = re.compile(r"(?P<rep>[^@]+)@(?P<period>[^@/]+)(?:/signed/(?P<round>[1-9][0-9]*))?")


@dataclass(frozen=True)
class Address:
    """One review as it was named."""

    rep: str  # an id or a name, as typed
    period: str
    round: int | None = None  # that was signed; None: as the review is now


def read_address(told: str) -> Address:
    """Read which review is meant.

    Raises
    ------
    ParameterError
        When it has not that form.
    """
    found = _FORM.fullmatch(told.strip())
    if found is None:
        raise error(ParameterError, "refusal-diff-form", told=told)
    number = found["round"]
    rep, period = found["rep"].strip(), found["period"].strip()
    return Address(rep, period, int(number) if number else None)
