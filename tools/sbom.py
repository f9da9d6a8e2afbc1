"""Writes docs/reference/sbom.json: the software bill of materials (CycloneDX 1.6) of what a site is built with.

    python tools/sbom.py

Names, versions and hashes are those of requirements/site.lock; licences are what the installed packages declare.
"""

import json
import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

import ragsite

PROJECT = Path(__file__).resolve().parent.parent
LOCK = PROJECT / "requirements" / "site.lock"
BILL = PROJECT / "docs" / "reference" / "sbom.json"
PACKAGE = re.compile(
    r"^([a-z0-9][\w.-]*)==([^\s;]+)(?: ; ([^\\\n]+?))? \\\n((?:    --hash=\S+(?: \\)?\n)+)", re.MULTILINE
)
HASH = re.compile(r"sha256:([0-9a-f]{64})")
ELSEWHERE = "only on other systems"


def main() -> None:
    """Writes the bill."""
    BILL.write_text(bill(LOCK.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def bill(lock: str) -> str:
    """The bill of a lock file, as JSON."""
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "ragsite", "version": ragsite.__version__}},
        "components": [_component(*found) for found in PACKAGE.findall(lock)],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _component(name: str, version: str, marker: str, hashes: str) -> dict[str, Any]:
    address = f"pkg:pypi/{name}@{version}"
    told = {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "purl": address,
        "licenses": [{"license": {"name": licence(name)}}],
        "properties": [{"name": "ragsite:sha256", "value": one} for one in HASH.findall(hashes)],
    }
    return {**told, "scope": "optional"} if marker else told


def licence(name: str) -> str:
    """The licence that the installed package declares, in its own words; no package names more than one line."""
    try:
        facts: Any = metadata(name)
    except PackageNotFoundError:
        return f"not known here: {ELSEWHERE}"
    classified = [one.rpartition(":: ")[2] for one in facts.get_all("Classifier", []) if one.startswith("License ::")]
    free = (facts.get("License") or "").strip()
    short = free if "\n" not in free else ""
    return facts.get("License-Expression") or " and ".join(classified) or short or "not declared"


if __name__ == "__main__":
    main()
