"""Who acts on the store, and as what."""

from dataclasses import dataclass
from typing import Literal, get_args

from workbench.errors import require_known

Role = Literal["rep", "manager", "sales_ops", "hr"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True)
class Actor:
    """One person in one role."""

    person_id: str
    role: Role

    def __post_init__(self) -> None:
        require_known("role", [self.role], ROLES)
