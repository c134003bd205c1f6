"""An invented company's deals, the same in every export, and what is true of them.

Of 24 deals numbered 1 to 24 every fourth is open; of the others two are won for each one lost.
Nothing here reads the workbench: what is expected of an export is counted from this list.
"""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

NAMES = {
    "en": ("Ann Lee", "Ben Ortiz", "Cara Novak", "Dan Osei"),
    "zh": ("王敏", "李强", "周洁", "陈涛"),
    "de": ("Anna Müller", "Jörg Weiß", "Katrin Schäfer", "Uwe Groß"),
    "fr": ("Chloé Lefèvre", "Jérôme Bénard", "Inès Dubois", "Loïc Martin"),
    "ja": ("佐藤 美咲", "鈴木 大輔", "高橋 翔", "田中 葵"),
}
TEAMS = (0, 0, 1, 1)  # the team of each rep; 0 leads the first, 2 the second
_FIRST = date(2026, 1, 5)
_ENDS = ("won", "lost", "won", "open")


@dataclass(frozen=True)
class Deal:
    """One deal; words are each export's own."""

    number: int
    rep: int  # which of the four
    account: int
    end: str  # won, lost, open, or excluded
    amount: Decimal
    created: date
    close: date  # expected while open

    @property
    def probability(self) -> int:
        return {"won": 100, "lost": 0, "excluded": 0}.get(self.end, 20 + 10 * (self.number % 6))

    @property
    def step(self) -> int:
        """Which of three open stages it is in."""
        return self.number // 4 % 3

    @property
    def seen(self) -> datetime:
        """When somebody last worked on it."""
        day = min(self.close, date(2026, 6, 28))
        return datetime.combine(day, time(9 + self.number % 8, 5 * (self.number % 12)))

    @property
    def opened(self) -> datetime:
        return datetime.combine(self.created, time(8 + self.number % 9, 3 * (self.number % 20)))


def deals(*, excluded: tuple[int, ...] = (), whole: bool = False) -> list[Deal]:
    """List the 24 deals; those of `excluded` count nowhere; `whole`: no decimals."""
    found = []
    for n in range(1, 25):
        end = "excluded" if n in excluded else _ENDS[(n - 1) % 4]
        created = _FIRST + timedelta(days=5 * n)
        close = created + timedelta(days=24 + 7 * n % 30)
        if end == "open":
            close = date(2026, 7, 3) + timedelta(days=3 * n)
        amount = Decimal(8_350 + 1_789 * (n * n % 23)) + (0 if whole else Decimal(n % 10) / 4)
        rep = (n + n // 4) % 4  # so that each has some of each end
        found.append(Deal(n, rep, n % 7, end, amount, created, close))
    return found


def expected(folder: Path, profile: str, made: list[Deal], currency: str) -> None:
    """Write what is true of an export, counted from the list alone."""
    won = [deal.amount for deal in made if deal.end == "won"]
    lines = (
        f'profile = "{profile}"  # "" for none',
        f"deals = {len(made)}  # in the file; {sum(d.end == 'excluded' for d in made)} count nowhere",
        f"won = {len(won)}",
        f'won_revenue = "{sum(won):.2f}"  # of all of them, in any period',
        f'currency = "{currency}"',
        "reps = 4",
        'period = "2026-Q2"  # the last quarter deals were decided in',
    )
    (folder / "expected.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_csv(
    path: Path, rows: list[list[object]], encoding: str, delimiter: str = ",", *, quote: int = 0
) -> None:
    """Write rows as a system does, lines ended as Windows ends them."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=quote, lineterminator="\r\n").writerows(rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue().encode(encoding))


def month_targets(rep: int) -> list[int]:
    """Give the twelve targets of a rep's year."""
    return [12_500 + 1_500 * rep + 250 * month for month in range(12)]


def slashed(day: date) -> str:
    """2026/4/1, as spreadsheets in China write days."""
    return f"{day.year}/{day.month}/{day.day}"
