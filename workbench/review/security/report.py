"""All checks of `workbench check --security`: a line for each finding, or for what is well."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workbench.i18n import Lang, message
from workbench.review.security.channels import channel_faults
from workbench.review.security.database import database_faults
from workbench.review.security.finding import DoesNotApplyError, Finding, UncheckedError
from workbench.review.security.modes import open_to_others, writable_by_others
from workbench.review.security.people import email_faults, role_faults
from workbench.review.security.proxy import host_faults, proxy_faults
from workbench.review.security.secrets import secret_faults
from workbench.sources.workspace import Workspace

Check = Callable[[Workspace], Iterable[Finding]]
CHECKS: dict[str, Check] = {
    "modes": open_to_others,
    "plans": writable_by_others,
    "secrets": secret_faults,
    "channels": channel_faults,
    "proxy": proxy_faults,
    "hosts": host_faults,
    "roles": role_faults,
    "emails": email_faults,
    "database": database_faults,
}


@dataclass(frozen=True)
class SecurityReport:
    """The lines, and how many checks found something or could not be made."""

    text: str  # ends with a line feed
    found: int
    unchecked: int

    @property
    def code(self) -> int:
        """The exit code: 0 all well, 1 something found, 2 something could not be checked."""
        return 2 if self.unchecked else min(self.found, 1)


def security_report(workspace: Workspace, lang: Lang) -> SecurityReport:
    """Make every check; one that cannot be made stops none of the others."""
    lines, found, unchecked = [], 0, 0
    for name, check in CHECKS.items():
        title = message(f"security-of-{name}", lang)
        try:
            told = [each.line(lang) for each in check(workspace)]
        except DoesNotApplyError:
            lines.append(message("security-left-out", lang, title=title))
            continue
        except (UncheckedError, OSError) as reason:
            unchecked += 1
            lines.append(message("security-unchecked", lang, title=title, why=str(reason)))
            continue
        found += bool(told)
        lines += [message("security-found", lang, title=title, told=each) for each in told]
        lines += [] if told else [message("security-well", lang, title=title)]
    return SecurityReport("".join(f"{line}\n" for line in lines), found, unchecked)
