"""Nobody's words are read or written without saying who acts: checked of every function there is.

What takes a store asks for an actor, without a default. What takes a connection runs within such a
function, whose rules are checked already; nobody outside the room calls it.
"""

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest

import workbench.store
from workbench.errors import RefusedError, UnknownNameError
from workbench.store import Actor, Store
from workbench.store.actor import ROLES

ROOM = Path(workbench.store.__file__).parent
PACKAGE = ROOM.parent
# Functions of a store that read nobody's words, each with why it asks for no actor
WORDLESS = {
    "cycles.list_cycles": "which cycles there are",
    "cycles.find_cycle": "which cycles there are",
    "subjects.pins_of": "which snapshots the cycles there are rest on",
    "subjects.templates_of": "which template each review has, and no word of it",
    "promises.followed": "by which metrics promises are followed, without owner or words",
    "outbox.waiting": "the program sends them; their bodies hold no figure and nobody's words",
    "outbox.claim": "the program sends them; an actor put them there",
    "outbox.settle": "the program sends them; an actor put them there",
    "outbox.withdraw": "the program sends them; an actor put them there",
    "pay.statements.last_approval": "when finance approved something last",
}


def functions():
    """Give every public function of the room, by its module below it and its name."""
    for file in sorted(ROOM.rglob("*.py")):
        inside = file.relative_to(ROOM).with_suffix("")
        if inside.parts[0] == "migrations" or inside.name == "__init__":
            continue
        module = import_module(".".join(("workbench.store", *inside.parts)))
        for name, each in vars(module).items():
            is_own = inspect.isfunction(each) and each.__module__ == module.__name__
            if is_own and not name.startswith("_"):
                yield ".".join((*inside.parts, name)), inspect.signature(each).parameters


def asks_who(parameters):
    told = parameters.get("actor")
    return told is not None and told.annotation is Actor and told.default is told.empty


def of(kind):
    return {
        name: told
        for name, told in functions()
        if any(each.annotation is kind for each in told.values())
    }


def test_every_function_of_a_store_asks_who_acts():
    found = {name for name, told in of(Store).items() if not asks_who(told)}

    assert found == set(WORDLESS)


def test_an_actor_never_has_a_default():
    found = {
        name
        for name, told in functions()
        for each in told.values()
        if each.annotation is Actor and each.default is not each.empty
    }

    assert found == set()


def imported(file):
    """Give what a file imports of the room, as its functions are named above."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("workbench.store."):
            inside = node.module.removeprefix("workbench.store.")
            yield from (f"{inside}.{each.name}" for each in node.names)


def outside():
    return [each for each in PACKAGE.rglob("*.py") if ROOM not in each.parents]


def test_what_takes_a_connection_stays_in_the_room():
    from sqlalchemy import Connection  # noqa: PLC0415

    own = {name for name, told in of(Connection).items() if not asks_who(told)}
    found = {(file.name, name) for file in outside() for name in imported(file) if name in own}

    assert "subjects.subject_of" in own
    assert found == set()


# Who opens a transaction of the store outside the room, and why nobody's words are in it
TRANSACTIONS = {
    "batch/signed.py": "notes the hashes of a signed document",
    "batch/written.py": "reads stages, the last line of the trail and hashes, never what was told",
}


def test_no_transaction_of_the_store_is_begun_elsewhere():
    found = {
        str(file.relative_to(PACKAGE))
        for file in outside()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("reading", "writing")
        and isinstance(node.value, ast.Name | ast.Attribute)
        and ast.unparse(node.value).endswith("store")
    }  # fmt: skip

    assert found == set(TRANSACTIONS)


@pytest.mark.parametrize("told", ["awards:program", "HR:Program", " x : PROGRAM ", "x:ｐrogram"])
def test_nobody_names_the_program(told):
    with pytest.raises(UnknownNameError, match="no role"):
        Actor.read(told)


@pytest.mark.parametrize("role", ROLES)
def test_a_person_in_a_role_is_never_the_program(role):
    assert not Actor.read(f"program:{role}").is_program
    assert Actor.program("awards").is_program


def test_no_actor_is_made_up_in_the_package():
    """Where a name in quotes acts in an office, somebody's rights are borrowed."""
    made = {
        (str(file.relative_to(PACKAGE)), ast.unparse(node))
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Actor"
        and len(node.args) > 1 and ast.unparse(node.args[1]) not in ("'rep'", "'manager'")
    }  # fmt: skip

    assert {file for file, _call in made} == {
        "review/cycle/made.py",  # the people of the made company
        "review/cycle/made_life.py",
        "review/cycle/made_table.py",
        "review/whom.py",  # the person told, in the role told
    }


def test_the_whole_store_leaves_it_for_sales_ops_and_the_program_alone(store, tmp_path):
    from workbench.store.exchange import backup, export_lines, import_lines  # noqa: PLC0415

    tried = (
        lambda actor: export_lines(store, actor),
        lambda actor: import_lines(store, actor, iter(())),
        lambda actor: backup(store, actor, tmp_path / "copy.db"),
    )
    for role in set(ROLES) - {"sales_ops"}:
        for run in tried:
            with pytest.raises(RefusedError, match="everybody's words"):
                run(Actor("x", role))

    assert list(export_lines(store, Actor("O1", "sales_ops"))) == []
    assert import_lines(store, Actor.program("seed"), iter(())) == 0
