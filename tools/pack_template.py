"""Makes theme/pack/template.docx: the Word template of the committee pack, in the colours of the theme.

    python tools/pack_template.py

A council that wants another look changes the file in Word, and keeps the names of the styles.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from ragsite.exporters.look import light_colours
from ragsite.pack import word_styles as names
from ragsite.pack.word_zip import settled

OUT = Path(__file__).resolve().parent.parent / "theme" / "pack" / "template.docx"
FONT = "Arial"
PLAIN = {"size": 10, "after": 6, "line": 1.15}
TABLE_BORDERS = """<w:tblPr {ns}><w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="{rule}"/>
<w:insideH w:val="single" w:sz="4" w:color="{rule}"/></w:tblBorders><w:tblCellMar><w:top w:w="50" w:type="dxa"/>
<w:left w:w="60" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>
</w:tblPr>"""
HEAD_ROW = """<w:tblStylePr {ns} w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8"
w:color="{ink}"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{wash}"/></w:tcPr></w:tblStylePr>"""


def main() -> None:
    """Write the template; equal input gives equal bytes."""
    made = Document()
    colours = {name: value.removeprefix("#").upper() for name, value in light_colours().items()}
    for name, look in looks().items():
        style_paragraphs(made.styles, name, look, colours)
    for name, look in marks().items():
        style_words(made.styles, name, look, colours)
    for name in (names.TABLE, names.FACTS):
        style_tables(made.styles, name, colours, has_head=name == names.TABLE)
    set_language(made)
    set_page(made)
    stream = BytesIO()
    made.save(stream)
    OUT.write_bytes(settled(stream.getvalue()))
    print(f"Wrote {OUT.name} with {len(names.EVERY)} styles of its own.")


def looks() -> dict[str, dict[str, Any]]:
    """Size, space and colour of each style of paragraphs."""
    cell = {"size": 8.5, "after": 2, "line": 1.05}
    made: dict[str, dict[str, Any]] = {
        "Normal": {**PLAIN, "colour": "ink"},
        names.ORGANISATION: {"size": 14, "before": 120, "after": 6, "colour": "ink-2"},
        names.TITLE: {"size": 28, "after": 6, "bold": True, "colour": "brand"},
        names.SUBTITLE: {"size": 16, "after": 24, "colour": "ink"},
        names.HOLDS: {"size": 12, "after": 12, "bold": True},
        names.CONTENTS_TITLE: {"size": 18, "after": 8, "bold": True, "colour": "brand", "keep": True},
        names.CONTENTS: {"size": 11, "after": 3},
        names.CAPTION: {"size": 9, "before": 6, "after": 3, "bold": True, "colour": "ink", "keep": True},
        names.PICTURE: {"size": 9, "before": 2, "after": 6},
        names.PICTURE_CAPTION: {**PLAIN, "before": 4, "keep": True},
        names.CELL: cell,
        names.CELL_NOTE: {**cell, "size": 8, "colour": "ink-2"},
        names.CELL_MISSING: {**cell, "italic": True, "colour": "ink-2"},
        names.CELL_BULLET: {**cell, "base": names.BULLETS[0], "indent": 10, "hang": 8},
        names.ROW: {**cell, "bold": True},
        names.COLUMN: {**cell, "bold": True, "keep": True},
        names.GROUP: {**cell, "size": 9, "before": 6, "bold": True, "keep": True},
        "Pack Lede": {"size": 11.5, "after": 8},
        "Pack Note": {"size": 8.5, "after": 6, "colour": "ink-2"},
        "Pack Source": {"size": 8, "after": 8, "colour": "ink-2"},
        "Pack Missing": {**PLAIN, "italic": True, "colour": "ink-2"},
        "Pack Warning": {**PLAIN, "bold": True},
        "Pack Quote": {**PLAIN, "italic": True, "indent": 10},
        "Footer": {"size": 8, "colour": "ink-2"},
    }
    heads = zip(names.HEADINGS, (18, 13, 11, 10), (20, 14, 10, 8), strict=True)
    for name, size, before in heads:
        made[name] = {"size": size, "before": before, "after": 5, "bold": True, "colour": "brand", "keep": True}
    for name in (*names.BULLETS, names.NUMBERS):
        made[name] = {"size": 10, "after": 3, "line": 1.15}
    return made


