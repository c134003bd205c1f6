"""Write all made exports: `python tests/proposal/exports/making/write.py [FOLDER]`."""

import sys
from pathlib import Path

import elsewhere
import fxiaoke
import hubspot
import odoo
import pipedrive
import salesforce
import xiaoshouyi

WRITERS = {
    "salesforce_api": salesforce.write,
    "hubspot_left": hubspot.write,
    "fxiaoke_zh": fxiaoke.write_zh,
    "fxiaoke_api": fxiaoke.write_api,
    "xiaoshouyi_zh": lambda folder: xiaoshouyi.write(folder, "zh", "gb18030"),
    "xiaoshouyi_en": lambda folder: xiaoshouyi.write(folder, "en", "utf-8-sig"),
    "odoo_en": odoo.write_en,
    "odoo_zh": odoo.write_zh,
    "pipedrive_en": pipedrive.write_en,
    "pipedrive_bare": pipedrive.write_bare,
    "made_de": elsewhere.write_de,
    "made_fr": elsewhere.write_fr,
    "made_ja": elsewhere.write_ja,
}


def write_all(into: Path) -> None:
    """Write each export into a folder of its name."""
    for name, write in WRITERS.items():
        write(into / name)


if __name__ == "__main__":
    write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1])
