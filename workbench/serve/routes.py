"""Every address that is answered; whatever is not listed here is not there."""

import re
from typing import Any

from workbench.serve import handlers, scripts, sockets
from workbench.serve.answering import UnknownHandler
from workbench.serve.assets import AssetHandler, assets_at, find_assets
from workbench.serve.scripts import ADDRESS, ScriptHandler
from workbench.serve.told import ToldHandler

_KERNEL = r"api/kernels/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"  # as Voilà's script asks


def routes(root: str) -> list[Any]:
    """List the addresses, the first that fits answers.

    Parameters
    ----------
    root
        The path of the start page, as `/` or `/reviews/`.
    """
    at = re.escape(root)
    return [
        (at, handlers.StartHandler),
        (at + _KERNEL + "/channels", sockets.SocketHandler),
        (at + _KERNEL, sockets.KernelHandler),
        (at + "alive", sockets.AliveHandler),
        (at + "leaving", sockets.LeavingHandler),
        (at + "closed", sockets.ClosedHandler),
        (at + "told", ToldHandler),
        (at + ADDRESS, ScriptHandler),
        (at + assets_at() + "/(.+)", AssetHandler, {"assets": find_assets(), "is_kept": True}),
        (at + "voila/(.+)", AssetHandler, {"assets": find_assets(), "is_kept": False}),
        (at + scripts.ADDRESS, scripts.ScriptHandler),
        (at + r"(\w{1,40})", handlers.PageHandler),
        (r".*", UnknownHandler),
    ]
