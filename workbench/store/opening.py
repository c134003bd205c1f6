"""The store of a workspace: opened, and at first filled from `store.jsonl` when one lies there."""

from dataclasses import replace

from workbench.errors import ParameterError
from workbench.sources.workspace import Workspace
from workbench.store.actor import Actor
from workbench.store.cycles import list_cycles
from workbench.store.exchange import import_lines
from workbench.store.known_as import options
from workbench.store.store import Store, open_store

_SEED = Actor.program("seed")  # nobody fills it: it begins with what lies there


def store_of(workspace: Workspace) -> Store:
    """Open the store of a workspace; it is made when it is not there yet.

    Raises
    ------
    StoreError
        When the database cannot be reached or opened.
    SourceError
        When store.jsonl is no export of a store.
    """
    store = open_store(workspace.store_url)
    if workspace.aliases:
        known = store.engine.execution_options(**options(workspace.aliases))
        store = replace(store, engine=known)
    seed = workspace.seed
    if seed is None or list_cycles(store):
        return store
    try:
        with seed.open(encoding="utf-8") as lines:
            import_lines(store, _SEED, lines)
    except ParameterError:
        pass  # another process has filled it meanwhile
    except BaseException:
        store.engine.dispose()
        raise
    return store
