"""The scripts and fonts pages load: a list made when the server starts, and nothing else."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path

from tornado.web import HTTPError, StaticFileHandler
from voila.paths import collect_static_paths
from voila.utils import get_voila_labextensions_path

from workbench.serve.answering import Answering
from workbench.serve.scripts import A_YEAR

WIDGETS = (
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
    "anywidget",
)
_VOILA = re.compile(r"(\d+\.)?voila\.js|voila-style\.js|[0-9a-f]{20}\.(woff2?|ttf|eot|svg)")
_SCRIPTS = (".js", ".css")
Assets = Mapping[str, Path]  # by what stands in the address behind `voila/`


@cache
def find_assets() -> Assets:
    """List what a page may load: Voilà's own scripts and fonts, and those of three widget sets."""
    found: dict[str, Path] = {}
    for root in _folders(collect_static_paths(["voila", "nbconvert"], "lab")):
        for file in root.iterdir():
            if _VOILA.fullmatch(file.name) and file.is_file():
                found.setdefault(f"static/{file.name}", file)
    for root in _folders(get_voila_labextensions_path()):
        for widget in WIDGETS:
            for file in (root / widget / "static").rglob("*"):
                if file.suffix in _SCRIPTS and file.is_file():
                    name = file.relative_to(root).as_posix()
                    found.setdefault(f"labextensions/{name}", file)
    return found


@cache
def assets_at() -> str:
    """Give the path assets stand under, from the start page: files that changed have another."""
    told = blake2b(digest_size=8)
    for name, file in sorted(find_assets().items()):
        told.update(f"{name} {file.stat().st_size} {file.stat().st_mtime_ns};".encode())
    return f"voila-{told.hexdigest()}"


def _folders(paths: Iterable[str]) -> list[Path]:
    return [Path(path) for path in paths if Path(path).is_dir()]


class AssetHandler(Answering, StaticFileHandler):
    """One file of the list; a path is looked up, never walked."""

    def initialize(self, assets: Assets, *, is_kept: bool) -> None:  # type: ignore[override]
        """Take the list, and whether a browser may keep what it is given without asking again."""
        self.assets, self.is_kept = assets, is_kept
        super().initialize(path="/")

    async def prepare(self) -> None:  # type: ignore[override]
        """Note who loads: on a slow line the scripts take longer than a page may go unseen."""
        await super().prepare()
        if not self._finished:
            self.server.seats.seen(self.name)

    def parse_url_path(self, url_path: str) -> str:
        """Take the path as it was asked for: it is a name here."""
        return url_path

    @classmethod
    def get_absolute_path(cls, root: str, path: str) -> str:  # noqa: ARG003
        """Leave the name to `validate_absolute_path`, which has the list."""
        return path

    def validate_absolute_path(self, root: str, absolute_path: str) -> str:  # noqa: ARG002
        """Give the file of a name."""
        found = self.assets.get(absolute_path)
        if found is None:
            raise HTTPError(404)
        return str(found)

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002
        """Let a browser keep it; where another file may come to stand there, it asks again."""
        kept = f"max-age={A_YEAR}, immutable" if self.is_kept else "no-cache"
        self.set_header("Cache-Control", f"private, {kept}")
