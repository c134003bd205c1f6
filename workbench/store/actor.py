"""Who acts on the store, and as what."""

from dataclasses import dataclass
from typing import Literal, get_args

from workbench.errors import ParameterError, require_known
from workbench.i18n import error
from workbench.model.given import text_of
from workbench.model.spelling import trimmed

Role = Literal["rep", "manager", "sales_ops", "hr", "finance", "support"]
ROLES: tuple[Role, ...] = get_args(Role)
Acting = Role | Literal["program"]
_PROGRAM: Literal["program"] = "program"  # no role of a person: what is told is not read as it


@dataclass(frozen=True)
class Actor:
    """One person in one role, or the program itself."""

    person_id: str
    role: Acting

    def __post_init__(self) -> None:
        require_known("role", [self.role], (*ROLES, _PROGRAM))

    @classmethod
    def program(cls, what: str) -> "Actor":
        """Give the program itself, doing `what`: it counts, it dates, it reads nobody's words.

        No address, command or identity can name it; see `read`.
        """
        return cls(what, _PROGRAM)

    @property
    def is_program(self) -> bool:
        """Whether nobody acts, but the program itself."""
        return self.role == _PROGRAM

    @classmethod
    def read(cls, told: str) -> "Actor":
        """Read who acts, as `R19:rep` or `M02:manager`; never as the program.

        Full width and blanks at the ends count for nothing; nor does the case of the role. The
        person is taken as written: many who act stand in no table that could tell.

        Raises
        ------
        ParameterError, UnknownNameError
            When it is not PERSON:ROLE, or the role is none of a person.
        """
        person, _colon, role = trimmed(text_of("actor", told)).rpartition(":")
        person, role = person.strip(), role.strip().lower()
        if not person:
            raise error(ParameterError, "refusal-actor-unread", told=told)
        require_known("role", [role], ROLES)
        return cls(person, role)  # type: ignore[arg-type] # just checked
