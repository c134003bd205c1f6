"""The company the tests of a team share."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from tests_team import clock, desk, north_and_south  # noqa: F401 (fixtures)
