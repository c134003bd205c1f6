"""A control changed until all charts are drawn, in a real browser; against a notebook as written.

Run in a process of its own: `python -m benchmarks.redraw [DEALS]` (`demo` for the made company).
Both are served by Voilà to one Chromium and timed in the same run, a change of one beside a change
of the other. The workbench redraws a ranking, a trend, a funnel, a map and a table; the naive
notebook filters a pandas frame and displays new Altair charts: one, or the same four.
"""

import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

import duckdb
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
CHANGES = 40  # of each, the first two apart: they draw for the first time
WORKSPACE = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
languages = ["en"]
[money]
currency = "CNY"
[tables.reps]
file = "reps.parquet"
[tables.deals]
file = "deals.parquet"
[tables.deal_history]
file = "deal_history.parquet"
"""
OURS = 'import workbench as wb\nwb.open_explore("", {folder!r}, lang="en")'
NAIVE = """
import altair as alt, ipywidgets as w, pandas as pd
from IPython.display import display
alt.data_transformers.disable_max_rows()
frame = pd.read_parquet({deals!r})
reps = pd.read_parquet({reps!r})
frame["close_on"] = pd.to_datetime(frame["close_on"])
names = ["2026-Q3", "2026-Q2", "2026-Q1", "2025-Q4", "2025-Q3", "2025-Q2"]
period = w.Dropdown(options=names, description="Period")
out, turn = w.Output(), w.HTML()
def draw(_=None):
    quarter = pd.Period(period.value.replace("-", ""))
    quarters = frame["close_on"].dt.to_period("Q")
    rows = frame[(quarters == quarter) & frame["is_closed"]]
    won = rows.groupby("rep_id")["is_won"].mean().reset_index().merge(reps, on="rep_id")
    won = won.sort_values("is_won").tail(30)
    charts = [alt.Chart(won, title=period.value).mark_point().encode(x="is_won", y="name")]
    if {count} > 1:
        recent = frame[frame["is_closed"] & (quarters > quarter - 6) & (quarters <= quarter)]
        trend = recent.groupby(quarters.loc[recent.index].astype(str))["is_won"].mean()
        charts.append(alt.Chart(trend.reset_index()).mark_line().encode(x="close_on:N", y="is_won"))
        stages = rows.groupby("stage").size().rename("n").reset_index()
        charts.append(alt.Chart(stages).mark_bar().encode(x="n", y="stage"))
        still = frame[~frame["is_closed"]]
        age = (pd.Timestamp("2026-09-30") - pd.to_datetime(still["created_on"])).dt.days // 10
        size = still["amount"].astype(float) // 50000
        cells = still.groupby([age.rename("age"), size.rename("size")]).size().rename("n")
        charts.append(
            alt.Chart(cells.reset_index()).mark_point().encode(x="age", y="size", size="n")
        )
    with out:
        out.clear_output(wait=True)
        for chart in charts:
            display(chart)
