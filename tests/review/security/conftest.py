"""A small workspace as `workbench demo` would leave it, and its report."""

import pytest

from workbench.review.security.report import security_report
from workbench.sources.workspace import open_workspace

TABLES = '[tables.reps]\nfile = "reps.csv"\n[tables.deals]\nfile = "deals.csv"\n'


class Setting:
    """A workspace folder, and what the checks say of it."""

    def __init__(self, folder):
        self.folder = folder

    def write(self, name, text="", mode=0o600):
        place = self.folder / name
        for folder in reversed(place.relative_to(self.folder).parents[:-1]):
            (self.folder / folder).mkdir(mode=0o700, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        place.chmod(mode)
        return place

    def toml(self, text=""):
        head = '[workspace]\noutputs = "outputs"\nas_of = 2026-09-30\n'
        self.write("workbench.toml", head + text + TABLES)
        return self

    @property
    def workspace(self):
        return open_workspace(self.folder)

    def report(self, lang="en"):
        return security_report(self.workspace, lang)

    def found(self, title):
        """Give what was found under a title; [] where that is well."""
        lines = self.report().text.splitlines()
        told = [line for line in lines if f" {title}" in line.partition(": ")[0]]
        assert told, f"no line of {title!r}"
        assert all(line.startswith(("FOUND", "ok")) for line in told), told
        return [line.partition(": ")[2] for line in told if line.startswith("FOUND")]

    def is_left_out(self, title):
        return f"–     {title}: nothing here to check" in self.report().text.splitlines()


@pytest.fixture
def setting(tmp_path):
    folder = tmp_path / "w"
    folder.mkdir(mode=0o700)
    made = Setting(folder)
    made.write("reps.csv", "rep_id,name,email\nana,Ana,ana@example.com\nbo,Bo,bo@example.com\n")
    made.write("deals.csv", "deal_id,rep_id,is_closed,is_won\n")
    return made.toml()
