"""What the walks through a real server share."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # what the walks share

from knocking import RULES

REPS = "rep_id,name,manager_id\nR13,Priya,M01\nR14,Kim,M01\nR20,Lee,M02\n"
DEALS = "deal_id,rep_id,is_closed,is_won,close_on,amount\nd1,R13,true,true,2026-08-01,100\n"


@pytest.fixture(scope="session")
def served_company(server, serving, tmp_path_factory):
    """Serve a company of three in Shared mode; `rules` are lines of workbench.toml."""

    def start(name, *options, rules=RULES):
        server.psql(f"CREATE DATABASE {name};")
        url = server.get_uri(database=name).replace("postgresql://", "postgresql+psycopg://")
        folder = tmp_path_factory.mktemp(name)
        (folder / "workbench.toml").write_text(f'{rules}[store]\nurl = "{url}"\n', encoding="utf-8")
        (folder / "reps.csv").write_text(REPS, encoding="utf-8")
        (folder / "deals.csv").write_text(DEALS, encoding="utf-8")
        return serving("serve", "--workspace", folder, "--port", 0, "--warm", 0, *options), folder

    return start
