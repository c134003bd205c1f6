"""`workbench batch` as a user types it, on reps whose names are meant to do harm."""

import hashlib
import os
import shutil
import subprocess
import sys

import pytest

NAMES = {
    "r1": "Li Na",
    "r2": "li-na",  # the same after slugging
    "r3": 'O\'Brien ""Q""',
    "r4": "a/b\\c",
    "r5": "../../etc/passwd",
    "r6": "<script>alert(1)</script>",
    "r7": "😀",
    "r8": "长" * 200,
    "../r9": "{{ 7 * 7 }}",
}
DEALS = "deal_id,rep_id,name,amount,is_closed,is_won,created_on,close_on\n" + "".join(
    f'D{n},{rep},"{name}",100,true,true,2026-07-01,2026-08-0{n % 9 + 1}\n'
    for n, (rep, name) in enumerate(NAMES.items())
)


def _run(folder, *arguments):
    """Run a command in a folder of its own, as a user does."""
    environment = os.environ | {"COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-m", "workbench.cli", *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def _files(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in {"status.json", "run.json"}  # they say when
    }


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    folder = home / "shop"
    folder.mkdir()
    reps = "rep_id,name\n" + "".join(f'{rep},"{name}"\n' for rep, name in NAMES.items())
    (folder / "reps.csv").write_text(reps, encoding="utf-8")
    (folder / "deals.csv").write_text(DEALS, encoding="utf-8")
    (folder / "workbench.toml").write_text(
        '[workspace]\ndefault_period = "2026-Q3"\nas_of = 2026-09-30\nlanguages = ["en"]\n'
        '[tables.reps]\nfile = "reps.csv"\n[tables.deals]\nfile = "deals.csv"\n',
        encoding="utf-8",
    )
    return home


@pytest.fixture(scope="module")
def first(books):
    done = _run(books, "batch", "--workspace", "shop")
    assert done.returncode == 0, done.stderr
    return _files(books / "outputs")


def test_every_rep_has_one_document_and_none_overwrites_another(first):
    documents = [name for name in first if name.endswith("review.html")]

    assert len(documents) == len(NAMES)


@pytest.mark.usefixtures("first")
def test_nothing_is_written_outside_outputs_and_the_workspace(books):
    assert sorted(path.name for path in books.iterdir()) == ["outputs", "shop"]


@pytest.mark.usefixtures("first")
def test_no_document_is_deeper_than_its_folder(books):
    found = {path.parents[2] for path in (books / "outputs").rglob("review.html")}

    assert found == {books / "outputs" / "shop"}


@pytest.mark.usefixtures("first")
def test_a_name_is_text_wherever_it_stands(books):
    pages = [path.read_text(encoding="utf-8") for path in (books / "outputs").rglob("*.html")]

    assert not [page for page in pages if "<script" in page.lower()]
    assert [page for page in pages if "&lt;script&gt;alert(1)" in page]
    assert [page for page in pages if "{{ 7 * 7 }}" in page]


def test_a_second_batch_makes_nothing(books, first):
    done = _run(books, "batch", "--workspace", "shop")

    assert f"0 made, {len(NAMES)} unchanged" in done.stderr
    assert _files(books / "outputs") == first


def test_documents_of_two_workspaces_of_one_name_never_stand_together(books, first):
    twin = books / "elsewhere" / "shop"
    shutil.copytree(books / "shop", twin)

    done = _run(books, "batch", "--workspace", twin, "--reps", "r1")

    assert done.returncode == 1
    assert f"{books / 'shop'}; this one is {twin}" in done.stderr
    assert _files(books / "outputs") == first
    shutil.rmtree(twin.parent)


def test_a_workspace_that_moved_keeps_its_documents(books, first):
    (books / "outputs" / "shop" / ".workspace").write_text(f"{books / 'gone' / 'shop'}\n")

    done = _run(books, "batch", "--workspace", "shop")

    assert done.returncode == 0, done.stderr
    assert _files(books / "outputs") == first


def test_two_batches_of_one_snapshot_give_the_same_bytes(books, first):
    done = _run(books, "batch", "--workspace", "shop", "--force", "--reps", "r1,r2,r6")
    again = _files(books / "outputs")
    reviews = [name for name in first if "_index" not in name]

    assert "3 made, 0 unchanged" in done.stderr
    assert [again[name] for name in reviews] == [first[name] for name in reviews]


def test_temporary_files_may_lie_deeper_than_a_socket_can(books, first, tmp_path, monkeypatch):
    deep = tmp_path / ("deep" * 30)
    deep.mkdir()
    monkeypatch.setenv("TMPDIR", str(deep))

    done = _run(books, "batch", "--workspace", "shop", "--force", "--reps", "r1,r2,r3,r6")

    assert done.returncode == 0, done.stderr
    assert _files(books / "outputs") == first


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("review", "Li Nu", "--workspace", "shop"), 2, "Did you mean 'Li Na'?"),
        (("batch", "--workspace", "shop", "--reps", "r1,nobody"), 2, "'nobody'"),
        (("batch", "--workspace", "shop", "--period", "2026-Q5"), 2, "'2026-Q5'"),
        (("batch", "--workspace", "shop", "--lang", "fr"), 2, "'fr'"),
        (("batch", "--workspace", "shopp"), 1, "workbench init"),
        (("batch", "--workspace", "shop", "--template", "weekly"), 2, "'weekly'"),
        (("metrics", "--workspace", "shop", "--format", "xml"), 2, "'xml'"),
    ],
)
def test_wrong_use_is_one_sentence_with_the_next_step(books, arguments, code, said):
    done = _run(books, *arguments)

    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_check_lists_what_is_wrong(books):
    done = _run(books, "check", "--workspace", "shop")

    assert done.returncode == 0
    assert done.stdout.strip()