def marks() -> dict[str, dict[str, Any]]:
    """The look of links and of each rating."""
    rated = {
        name: {"bold": True, "colour": f"{tone}-text", "ground": f"{tone}-tint"}
        for tone, name in names.RATINGS.items()
    }
    return {names.LINK: {"colour": "link", "underline": True}, **rated}


def style_paragraphs(styles: Any, name: str, look: dict[str, Any], colours: dict[str, str]) -> None:
    known = [style.name for style in styles]
    style = styles[name] if name in known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if name not in known:
        style.base_style = styles[look.get("base", "Normal")]
    set_font(style, look, colours)
    space = style.paragraph_format
    space.space_before, space.space_after = Pt(look.get("before", 0)), Pt(look.get("after", 0))
    space.line_spacing = look.get("line", 1.1)
    space.keep_with_next = look.get("keep", False)
    space.widow_control = True
    if "indent" in look:
        space.left_indent, space.first_line_indent = Pt(look["indent"]), Pt(-look.get("hang", 0))
    for border in style.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
    style.quick_style = True


def style_words(styles: Any, name: str, look: dict[str, Any], colours: dict[str, str]) -> None:
    style = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    set_font(style, look, colours)
    style.font.underline = look.get("underline")
    if "ground" in look:
        shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colours[look["ground"]]}"/>')
        style.element.get_or_add_rPr().append(shade)


def style_tables(styles: Any, name: str, colours: dict[str, str], *, has_head: bool) -> None:
    style = styles.add_style(name, WD_STYLE_TYPE.TABLE)
    style.base_style = styles["Normal Table"]
    words = {"ns": nsdecls("w"), "rule": colours["rule"], "ink": colours["ink-2"], "wash": colours["wash"]}
    style.element.append(parse_xml(TABLE_BORDERS.format(**words)))
    if has_head:
        style.element.append(parse_xml(HEAD_ROW.format(**words)))


def set_font(style: Any, look: dict[str, Any], colours: dict[str, str]) -> None:
    font = style.font
    if style.type == WD_STYLE_TYPE.PARAGRAPH:
        font.name = FONT
        fonts = style.element.rPr.rFonts
        for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{name}"), None)
        for name in ("cs", "eastAsia"):
            fonts.set(qn(f"w:{name}"), FONT)
        font.italic, font.bold = look.get("italic", False), look.get("bold", False)
    elif look.get("bold"):
        font.bold = True
    if "size" in look:
        font.size = Pt(look["size"])
    if "colour" in look:
        font.color.rgb = RGBColor.from_string(colours[look["colour"]])


def set_language(made: Any) -> None:
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def set_page(made: Any) -> None:
    """A4 with the pack's short name and the page number at the foot."""
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{names.RUNNING}\t")
    foot.paragraph_format.tab_stops.clear_all()
    tabs = parse_xml(f'<w:tabs {nsdecls("w")}><w:tab w:val="clear" w:pos="4320"/><w:tab w:val="clear" w:pos="8640"/>'
                     '<w:tab w:val="right" w:pos="9800"/></w:tabs>')  # fmt: skip
    foot._p.get_or_add_pPr().insert(1, tabs)
    foot.add_run("Page ")
    foot._p.extend(field("PAGE"))
    foot.add_run(" of ")
    foot._p.extend(field("NUMPAGES"))


def field(code: str) -> Iterator[Any]:
    """The runs of a field that Word fills in."""
    for kind in ("begin", "code", "separate", "text", "end"):
        run = OxmlElement("w:r")
        if kind == "code":
            part = OxmlElement("w:instrText")
            part.text = f" {code} "
        elif kind == "text":
            part = OxmlElement("w:t")
            part.text = "1"
        else:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        run.append(part)
        yield run


if __name__ == "__main__":
    main()
