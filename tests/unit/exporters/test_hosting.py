"""Each kind of host is told the same headers, and the page for maintainers tells nginx the same."""

import json
import re
from pathlib import Path

from ragsite.built import manifest
from ragsite.exporters.hosting import export
from ragsite.headers import HEADERS, POLICY
from tests.factories import make_public

PROJECT = Path(__file__).resolve().parents[3]
PAGE = (PROJECT / "docs" / "reference" / "built-site.md").read_text(encoding="utf-8")
FILES = {file.path: file.content.decode() for file in export(make_public())}


def test_each_host_is_told_every_header() -> None:
    for name, value in HEADERS:
        assert f"  {name}: {value}\n" in FILES["/_headers"]
        assert f'  Header always set {name} "{value}"\n' in FILES["/.htaccess"]
        assert json.loads(FILES["/staticwebapp.config.json"])["globalHeaders"][name] == value
        assert f'add_header {name} "{value}" always;' in PAGE


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    assert not re.search(r"unsafe-inline|'unsafe-eval'|\*|https?:", POLICY)
    assert POLICY.startswith("default-src 'none'; ")


def test_every_code_on_a_built_folder_is_documented() -> None:
    folder = Path(manifest.__file__).parent
    text = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    given = set(re.findall(r'"(B\d{3})"', text))
    assert given == set(re.findall(r"^\| (B\d{3}) \|", PAGE, re.MULTILINE))
