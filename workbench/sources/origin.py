"""Where a row stands: in the one file of a table, or in which of several."""

from dataclasses import dataclass

_EACH = 1 << 32  # rows of the nth file are numbered from n times this on; no file has as many


@dataclass(frozen=True)
class Origin:
    """What a table was read from, as sentences call it."""

    told: str  # a file, the pattern of several, or the place of the SQL
    files: tuple[str, ...] = ()  # the names of several, in the order their rows are numbered

    def __str__(self) -> str:
        return self.told

    def place(self, row: int) -> tuple[str, int]:
        """Give the file a row stands in, and the row as a person counts it there."""
        nth, within = divmod(row, _EACH)
        return (self.files[nth] if self.files else self.told), within

    def at(self, row: int) -> str:
        """Say where a row stands: `deals_2.csv, row 5`."""
        file, within = self.place(row)
        return f"{file}, row {within}"


def numbered(row: str, nth: int) -> str:
    """Write the row of the nth file as SQL, so that no row of another file has its number."""
    return f"{row} + {nth * _EACH}"


def nth_file(row: str) -> str:
    """Write as SQL which file a row stands in, from 0."""
    return f"{row} // {_EACH}"
