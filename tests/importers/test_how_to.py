"""The guide “Import a tracker” leaves out no field and no key."""

import re
from pathlib import Path

from ragsite.importers.fields import FIELDS
from ragsite.importers.mapping import Mapping, parse_mapping
from ragsite.model.base import Record

GUIDE = (Path(__file__).resolve().parents[2] / "docs/how-to/import-a-tracker.md").read_text(encoding="utf-8")


def test_it_lists_every_field_and_every_key() -> None:
    listed = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", GUIDE, re.MULTILINE))
    assert {key: words for key, words in listed.items() if key in FIELDS and key != "title"} == {
        key: words for key, words in FIELDS.items() if key != "title"
    }
    named = set(re.findall(r"`(\w+)`", GUIDE))
    assert set(Mapping.model_fields) - set(Record.model_fields) - {"plan", "columns"} <= named


def test_the_mapping_it_shows_is_one() -> None:
    (shown,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    mapping = parse_mapping("mapping.yml", shown.encode())
    assert mapping.columns.lead == ("Lead officer", "Deputy")
    assert mapping.ratings.by_word == {"Stalled": "Red", "Not yet due": "not rated"}
