"""Whatever a table holds: no row is lost, the content is good, and the same file again changes nothing."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ragsite.importers.records import Kind
from ragsite.importers.remarks import About
from ragsite.importers.run import Request, import_file
from ragsite.problems import ContentError
from ragsite.refusal import Refused
from tests.importers.making import HEAD, imported, make_csv, make_xlsx, snapshot

MAPPING = """\
header: 1
columns: {id: Ref, title: Action, lead: Lead, due: Due date, rating: RAG, progress: Progress}
"""
WORDS = (
    "",
    "1",
    "01",
    "2A",
    "Red",
    "amber ",
    "N/A",
    "Fix the door",
    "Total",
    "Key",
    "#REF!",
    "=A1",
    "- x\n- y",
    "31/03/26",
)
LAST = ("last", "An item like any other", "", "", "Green", "")
KINDS = ("xlsx", "xls", "csv", "docx", "html", "txt")

cell = st.one_of(st.sampled_from(WORDS), st.text(st.characters(exclude_categories=("Cs",)), max_size=12))
rows = st.lists(st.tuples(*[cell] * len(HEAD)), min_size=1, max_size=7)


@settings(max_examples=40, deadline=None)
@given(rows)
def test_no_row_is_lost_and_the_same_file_again_changes_nothing(lines: list[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mapping = folder / "mapping.yml"
        mapping.write_text(MAPPING, encoding="utf-8")
        file = make_csv(folder / "tracker.csv", [HEAD, *lines, LAST])
        found = imported(file, folder / "content", mapping=mapping)
        counts = found.outcome.counts.by_kind
        repeated = [text for _, text in found.told(About.SKIPPED) + found.told(About.CONFLICT) if "repeats" in text]
        assert sum(counts.values()) == len(lines) + 1
        assert len(found.plan.rated_items) == counts[Kind.ITEM] - len(repeated)
        assert len(found.told(About.JOINED)) == counts.get(Kind.MORE, 0)
        others = sum(number for kind, number in counts.items() if kind not in (Kind.ITEM, Kind.MORE, Kind.BLANK))
        assert len(found.told(About.SKIPPED)) == others + sum(
            "repeats" in text for _, text in found.told(About.SKIPPED)
        )
        assert found.errors == ()
        before = snapshot(folder / "content")
        assert imported(file, folder / "content", mapping=mapping).outcome.files == ()
        assert snapshot(folder / "content") == before


@settings(max_examples=40, deadline=None)
@given(rows)
def test_a_workbook_and_a_csv_file_of_the_same_cells_give_the_same_plan(lines: list[tuple[str, ...]]) -> None:
    typed = [tuple(_typeable(text) for text in line) for line in lines]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "mapping.yml").write_text(MAPPING, encoding="utf-8")
        files = (make_csv(folder / "t.csv", [HEAD, *typed]), make_xlsx(folder / "t.xlsx", [HEAD, *typed]))
        made = []
        for file in files:
            request = Request(file, folder / file.suffix, folder / "mapping.yml", plan="p")
            try:
                import_file(request)
            except Refused:
                continue
            made.append(
                {
                    path.name: path.read_bytes()
                    for path in (folder / file.suffix).rglob("*.yml")
                    if path.name != "plan.yml"
                }
            )
        assert len(made) in (0, 2)
        assert made[:1] == made[1:]


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=200),
    st.sampled_from(KINDS),
    st.sampled_from((b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"<table>", b"Ref,Action\n")),
)
def test_any_bytes_under_any_name_give_a_result_or_a_plain_refusal(raw: bytes, kind: str, start: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, f"tracker.{kind}")
        file.write_bytes(start + raw)
        try:
            import_file(Request(file, Path(name, "content"), plan="p"))
        except (Refused, ContentError):
            assert not Path(name, "content").exists()


def _typeable(text: str) -> str:
    """A text that a workbook can hold and shows as it is: no sign that XML forbids, no formula."""
    return "".join(sign for sign in text if sign.isprintable() or sign == "\n").lstrip("=#+-@")
