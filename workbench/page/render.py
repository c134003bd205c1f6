"""HTML from templates: the small ones of parts in `templates/`, and frames of whole pages.

Every value is escaped.
"""

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from workbench.i18n import Lang, message


@cache
def _environment(package: str, folder: str) -> Environment:
    return Environment(
        loader=PackageLoader(package, folder),
        autoescape=True,
        undefined=StrictUndefined,  # a forgotten value is an error, not an empty page
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, lang: Lang, **values: object) -> Markup:
    """Fill one template.

    Parameters
    ----------
    template
        File name in `templates/` without `.html.j2`.
    lang
        Language of the sentences the template itself writes, as `t(key)`.
    values
        What the template names; only `Markup` is taken as HTML.
    """

    def t(key: str, **named: str | int) -> str:
        return message(key, lang, **named)

    return filled("workbench.page", "templates", template, {"t": t, "lang": lang, **values})


def filled(
    package: str, folder: str, template: str, values: Mapping[str, object], style: str = ""
) -> Markup:
    """Fill a template of another room, as the frame of a whole page.

    Parameters
    ----------
    package, folder
        Where it stands.
    template
        Its file name without `.html.j2`.
    values
        What it names; only `Markup` is taken as HTML.
    style
        Rules of style, taken as they are.
    """
    found = _environment(package, folder).get_template(f"{template}.html.j2")
    # The template escapes what it fills in
    return Markup(found.render({**values, "style": Markup(style)}))
