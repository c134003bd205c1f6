"""The requirements sheet (述职要求): what to report, from which figures, and what counts.

Made of the template, as the check for completeness is; so the two never differ.
"""

from workbench.i18n import Lang, listed, message
from workbench.review.template import Item, Template


def requirements_text(template: Template, lang: Lang) -> str:
    """Write the sheet as Markdown: one heading per section, one line per item."""
    lines = [f"# {message('asked-title', lang, template=template.label.in_(lang))}", ""]
    lines += [message("asked-lede", lang), ""]
    for key in template.sections:
        items = template.forms.get(key, ())
        question = message(f"{key}-question", lang)
        name = message(f"{key}-name", lang)
        head = message(
            "asked-section", lang, number=template.number(key), name=name, question=question
        )
        lines += [f"## {head.strip()}"]
        lines += [f"- {_line(item, lang)}" for item in items] or [
            f"- {message('asked-nothing', lang)}"
        ]
        lines.append("")
    return "\n".join(lines)


def _line(item: Item, lang: Lang) -> str:
    said = [message(f"review-source-{item.filled_by}", lang)]
    if item.is_required:
        said.append(message("form-required", lang))
    if item.is_private:
        said.append(message("asked-private", lang))
    told = item.help.in_(lang) if item.help else ""
    help_ = told if lang == "zh" or not told else f" {told}"
    who = listed(said, lang)
    return message("asked-line", lang, label=item.label.in_(lang), who=who, help=help_)
