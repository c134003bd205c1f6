"""The cells of some reps in one warm Python process, with the conversion: the least they can cost.

Prints seconds per rep by the clock and of the processor, of the reps after the first two.
"""

import json
import sys
import time

import nbformat

import workbench as wb
from workbench.page.shown import Shown
from workbench.publish.document import document
from workbench.publish.strip import stripped
from workbench.review.section import KEYS

WARMED_BY = 2


def main(folder: str, reps: list[str]) -> None:
    for rep in reps[:WARMED_BY]:
        _make(folder, rep)
    begin, used = time.perf_counter(), time.process_time()
    for rep in reps[WARMED_BY:]:
        _make(folder, rep)
    count = len(reps) - WARMED_BY
    print(json.dumps([(time.perf_counter() - begin) / count, (time.process_time() - used) / count]))


def _make(folder: str, rep: str) -> None:
    review = wb.open_review(rep, "2026-Q3", folder, surface="document")
    shown = [section for key in KEYS if (section := review.section(key)) is not None]
    notebook = nbformat.v4.new_notebook(cells=[_cell(section) for section in shown])
    document(notebook)
    stripped(notebook)


def _cell(section: Shown) -> nbformat.NotebookNode:
    output = nbformat.v4.new_output("display_data", data=section._repr_mimebundle_())
    return nbformat.v4.new_code_cell(outputs=[output], metadata={"tags": ["section"]})


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2].split(","))
