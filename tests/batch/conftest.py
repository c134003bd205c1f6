"""Tiny notebooks that behave like the review: parameters, then sections."""

from pathlib import Path

import nbformat
import pytest

from workbench.batch.job import DocumentJob, Job, Running

PARAMETERS = """\
rep_id: str = ""  # whose review
period: str = ""  # which period
workspace: str = ""  # which workspace
as_of: str = ""  # which snapshot
template: str = "quarterly"  # which template
lang: str = "zh"  # which language
surface: str = "auto"  # live or document"""

SETUP = """\
from html import escape

class Shown:
    def __init__(self, key, finding):
        self.key, self.finding = key, finding

    def _repr_mimebundle_(self, **_):
        record = {"key": self.key, "number": "" if self.key == "cover" else "1",
                  "name": self.finding, "question": "", "finding": self.finding,
                  "is_to_write": False, "title": self.finding, "lang": lang}
        tag = "h1" if self.key == "cover" else "h2"
        html = f'<section class="wb"><{tag}>{escape(self.finding)}</{tag}></section>'
        return {"text/html": html, "text/plain": self.finding,
                "application/vnd.workbench.section+json": record}

class review:
    section = Shown"""


def _cell(source, *tags):
    return nbformat.v4.new_code_cell(source, metadata={"tags": list(tags)})


@pytest.fixture(scope="session")
def write_notebook():
    """Write a notebook of the given section cells."""

    def write(path: Path, *sources, parameters=PARAMETERS):
        cells = [_cell(parameters, "parameters"), _cell(SETUP, "setup")]
        cells += [_cell(source, "section") for source in sources]
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        metadata = {"kernelspec": kernel}
        nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), path)
        return path

    return write


@pytest.fixture(scope="session")
def job_for():
    """Describe the making of one document."""

    def job(rep_id, notebook, outputs, timeout=5, **running):
        parameters = {
            "rep_id": rep_id,
            "period": "2026-Q3",
            "workspace": str(outputs.parent / "ws"),
            "as_of": "2026-09-30",
            "template": "quarterly",
            "lang": "en",
            "surface": "document",
        }
        return Job(
            rep_id=rep_id,
            name=rep_id,
            folder=outputs / rep_id,
            notebook=notebook,
            documents=(DocumentJob("review", parameters, f"hash of {rep_id}"),),
            running=Running(timeout=timeout, **running),
        )

    return job
