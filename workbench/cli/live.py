"""`workbench lab`, `coach` and `serve`: the notebooks in front of people."""

# A command takes as many options as it has
# ruff: noqa: PLC0415, PLR0913, PLR0917

import logging
import webbrowser
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlencode

import typer

from workbench.cli.options import FrozenOption, PeriodOption, WorkspaceOption, at

if TYPE_CHECKING:
    from workbench.i18n import Lang
    from workbench.sources.workspace import Workspace

_LOG = logging.getLogger("workbench")

LangOption = Annotated[str, typer.Option("--lang", help="zh or en. Default: the workspace's.")]
PortOption = Annotated[int, typer.Option("--port", min=0, max=65535, help="0: any free one.")]
BrowserOption = Annotated[
    bool, typer.Option("--browser/--no-browser", help="Open it in the browser.")
]


def lab(
    notebook: Annotated[
        str, typer.Argument(metavar="[NOTEBOOK]", help="Which to open: explore, coaching, ...")
    ] = "",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
    port: PortOption = 8888,
    browser: BrowserOption = True,
    frozen: FrozenOption = False,
) -> None:
    """Open JupyterLab on the workspace's notebooks."""
    from workbench.serve.lab import run_lab

    space = _current(workspace, is_frozen=frozen)
    name = notebook.removesuffix(".ipynb")
    run_lab(space, _lang(lang, space.languages[0]), name, port=port, has_browser=browser)


def coach(
    rep: Annotated[str, typer.Argument(metavar="REP", help="A rep, by id or name.")],
    period: PeriodOption = "",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
    port: PortOption = 0,
    browser: BrowserOption = True,
    frozen: FrozenOption = False,
) -> None:
    """Open the coaching session of one rep as a page in the browser.

    It is coaching.ipynb with these parameters, served on this machine until interrupted. To work
    in the notebook itself, run `workbench lab coaching`.
    """
    from workbench.review.whom import whom
    from workbench.serve.asking import company, read_address
    from workbench.serve.page import require_page
    from workbench.serve.served import Serving
    from workbench.serve.server import serve

    space = _current(workspace, is_frozen=frozen)
    page = require_page("coaching", space.folder)
    rep = whom(rep, {rep_id: each.name for rep_id, each in company(space).people.items()})
    given = {"rep": rep, "period": period, "lang": _lang(lang, space.languages[0])}
    query = urlencode({name: value for name, value in given.items() if value})
    read_address(query, page, space, None)
    serving = Serving(port=port, only=("coaching",))
    serve(space, serving, _announced(f"coaching?{query}", has_browser=browser))


def serve_pages(
    workspace: WorkspaceOption = "",
    host: Annotated[
        str, typer.Option("--host", help="Another than this machine needs Shared mode.")
    ] = "127.0.0.1",
    port: PortOption = 8866,
    sessions: Annotated[int, typer.Option("--sessions", min=1, help="Pages open at once.")] = 12,
    sessions_each: Annotated[
        int, typer.Option("--sessions-each", min=1, help="Of these one person's, in Shared mode.")
    ] = 4,
    warm: Annotated[
        int, typer.Option("--warm", min=0, help="Kernels kept ready for each page.")
    ] = 1,
    idle: Annotated[
        float,
        typer.Option("--idle", min=0.05, help="Minutes until an untouched page is closed."),
    ] = 30,
    token: Annotated[
        bool, typer.Option("--token/--no-token", help="Ask for the token of the address.")
    ] = True,
    base_url: Annotated[
        str, typer.Option("--base-url", help="Path behind a proxy: /reviews/ puts all under it.")
    ] = "/",
    browser: BrowserOption = False,
    frozen: FrozenOption = False,
) -> None:
    """Serve the notebooks as web pages, code hidden, until interrupted."""
    from workbench.serve.prefix import checked_prefix
    from workbench.serve.served import Serving
    from workbench.serve.server import serve

    serving = Serving(
        host=host, port=port, most=sessions, each=sessions_each, waiting=warm, idle_minutes=idle,
        token=None if token else "", base_url=checked_prefix(base_url),
    )  # fmt: skip
    serve(_current(workspace, is_frozen=frozen), serving, _announced("", has_browser=browser))


def _current(folder: str, *, is_frozen: bool) -> "Workspace":
    """Open a workspace whose latest snapshot is that of the source as it is now."""
    from workbench.snapshots import current_snapshot

    space = at(folder)
    current_snapshot(space, is_frozen=is_frozen)
    return space


def _lang(given: str, default: "Lang") -> "Lang":
    from workbench.i18n import require_lang

    return require_lang(given) if given else default


def _announced(path: str, *, has_browser: bool) -> Callable[[str], None]:
    """Print the address once the server listens, and open it where asked."""

    def announce(address: str) -> None:
        start, _, token = address.partition("?")
        joined = "&" if "?" in path else "?"
        url = start + path + (joined + token if token else "")
        typer.echo(url)
        _LOG.info("Serving until interrupted (Ctrl-C).")
        if has_browser:
            Thread(target=webbrowser.open, args=(url,), daemon=True).start()

    return announce
