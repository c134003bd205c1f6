"""The made exports are what their script makes; Excel files carry the hour they were made."""

import subprocess
import sys
from pathlib import Path

EXPORTS = Path(__file__).parent / "exports"


def test_the_script_makes_them_again(tmp_path):
    subprocess.run([sys.executable, EXPORTS / "making" / "write.py", tmp_path], check=True)

    again = {path.relative_to(tmp_path): path for path in tmp_path.rglob("*.*")}
    differing = [
        str(name)
        for name, path in again.items()
        if path.suffix != ".xlsx" and path.read_bytes() != (EXPORTS / name).read_bytes()
    ]

    assert not differing
    assert len({name.parts[0] for name in again}) == 13
