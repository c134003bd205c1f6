"""A picture of an exploration as a board shows it, with the figures drawn folded beneath."""

from workbench.i18n import Lang, message
from workbench.page.fragment import fragment
from workbench.page.parts import Fold
from workbench.review.exploration.picture import Picture
from workbench.widgets.board import Shown


def shown(picture: Picture, lang: Lang) -> Shown:
    """Give a picture to a board; where nothing is drawn there are no figures."""
    figures = ""
    if picture.figures is not None:
        fold = Fold(message("exhibit-figures", lang), blocks=(picture.figures,))
        figures = fragment(lang, fold)
    told = (picture.draw, picture.title, picture.sub, picture.description)
    return Shown(*told, figures=figures)
