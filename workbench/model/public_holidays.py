"""Public holidays and the days worked in their place."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.errors import PeriodError

if TYPE_CHECKING:
    from holidays import HolidayBase


def public_holidays(country: str, working_weekdays: Iterable[int]) -> "HolidayBase":
    """Give a country's holidays; on other days the weekdays told are worked.

    Raises
    ------
    PeriodError
        When nobody knows the holidays of that country.
    """
    import holidays  # noqa: PLC0415 (only where a company counts working days)

    try:
        known = holidays.country_holidays(country)
    except NotImplementedError as reason:
        raise PeriodError(
            f"There is no holiday calendar for country {country!r}. "
            "Write a two-letter code such as CN or DE in workbench.toml, [calendar] country."
        ) from reason
    known.weekend = set(range(7)) - set(working_weekdays)
    return known
