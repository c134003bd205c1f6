"""A folder and the rules of its workbench.toml: all that reading a table needs to know."""

from pathlib import Path
from zoneinfo import ZoneInfo

from workbench.sources.table_source import TableSource
from workbench.sources.workspace_file import WorkspaceFile


class SourceFolder:
    """Where a company's files lie, and what is said of them."""

    def __init__(self, folder: Path, rules: WorkspaceFile) -> None:
        self.folder = folder
        self.rules = rules
        self.zone = rules.calendar.zone

    @property
    def tables(self) -> dict[str, TableSource]:
        """Where each table comes from."""
        return self.rules.tables

    @property
    def time_zone(self) -> ZoneInfo:
        """The zone dates are cut in."""
        return ZoneInfo(self.zone)
