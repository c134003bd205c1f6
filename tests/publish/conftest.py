"""An executed notebook as papermill leaves it, made by hand: no kernel is started."""

import nbformat
import pytest

SECTION = "application/vnd.workbench.section+json"


def _shown(key, number, name, html, **more):
    record = {"key": key, "number": number, "name": name, "is_to_write": False, **more}
    data = {"text/html": html, "text/plain": name, SECTION: record}
    return nbformat.v4.new_output("display_data", data=data)


def _cell(source, tags, *outputs):
    return nbformat.v4.new_code_cell(
        source,
        execution_count=1,
        outputs=list(outputs),
        metadata={
            "tags": tags,
            "papermill": {"duration": 0.5, "start_time": "2026-11-23T08:00:00"},
            "execution": {"iopub.execute_input": "2026-11-23T08:00:00"},
        },
    )


@pytest.fixture
def executed():
    """Build an executed review; the arguments replace what a test is about."""

    def build(name="Ana", summary="<p>36%</p>", section_name="Summary", folder="/home/x/ws"):
        cover = _shown(
            "cover",
            "",
            "Cover",
            '<header class="wb"><h1 id="cover">Ana</h1></header>',
            title=f"{name} 2026-Q3",
            lang="en",
            running_head=name,
            running_foot="As of 2026-09-30",
        )
        html = f'<section class="wb"><h2 id="summary">A finding</h2>{summary}</section>'
        injected = f'# Parameters\nrep_id = "7"\nworkspace = "{folder}"\nlang = "en"\n'
        noise = nbformat.v4.new_output("stream", name="stderr", text=f"warning in {folder}/a.py")
        left_out = _cell('review.section("forecast")', ["section"])
        cells = [
            nbformat.v4.new_markdown_cell("How to read this"),
            _cell(injected, ["injected-parameters"]),
            _cell("import workbench", ["setup"], noise),
            _cell('review.section("cover")', ["section"], cover),
            _cell(
                'review.section("summary")',
                ["section"],
                _shown("summary", "1", section_name, html, is_to_write=True),
            ),
            left_out,
        ]
        metadata = {
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "language_info": {"name": "python", "version": "3.11.7"},
            "papermill": {"input_path": f"{folder}/in.ipynb", "duration": 3.2},
            "widgets": {"application/vnd.jupyter.widget-state+json": {"state": {}}},
        }
        return nbformat.v4.new_notebook(cells=cells, metadata=metadata)

    return build
