"""An invented company's deals, and what is true of them, counted without the workbench.

Of 26 deals numbered 1 to 26 the last six are open; of the others every third is lost. Deal 7 was
won without an amount, deal 22 is open without one, deal 13 was won for nothing.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

NAMES = {
    "en": ("Ana Lopez", "Bo Chen", "Cara Mills", "Dev Patel"),  # the last one has left
    "zh": ("王芳", "李伟", "张敏", "欧阳晨"),
}
ACCOUNTS = {
    "en": ("Acme, Inc.", 'Brook "Steel" Ltd', "Cobalt GmbH", "Dune & Sons", "Elm Health"),
    "zh": ("东方机械有限公司", "北辰科技", "长河电子（苏州）", "大同医药", "恩泽物流"),
}
_FIRST = date(2025, 9, 15)
_LAST = date(2026, 6, 30)
_NOTHING = {7, 22}  # deals without an amount
_AT_THE_END = {18: date(2026, 6, 29), 20: _LAST}  # so that the record covers the quarter


@dataclass(frozen=True)
class Deal:
    """One deal; words are each export's own."""

    number: int
    rep: int  # which of the four
    account: int  # which of the five
    end: str  # won, lost or open
    amount: Decimal | None
    created: datetime
    close: date  # expected while open

    @property
    def step(self) -> int:
        """Which of two open stages it is in."""
        return self.number % 2

    @property
    def seen(self) -> datetime:
        """When somebody last worked on it."""
        return datetime.combine(min(self.close, _LAST), time(8 + self.number % 10, 7))


def deals() -> list[Deal]:
    """List the 26 deals."""
    found = []
    for n in range(1, 27):
        created = datetime.combine(_FIRST + timedelta(days=9 * n), time(7 + n % 11, 4 * n % 60))
        close = created.date() + timedelta(days=30 + 11 * n % 40)
        end = "open" if n > 20 else "lost" if n % 3 == 0 else "won"
        close = _LAST + timedelta(days=5 * (n - 18)) if end == "open" else min(close, _LAST)
        amount = Decimal(4_200 + 1_337 * (n * n % 19)) + Decimal(n % 4) / 4
        if n in _AT_THE_END:
            close = _AT_THE_END[n]
        if n == 13:
            amount = Decimal(0)
        found.append(Deal(n, n % 4, n % 5, end, None if n in _NOTHING else amount, created, close))
    return found


def write_expected(folder: Path, profile: str, currency: str, reps: int = 4) -> None:
    """Write what is true of an export, counted from the list of deals alone."""
    won = [deal.amount for deal in deals() if deal.end == "won"]
    revenue = sum(amount for amount in won if amount is not None)
    lines = (
        f'profile = "{profile}"',
        f"deals = {len(deals())}",
        f"won = {len(won)}  # {won.count(None)} of them without an amount",
        f'won_revenue = "{revenue:.2f}"  # of all of them, in any period',
        f'currency = "{currency}"',
        f"reps = {reps}",
        'period = "2026-Q2"  # the last quarter something happened in, to its end',
    )
    (folder / "expected.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def plain(amount: Decimal | None) -> str:
    """4200.25, or nothing."""
    return "" if amount is None else f"{amount:.2f}"


def signed(amount: Decimal | None, sign: str) -> str:
    """$ 4,200.25, or nothing."""
    return "" if amount is None else f"{sign} {amount:,.2f}"
