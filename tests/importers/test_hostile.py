"""Files that are damaged, locked or made to do harm are refused in plain words, and nothing is written."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ragsite.importers import guard
from ragsite.importers.remarks import ImportProblem
from ragsite.importers.run import Request, import_file
from ragsite.problems import ContentError
from ragsite.refusal import Refused
from tests.importers.making import HEAD, RED, Painted, imported, make_csv, make_docx, make_xlsx
from tests.importers.samples import RATINGS, TABLE
from tests.reliability import Reliability

ENTITY = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return made.getvalue()


def parts_of(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_entity(parts: dict[str, bytes]) -> dict[str, bytes]:
    name = next(one for one in parts if one.endswith(("xl/workbook.xml", "document.xml")))
    return {**parts, name: ENTITY + parts[name].split(b"?>", 1)[-1]}


def with_far_cell(parts: dict[str, bytes]) -> dict[str, bytes]:
    name = "xl/worksheets/sheet1.xml"
    row = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return {**parts, name: parts[name].replace(b"</sheetData>", row)}


def with_bomb(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {**parts, "xl/media/image1.bin": b"0" * 2_000_000}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (with_entity, "holds a document type or an entity"),
        (with_far_cell, "spans 1048576 rows and 16384 columns: something stands far off, in cell XFD1048576"),
        (with_bomb, "unpacks to more data than a tracker can have"),
    ],
)
def test_a_workbook_made_to_do_harm_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[dict[str, bytes]], dict[str, bytes]],
    message: str,
) -> None:
    monkeypatch.setattr(guard, "MAX_UNPACKED", 1_000_000)
    file = make_xlsx(tmp_path / "t.xlsx", TABLE)
    file.write_bytes(zipped(change(parts_of(file))))
    with pytest.raises(ImportProblem, match=message):
        imported(file, tmp_path / "content")
    assert not (tmp_path / "content").exists()


def test_a_document_that_calls_for_other_files_is_refused(tmp_path: Path) -> None:
    file = make_docx(tmp_path / "t.docx", TABLE)
    file.write_bytes(zipped(with_entity(parts_of(file))))
    with pytest.raises(ImportProblem, match="which office programs never write"):
        imported(file, tmp_path / "content")


def test_macros_are_told_and_never_run(tmp_path: Path) -> None:
    file = make_xlsx(tmp_path / "t.xlsx", TABLE)
    file.write_bytes(zipped({**parts_of(file), "xl/vbaProject.bin": b"Sub Auto_Open()"}))
    found = imported(file, tmp_path / "content")
    assert found.ratings() == RATINGS
    assert "The file holds macros. They were not run and are not needed." in found.text


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"%PDF-1.7 ...", "is not a table"),
        (b"PK\x03\x04 cut off", "is damaged: it cannot be unpacked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "cannot be opened as a workbook"),
        (zipped({"xl/nothing.xml": b"<a/>"}), "cannot be opened as a workbook"),
        (zipped({"word/nothing.xml": b"<a/>"}), "cannot be opened as a document"),
    ],
)
def test_what_is_no_tracker_is_refused(tmp_path: Path, raw: bytes, message: str) -> None:
    file = tmp_path / "t.xlsx"
    file.write_bytes(raw)
    with pytest.raises(ImportProblem, match=message):
        imported(file, tmp_path / "content")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImportProblem, match="There is no file"):
        imported(tmp_path / "nowhere.xlsx", tmp_path / "content")


@pytest.mark.parametrize("kind", ["xlsx", "docx", "csv"])
def test_damaged_files_give_a_result_or_a_refusal(tmp_path: Path, kind: str, reliability: Reliability) -> None:
    """Real files with bytes changed, taken out and put in, also within the parts of a package."""
    made = {
        "xlsx": lambda file: make_xlsx(
            file, [HEAD, *TABLE[1:], ["4", Painted("Paint", RED, comment="c")]], merged=["A2:A3"]
        ),
        "docx": lambda file: make_docx(file, TABLE, paragraphs=["Ref: 1", "Action: Fix", "RAG: Red"]),
        "csv": lambda file: make_csv(file, TABLE),
    }
    chance = random.Random(7)  # the same damage every time
    whole = made[kind](tmp_path / f"t.{kind}")
    raw = whole.read_bytes()
    tries, escaped = reliability.tries(40, 1_000), []
    for number in range(tries):
        whole.write_bytes(damaged(raw, chance))
        try:
            import_file(Request(whole, tmp_path / str(number), plan="p"))
        except (Refused, ContentError):
            assert not (tmp_path / str(number)).exists()
        except Exception as error:  # noqa: BLE001 - whatever escapes is what this test looks for
            escaped.append(f"{number}: {error!r}")
    reliability.record(f"Damaged trackers imported: {kind}", tried=tries, feared="crashes or hangs", happened=escaped)


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """Bytes with some of them changed; of a package, those of one part, so that it still opens."""
    if raw.startswith(b"PK") and chance.random() < 0.8:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        name = chance.choice(sorted(parts))
        return zipped({**parts, name: damaged(parts[name], chance)})
    made = bytearray(raw)
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(len(made) + 1)
        made[place : place + chance.choice((0, 1, 20))] = chance.randbytes(chance.choice((0, 1, 6)))
    return bytes(made[: chance.randrange(len(made) + 1)]) if chance.random() < 0.1 else bytes(made)


@pytest.mark.parametrize("name", ["site.yml", "notes.md", "plan.json"])
def test_a_text_that_is_no_table_is_refused_by_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("title: a, b\nname: c, d\n", encoding="utf-8")
    with pytest.raises(ImportProblem, match="not a tracker that can be read"):
        imported(tmp_path / name, tmp_path / "content")
