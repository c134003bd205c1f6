"""The rule of an award in words, as it is printed and kept with a grant."""

from workbench import i18n
from workbench.i18n import Lang, message
from workbench.review.growing.book import Award


def rule_text(award: Award, lang: Lang) -> str:
    """Write the whole rule: figure, how it is drawn, who is eligible, and that ties stay ties."""
    rule = award.rule
    key = award.figure.replace("_", "-")
    parts = [message(f"award-rule-{key}", lang)]
    if rule.strength:
        how = "award-rule-drawn-rate" if rule.figure == "win_rate" else "award-rule-drawn"
        parts.append(message(how, lang, n=rule.strength))
    parts.append(message(f"award-rule-fewest-{key}", lang, n=rule.fewest))
    if rule.at_least is not None:
        floor = f"{rule.at_least:f}"
        if rule.figure != "colleagues_helped":
            floor = i18n.share(rule.at_least, lang)
        parts.append(message("award-rule-at-least", lang, floor=floor))
    parts.append(message("award-rule-here", lang, n=rule.days_here))
    if rule.pause:
        parts.append(message("award-rule-pause", lang, n=rule.pause))
    parts.append(message("award-rule-ties", lang))
    return ("" if lang == "zh" else " ").join(parts)
