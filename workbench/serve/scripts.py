"""The script a page's charts are drawn with, as a file a browser keeps."""

from http import HTTPStatus

from tornado.ioloop import IOLoop
from tornado.web import HTTPError

from workbench.charts.bundle import vega, vega_mark
from workbench.serve.answering import Answering

ADDRESS = r"vega-([0-9a-f]{16})\.js"  # in front of it the path everything is under
A_YEAR = 31_536_000  # seconds; another version has another address


def address() -> str:
    """Give where the script stands, from the start page."""
    return f"vega-{vega_mark()}.js"


class ScriptHandler(Answering):
    """Vega, in the version pages were made for."""

    async def get(self, mark: str) -> None:
        """Send the script; it is made once for each machine, beside whatever else is asked for."""
        if mark != vega_mark():
            raise HTTPError(HTTPStatus.NOT_FOUND)
        text = await IOLoop.current().run_in_executor(None, vega)
        self.set_header("Content-Type", "text/javascript; charset=UTF-8")
        self.set_header("Cache-Control", f"private, max-age={A_YEAR}, immutable")
        await self.finish(text)
