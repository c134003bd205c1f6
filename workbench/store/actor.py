"""Who acts on the store, and as what."""

from dataclasses import dataclass
from typing import Literal, get_args

from workbench.errors import ParameterError, require_known

Role = Literal["rep", "manager", "sales_ops", "hr"]
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

        Raises
        ------
        ParameterError, UnknownNameError
            When it is not PERSON:ROLE, or the role is none.
        """
        person, colon, role = told.rpartition(":")
        if not colon or not person:
            raise ParameterError(f"{told!r} names nobody. Write person and role, as M02:manager.")
        require_known("role", [role], ROLES)
        return cls(person, role)  # type: ignore[arg-type] # just checked
