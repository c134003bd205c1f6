"""A page in parts, as its cells are done: by a kernel that waited for it, or by one started now."""

from asyncio import ensure_future, wait
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from tornado.iostream import StreamClosedError
from voila.notebook_renderer import NotebookRenderer
from voila.utils import get_page_config

from workbench.serve.seat import Seat
from workbench.serve.telling import Told

if TYPE_CHECKING:
    from workbench.serve.served import Served

_QUIET = 10.0  # seconds without a part, after which the line is kept awake
_AWAKE = "<!-- -->\n"


async def page_parts(server: "Served", name: str, seat: Seat, told: Told) -> AsyncIterator[str]:
    """Make a page.

    Parameters
    ----------
    name
        The notebook's.
    seat
        The place of who opens it; it is given the kernel.
    told
        What the kernel hears.

    Raises
    ------
    StreamClosedError
        When the place was given up before its kernel was there: who asked has left.
    """
    waited = await _taken(server, f"{name}.ipynb")
    if waited is None:
        async for part in _started(server, f"{name}.ipynb", seat, told):
            yield part
        return
    task, made, kernel_id = waited
    await _seat(server, seat, kernel_id, told)
    yield "".join(made)
    rendered, rest = await task
    yield "".join(rendered[len(made) :])
    async for part, _ in rest:
        yield part


async def kept_awake(parts: AsyncIterator[str]) -> AsyncIterator[str]:
    """Send something while a cell takes long: proxies end a line that says nothing."""
    while True:
        coming = ensure_future(anext(parts))
        try:
            while not (await wait({coming}, timeout=_QUIET))[0]:
                yield _AWAKE
            yield await coming
        except StopAsyncIteration:
            return
        finally:
            coming.cancel()  # where the reader left meanwhile


async def _taken(server: "Served", notebook: str) -> Any:  # noqa: ANN401 (Voilà's)
    """Take a kernel that waits; None when there is none, or each that waited had ended."""
    kernels = server.kernel_manager
    while kernels.get_pool_size(notebook):
        found = await kernels.get_rendered_notebook(notebook)
        if found[2] in kernels:
            return found
    return None


async def _started(server: "Served", notebook: str, seat: Seat, told: Told) -> AsyncIterator[str]:
    page = _renderer(server, notebook)
    await page.initialize()
    kernel_id = await server.kernel_manager.start_kernel(
        kernel_name=page.notebook.metadata.kernelspec.name, path=""
    )
    await _seat(server, seat, kernel_id, told)
    kernel = server.kernel_manager.get_kernel(kernel_id)
    async for part, _ in page.generate_content_generator(kernel_id, kernel):
        yield part


async def _seat(server: "Served", seat: Seat, kernel_id: str, told: Told) -> None:
    """Give a kernel to who opened the page, and tell it what to show."""
    if not server.seats.is_held(seat):
        await server.end_kernel(kernel_id)
        raise StreamClosedError
    seat.kernel_id = kernel_id
    server.kernel_manager.telling.tell(kernel_id, told)


def _renderer(server: "Served", notebook: str) -> NotebookRenderer:
    settings, rules = server.app.settings, server.voila_configuration
    return NotebookRenderer(
        voila_configuration=rules,
        traitlet_config=server.config,
        notebook_path=notebook,
        template_paths=server.template_paths,
        config_manager=server.config_manager,
        contents_manager=server.contents_manager,
        base_url=server.base_url,
        kernel_spec_manager=server.kernel_spec_manager,
        page_config=get_page_config(server.base_url, settings, server.log, rules),
        mathjax_config=settings.get("mathjax_config"),
        mathjax_url=settings.get("mathjax_url"),
    )
