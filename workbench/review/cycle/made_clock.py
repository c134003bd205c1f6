"""A clock the made company sets."""

from datetime import datetime, timedelta


class Clock:
    """Stands where it is put, and goes a second on with each look."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Give the time, a second later each time."""
        self.now += timedelta(seconds=1)
        return self.now
