"""The crest: shown when it is a small plain picture beside site.yml, told of with its place when it is not."""

from pathlib import Path

import pytest

from ragsite.content.crest import LARGEST, read_crest
from ragsite.model.base import PLACE_KEY
from ragsite.model.site import Brand
from ragsite.problems import Place

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def brand(crest: str | None) -> Brand:
    return Brand.model_validate({"crest": crest, PLACE_KEY: Place("content/site.yml", 4, 3, {"crest": (5, 10)})})


@pytest.mark.parametrize(("name", "content"), [("crest.svg", SVG), ("crest.svg", b"\n" + SVG), ("arms.png", PNG)])
def test_a_plain_picture_is_read_whole(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    assert read_crest(tmp_path, brand(name)) == (content, ())


def test_no_crest_is_no_fault(tmp_path: Path) -> None:
    assert read_crest(tmp_path, brand(None)) == (None, ())


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("crest.gif", b"GIF89a", "is no SVG or PNG"),
        ("../crest.svg", SVG, "is no SVG or PNG"),
        ("crest.svg", PNG, "is not what its name says"),
        ("crest.png", SVG, "is not what its name says"),
        ("crest.svg", SVG + b" " * LARGEST, "40,000 are the most"),
        ("crest.svg", SVG.replace(b"<path", b"<SCRIPT>x</SCRIPT><path"), "holds script"),
        ("crest.svg", SVG.replace(b"<path", b"<path onload='x()'"), "holds script"),
        ("crest.svg", None, "is not in the folder"),
    ],
)
def test_any_other_is_refused_with_its_place(name: str, content: bytes | None, said: str, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    if content is not None:
        (folder / name).write_bytes(content)
    crest, findings = read_crest(folder, brand(name))
    assert crest is None
    assert [(one.code, one.is_error, said in one.message) for one in findings] == [("Y211", True, True)]
    assert str(findings[0].location).startswith("content/site.yml:")
