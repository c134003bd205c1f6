"""The reconciliation as a few lines of text."""

from collections.abc import Iterator

from workbench.i18n import Lang, has_message, listed, message, money_exact
from workbench.proposal.reconcile import Reconciled, Total


def reconciled_text(found: Reconciled, lang: Lang) -> str:
    """Write what the file holds, what counts here, the difference by reason, and the days."""
    return "\n".join(_lines(found, lang))


def _lines(found: Reconciled, lang: Lang) -> Iterator[str]:
    yield message("reconciled-file", lang, rows=found.rows, total=_total(found.file, lang))
    yield message("reconciled-here", lang, total=_total(found.here, lang))
    for reason, total in sorted(found.lost.items()):
        yield "  " + message(
            "reconciled-lost", lang, why=_why(reason, lang), total=_total(total, lang)
        )
    if found.more.n:
        yield "  " + message("reconciled-more", lang, total=_total(found.more, lang))
    if found.agrees and not found.lost:
        yield message("reconciled-agrees", lang)
    for table, (rows, first, last) in found.spans.items():
        days = message("reconciled-days", lang, first=f"{first}", last=f"{last}") if first else ""
        yield "  " + message("reconciled-span", lang, table=table, rows=rows, days=days)


def _total(total: Total, lang: Lang) -> str:
    sums = [money_exact(value, code, lang) for code, value in sorted(total.sums.items())]
    unknown = [message("reconciled-unknown", lang, n=total.unknown)] if total.unknown else []
    return message("reconciled-total", lang, n=total.n, sums=listed([*sums, *unknown], lang) or "—")


def _why(reason: str, lang: Lang) -> str:
    own, usual = f"reconciled-why-{reason}", f"data-reason-{reason}"
    return next((message(key, lang) for key in (own, usual) if has_message(key, lang)), reason)
