"""What is slow to load is loaded when it is used, and answers as the real one does."""

import subprocess
import sys

CHECKED = """
import sys, workbench
from jsonschema import FormatChecker, FormatError
before = set(sys.modules)
FormatChecker().check("http://例子.测试/路", "iri")
try:
    FormatChecker().check("no <iri>", "iri")
except FormatError:
    print("refused", "lark" in before, "lark" in sys.modules)
"""


def test_the_grammar_of_iris_is_built_only_when_one_is_checked_and_then_checks():
    told = subprocess.run(
        [sys.executable, "-c", CHECKED], check=True, capture_output=True, text=True
    )

    assert told.stdout.split() == ["refused", "False", "True"]
