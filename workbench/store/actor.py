"""Who acts on the store, and as what."""

from dataclasses import dataclass
from typing import Literal, get_args

from workbench.errors import ParameterError, require_known
from workbench.model.given import text_of
from workbench.model.spelling import trimmed

Role = Literal["rep", "manager", "sales_ops", "hr", "finance", "support"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True)
class Actor:
    """One person in one role."""

    person_id: str
    role: Role

    def __post_init__(self) -> None:
        require_known("role", [self.role], ROLES)

    @classmethod
    def read(cls, told: str) -> "Actor":
        """Read who acts, as `R19:rep` or `M02:manager`.

        Full width and blanks at the ends count for nothing; nor does the case of the role. The
        person is taken as written: many who act stand in no table that could tell.

        Raises
        ------
        ParameterError, UnknownNameError
            When it is not PERSON:ROLE, or the role is none.
        """
        person, _colon, role = trimmed(text_of("actor", told)).rpartition(":")
        person, role = person.strip(), role.strip().lower()
        if not person:
            raise ParameterError(f"{told!r} names nobody. Write person and role, as M02:manager.")
        require_known("role", [role], ROLES)
        return cls(person, role)  # type: ignore[arg-type] # just checked
