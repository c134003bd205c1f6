"""Names of roles in the reader's language."""

import re

from workbench.i18n import Lang, has_message, message


def role_name(role: str, lang: Lang) -> str:
    """Name a role: the known ones translated, any other as the source writes it."""
    if not role:
        return message("role-rep", lang)
    key = "role-" + re.sub(r"[^a-z]+", "_", role.lower()).strip("_")
    return message(key, lang) if key != "role-" and has_message(key, lang) else role
