"""HTML of sections, from the small templates in `templates/`; every value is escaped."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from workbench.i18n import Lang, message


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("workbench.page", "templates"),
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

    found = _environment().get_template(f"{template}.html.j2")
    return Markup(found.render(t=t, lang=lang, **values))  # the template escapes what it fills in
