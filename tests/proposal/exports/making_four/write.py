"""Write the exports of four systems: `python tests/proposal/exports/making_four/write.py [TO]`."""

import sys
from pathlib import Path

import dynamics
import hubspot
import salesforce
import zoho

SYSTEMS = {"salesforce": salesforce, "hubspot": hubspot, "zoho": zoho, "dynamics": dynamics}


def write_all(into: Path) -> None:
    """Write each export into a folder of its system and language."""
    for name, system in SYSTEMS.items():
        system.write_en(into / f"{name}_en")
        system.write_zh(into / f"{name}_zh")


if __name__ == "__main__":
    write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1])