period.observe(draw, "value")
draw()
w.VBox([period, out])
"""
NAIVES = {"naive": 1, "naive, four charts": 4}  # how many charts it displays
OFFLINE = "import altair\naltair.renderers.enable('jupyter', offline=True)\n"


def main(asked: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        count = _company(Path(folder) / "company", asked)
        times = _measured(Path(folder), Path(folder) / "company")
    own = times["ours"]
    print(f"{count:,} deals, {len(own)} changes of each, {os.cpu_count()} cores")
    for name, told in times.items():
        ratio = statistics.median(told) / statistics.median(own)
        p50, p95 = statistics.median(told), _p95(told)
        print(f"{name}: p50 {p50:.0f} ms, p95 {p95:.0f} ms, {ratio:.1f} times")


def _company(folder: Path, asked: str) -> int:
    if asked == "demo":
        kept = shutil.ignore_patterns("snapshots", "facts", "store*")
        shutil.copytree(ROOT / "data" / "demo", folder, ignore=kept)
        for name in ("deals", "reps"):
            duckdb.sql(
                f"copy (from '{folder / name}.csv') to '{folder / name}.parquet' (format parquet)"
            )
        return int(duckdb.sql(f"select count(*) from '{folder}/deals.parquet'").fetchall()[0][0])
    folder.mkdir()
    (folder / "workbench.toml").write_text(WORKSPACE, encoding="utf-8")
    _drawn(folder, int(asked))
    return int(asked)


def _drawn(folder: Path, count: int) -> None:
    """Draw a company with DuckDB: 400 reps in 20 teams, three years, a course of four stages."""
    deals = f"""
        select 'D' || i as deal_id, 'R' || (hash(i) % 400)::int as rep_id,
            'Deal ' || i as name,
            ['enterprise', 'mid', 'smb'][1 + (hash(i + 2) % 3)::int] as pipeline,
            ['qualify', 'evaluate', 'propose', 'negotiate'][1 + (hash(i + 3) % 4)::int] as stage,
            (100 + (hash(i + 4) % 1000000)::int)::decimal(18, 4) as amount, 'CNY' as currency,
            i % 10 > 0 as is_closed, i % 10 > 0 and (hash(i + 5) % 3)::int = 0 as is_won,
            date '2023-10-01' + (hash(i + 6) % 1000)::int as created_on,
            date '2023-10-01' + (hash(i + 6) % 1000)::int + (hash(i + 7) % 95)::int as close_on
        from range({count}) t(i)"""
    history = f"""
        select deal_id, created_on::timestamp + interval (n * 3) day as at,
            ['qualify', 'evaluate', 'propose', 'negotiate'][n + 1] as stage
        from ({deals}), range(2) r(n)"""
    reps = """select 'R' || i as rep_id, 'Rep ' || i as name, 'Team ' || (i % 20) as team,
        'seller' as role from range(400) t(i)"""
    for name, query in (("deals", deals), ("deal_history", history), ("reps", reps)):
        duckdb.sql(f"copy ({query}) to '{folder}/{name}.parquet' (format parquet)")


def _measured(folder: Path, company: Path) -> dict[str, list[float]]:
    books = folder / "notebooks"
    books.mkdir()
    paths = {name: str(company / f"{name}.parquet") for name in ("deals", "reps")}
    _notebook(books / "ours.ipynb", OURS.format(folder=str(company)))
    for name, charts in NAIVES.items():
        told = NAIVE.replace("{count}", str(charts))
        for key, path in paths.items():
            told = told.replace(f"{{{key}!r}}", repr(path))
        _notebook(books / f"{name}.ipynb", OFFLINE + told)
    subprocess.run(
        [sys.executable, "-c", OURS.format(folder=str(company))],
        check=True,
        stdout=subprocess.DEVNULL,
    )  # makes the snapshot and the cut, as the first person of a day does
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "voila", "--no-browser", f"--port={port}", str(books)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        _await(address)
        return _timed(address)
    finally:
        server.terminate()
        server.wait(20)


def _await(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return


def _timed(address: str) -> dict[str, list[float]]:
    """Time all pages in turn: from the change of the control to the frame that shows it."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=found, args=flags)
        pages = {}
        first = {"ours": ".board[data-turn]", **dict.fromkeys(NAIVES, ".vega-embed")}
        for name, ready in first.items():
            page = browser.new_page(viewport={"width": 1240, "height": 1600})
            page.set_default_timeout(600_000)
            page.goto(f"{address}/voila/render/{quote(name)}.ipynb")
            page.wait_for_selector(ready)
            page.wait_for_timeout(1500)
            pages[name] = page
        times: dict[str, list[float]] = {name: [] for name in pages}
        for turn in range(CHANGES + 2):
            for name, page in pages.items():
                page.bring_to_front()
                times[name].append(page.evaluate(*_change(name, turn)))
                page.wait_for_timeout(250)
        browser.close()
    return {name: told[2:] for name, told in times.items()}


def _change(name: str, turn: int) -> tuple[str, int]:
    return (_OURS, turn) if name == "ours" else (_NAIVE, NAIVES[name])


_PAINTED = (
    "requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begin)))"
)
_LATE = "setTimeout(() => fail(new Error('not drawn within a minute')), 60000)"
# Each change goes somewhere new: another period, figure, segment or team, in turn
_OURS = f"""(turn) => new Promise((done, fail) => {{
    const board = document.querySelector('.board');
    const before = board.dataset.turn;
    const kinds = [0, 1, 3, 2];
    const control = document.querySelectorAll('.controls select')[kinds[turn % 4]];
    const most = control.options.length - 1;
    const now = control.selectedIndex;
    control.selectedIndex = now < most ? now + 1 : 1;  // never what stands there already
    const seen = new MutationObserver(() => {{
        if (board.dataset.turn === before) return;
        seen.disconnect();
        {_PAINTED};
    }});
    seen.observe(board, {{ attributes: true }});
    const begin = performance.now();
    control.dispatchEvent(new Event('change', {{ bubbles: true }}));
    {_LATE};
}})"""
_NAIVE = f"""(count) => new Promise((done, fail) => {{
    const control = document.querySelector('select');
    control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
    const old = new Set(document.querySelectorAll('.vega-embed'));
    const seen = new MutationObserver(() => {{
        const now = [...document.querySelectorAll('.vega-embed:has(canvas, svg)')];
        if (now.filter((each) => !old.has(each)).length < count) return;
        seen.disconnect();
        {_PAINTED};
    }});
    seen.observe(document.body, {{ childList: true, subtree: true }});
    const begin = performance.now();
    control.dispatchEvent(new Event('change', {{ bubbles: true }}));
    {_LATE};
}})"""


def _notebook(file: Path, source: str) -> None:
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": None,
            "outputs": [], "source": source}  # fmt: skip
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    book = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    file.write_text(json.dumps(book), encoding="utf-8")


def _p95(times: list[float]) -> float:
    return sorted(times)[min(round(len(times) * 0.95), len(times) - 1)]


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "1000000")
