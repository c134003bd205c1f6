"""The systems whose exports are known, and what each export gives."""

from collections.abc import Iterator
from textwrap import wrap

from workbench.i18n import Lang, message
from workbench.proposal.profile import ANY, Export, Profile, profiles

_WIDE = 98


def profiles_text(lang: Lang) -> str:
    """Write every profile with its exports, the columns each gives, and what to take care of."""
    parts = [
        "\n".join(_profile(name, profile, lang))
        for name, profile in profiles().items()
        if name != ANY
    ]
    return "\n\n".join([*parts, message("listed-any", lang)]) + "\n"


def _profile(name: str, profile: Profile, lang: Lang) -> Iterator[str]:
    yield f"{getattr(profile.title, lang)} ({name})"
    for export in profile.exports:
        yield f"  {export.table}: {getattr(export.about, lang)}"
        yield from wrap(_columns(export), _WIDE, initial_indent="    ", subsequent_indent="    ")
    for note in profile.notes:
        yield from wrap(getattr(note, lang), _WIDE, initial_indent="  · ", subsequent_indent="    ")


def _columns(export: Export) -> str:
    derived = {each.column: " + ".join(next(iter(h)) for h in each.needs.values())
               for each in export.derived}  # fmt: skip
    given = {column: headers[0] for column, headers in export.columns.items()} | derived
    return ", ".join(f"{column} ← {header}" for column, header in given.items())
