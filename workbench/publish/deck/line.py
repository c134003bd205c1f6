"""A line of words as XML: the library takes a hundred steps for what is the same in each."""

from html import escape

from workbench.charts import theme
from workbench.charts.printable import printable
from workbench.i18n import Lang
from workbench.publish.deck.ink import TAGS, filling
from workbench.publish.deck.room import LINE

NAMESPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def line_xml(
    text: str,
    size: float,
    lang: Lang,
    *,
    ink: str = theme.INK,
    is_bold: bool = False,
    side: str = "",
    before: float = 0.0,
) -> str:
    """Write one line, none of it markup; without words it keeps their height free.

    Parameters
    ----------
    ink
        A colour of the documents; "" leaves it to the layout.
    side
        l or r; "" leaves it to the layout.
    before
        Points over it.
    """
    letters = f'lang="{TAGS[lang]}" sz="{size * 100:.0f}"'
    words = escape(printable(text).replace("\n", " "))
    fill = filling(ink) if ink else ""
    run = f'<a:r><a:rPr {letters} b="{is_bold:d}">{fill}</a:rPr><a:t>{words}</a:t></a:r>'
    at = f' algn="{side}"' if side else ""
    return (
        f'<a:p {NAMESPACE}><a:pPr marL="0" indent="0"{at}>'
        f'<a:lnSpc><a:spcPts val="{size * LINE * 100:.0f}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{before * 100:.0f}"/></a:spcBef>'
        '<a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/></a:pPr>'
        f"{run if words else ''}<a:endParaRPr {letters}/></a:p>"
    )
