"""What people write: cycles, entries of forms, signatures, promises, the inbox, the audit trail."""

from workbench.store.actor import Actor
from workbench.store.store import Store, open_store

__all__ = ["Actor", "Store", "open_store"]
