"""Have pip install the wheel, with everything it requires, into an environment that holds nothing.

`python -m benchmarks.from_wheel` then runs the tests of `tests/wheel` in it: the made company, its
documents, a page and JupyterLab. `make test` runs the same ones in an environment made by links.
"""

import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Give the exit code of the tests."""
    with tempfile.TemporaryDirectory(prefix="workbench-wheel-") as name:
        folder = Path(name)
        build = ["-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
        subprocess.run([sys.executable, *build], cwd=ROOT, check=True)
        venv.create(folder / "venv", with_pip=True)
        python = folder / "venv" / "bin" / "python"
        start = time.perf_counter()
        wheel = next((folder / "dist").glob("*.whl"))
        alone = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel]
        subprocess.run(pip, check=True, cwd=folder, env=alone)
        print(f"pip install {wheel.name}: {time.perf_counter() - start:.0f} s")
        tests = ["-m", "pytest", "-q", "--durations=5", str(ROOT / "tests" / "wheel")]
        told = os.environ | {"BARE_PYTHON": str(python)}
        return subprocess.run([sys.executable, *tests], cwd=ROOT, env=told, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
