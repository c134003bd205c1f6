"""Open the page on which a folder of exports becomes a workspace."""

from pathlib import Path

from workbench.batch.first import first_document
from workbench.i18n import message, require_lang
from workbench.model.given import texts
from workbench.proposal.attempt import begun
from workbench.sources.workspace import FILE_NAME
from workbench.widgets.importing.page import ImportPage, said_page
from workbench.widgets.live import live
from workbench.widgets.page import Page


@live
def open_import(folder: str = "", to: str = "", *, lang: str = "") -> ImportPage | Page:
    """Open a folder of exports: what is proposed of it, to be corrected, agreed to and begun.

    Parameters
    ----------
    folder
        Where the exports lie; "" says how to give one.
    to
        The workspace's folder; "" takes the one of the exports.
    lang
        zh or en; "" takes zh.

    Returns
    -------
    ImportPage or Page
        Nothing is written before its button is pressed. Where the workspace is set up already, or
        no folder is given, a page with the sentence that says so.

    Raises
    ------
    SourceError
        When no file of the folder holds deals, or one cannot be read.
    """
    told = texts(folder=folder, to=to, lang=lang)
    code = require_lang(told["lang"] or "zh")
    if not told["folder"]:
        lede = message("import-give-folder-lede", code)
        return said_page(code, message("import-give-folder", code), lede)
    exports = Path(told["folder"])
    place = Path(told["to"] or exports)
    if (place / FILE_NAME).exists():
        there = message("setup-there", code, file=str(place / FILE_NAME))
        return said_page(code, message("import-there", code), there, str(exports))
    return ImportPage(begun(exports, place, code), first_document)
