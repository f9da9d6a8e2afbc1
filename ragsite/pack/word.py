"""A document as a Word file through python-docx, from a template whose styles decide how it looks."""

from copy import deepcopy
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from ragsite.figures import words
from ragsite.pack import picture
from ragsite.pack import word_styles as styles
from ragsite.pack.document import Block, Chapter, Document, Facts, Heading, Listing, Paragraph, Picture, Run, Table
from ragsite.pack.keeping import keeps
from ragsite.pack.word_zip import settled
from ragsite.refusal import Refused
from ragsite.render import THEME

TEMPLATE = THEME / "pack" / "template.docx"
TWENTIETHS = 635
"""Word's smallest unit of length (English Metric Units) in a twentieth of a point."""

DEEPEST = 4
"""The deepest level of headings that a pack has; what lies below is set as that."""


def is_ready() -> bool:
    """True when python-docx is installed."""
    try:
        import docx  # noqa: F401, PLC0415 - optional, and slow to load
    except ImportError:
        return False
    return True


def write_word(document: Document, template: Path = TEMPLATE) -> bytes:
    """The bytes of the file, dated by the document's own day; Refused when the template lacks a style."""
    import docx  # noqa: PLC0415 - optional, and slow to load

    try:
        word = docx.Document(str(template))
    except Exception as problem:
        raise Refused(f"“{template}” cannot be read as a Word file (.docx).") from problem
    _check(word, template)
    body = word.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    _Builder(word, document).build()
    _describe(word, document)
    stream = BytesIO()
    word.save(stream)
    return settled(stream.getvalue())


def _check(word: Any, template: Path) -> None:
    known = {style.name for style in word.styles}
    missing = [f"“{name}”" for name in styles.EVERY if name not in known]
    if missing:
        raise Refused(
            f"The Word template {template} has no style called {words(missing, joiner='or')}. Add it in Word, "
            f"or start again from {TEMPLATE.name} of the theme."
        )


def _describe(word: Any, document: Document) -> None:
    told, day = word.core_properties, datetime.combine(document.made, time(), UTC)
    told.title, told.subject, told.author = document.title[:255], document.subject[:255], document.author[:255]
    told.language, told.keywords, told.comments, told.category = document.language, "", "", "Committee pack"
    told.created = told.modified = day
    told.last_modified_by, told.revision = document.author[:255], 1
    for section in word.sections:
        for place in (section.header, section.footer):
            for run in (run for paragraph in place.paragraphs for run in paragraph.runs):
                if styles.RUNNING in run.text:
                    run.text = run.text.replace(styles.RUNNING, document.running)


class _Builder:
    """Writes a document into the body of an opened template, before the properties of its last section."""

    def __init__(self, word: Any, document: Document) -> None:
        from ragsite.pack.word_text import Writer  # noqa: PLC0415 - needs python-docx

        self._word, self._document = word, document
        self._write = Writer(word)
        self._end = word.element.body.sectPr
        self._is_wide = False

    def build(self) -> None:
        """Cover, contents, chapters."""
        self._cover()
        self._contents()
        is_fresh = False
        for number, chapter in enumerate(self._document.chapters, 1):
            is_fresh = self._turn(chapter) or is_fresh
            self._chapter(number, chapter, is_fresh=is_fresh)
            is_fresh = False
        if self._is_wide:
            _lay_across(self._end)

    def _cover(self) -> None:
        cover = self._document.cover
        for style, text in (
            (styles.ORGANISATION, cover.organisation),
            (styles.TITLE, cover.title),
            (styles.SUBTITLE, cover.subtitle),
            (styles.HOLDS, cover.holds),
        ):
            self._add(self._write.paragraph(style, (Run(text),)))
        self._block(Facts("About this report", cover.facts))
        for paragraph in cover.small_print:
            self._block(paragraph)

    def _contents(self) -> None:
        """A table of contents that Word can bring up to date; until then it names the chapters and links to them."""
        from ragsite.pack.word_text import element, field, run  # noqa: PLC0415 - needs python-docx

        title = self._write.paragraph(styles.CONTENTS_TITLE, (Run("Contents"),))
        title.pPr.append(element("w:pageBreakBefore"))
        self._add(title)
        made = []
        for number, chapter in enumerate(self._document.chapters, 1):
            link = element("w:hyperlink", anchor=f"chapter-{chapter.key}")
            link.append(run(f"{number}. {chapter.title}"))
            paragraph = self._write.paragraph(styles.CONTENTS, ())
            paragraph.append(link)
            made.append(paragraph)
        start, code, apart, end = field('TOC \\o "1-1" \\h \\z', ())
        for place, part in enumerate((start, code, apart)):
            made[0].insert(1 + place, part)
        made[-1].append(end)
        for paragraph in made:
            self._add(paragraph)

    def _turn(self, chapter: Chapter) -> bool:
        """Ends the section before a chapter that lies the other way; True when that began a new page."""
        if chapter.is_wide == self._is_wide:
            return False
        self._end_section()
        self._is_wide = chapter.is_wide
        return True

    def _end_section(self) -> None:
        from ragsite.pack.word_text import element  # noqa: PLC0415 - needs python-docx

        properties = deepcopy(self._end)
        if self._is_wide:
            _lay_across(properties)
        paragraph = element("w:p")
        holder = element("w:pPr")
        holder.append(element("w:pStyle", val=self._write.style(styles.CELL_NOTE)))
        holder.append(properties)
        paragraph.append(holder)
        self._add(paragraph)

    def _chapter(self, number: int, chapter: Chapter, *, is_fresh: bool) -> None:
        from ragsite.pack.word_text import element  # noqa: PLC0415 - needs python-docx

        heading = self._write.paragraph(styles.HEADINGS[0], (Run(f"{number}. {chapter.title}"),))
        if not (is_fresh or chapter.is_short or number == 1):
            heading.pPr.append(element("w:pageBreakBefore"))
        first, last = self._write.bookmark(f"chapter-{chapter.key}")
        heading.insert(1, first)
        heading.append(last)
        self._add(heading)
        for block, is_kept in zip(chapter.blocks, keeps(chapter.blocks), strict=True):
            self._block(block, is_kept=is_kept)

    def _block(self, block: Block, *, is_kept: bool = False) -> None:
        if isinstance(block, Heading):
            self._add(self._write.paragraph(styles.HEADINGS[min(block.level, DEEPEST) - 1], (Run(block.text),)))
            if block.mark:
                self._add(self._write.paragraph(styles.CAPTION, (block.mark,)))
        elif isinstance(block, Paragraph):
            self._add(self._write.paragraph(styles.PARAGRAPHS[block.style], block.line, is_kept=is_kept))
        elif isinstance(block, Listing):
            self._listing(block)
        elif isinstance(block, Picture):
            self._picture(block)
        else:
            self._table(block, is_kept=is_kept)

    def _table(self, block: Table | Facts, *, is_kept: bool) -> None:
        from ragsite.pack import word_tables  # noqa: PLC0415 - needs python-docx

        if isinstance(block, Facts):
            self._add(word_tables.facts(self._write, block, self._room))
        else:
            if block.is_captioned:
                self._add(self._write.paragraph(styles.CAPTION, (Run(block.caption),)))
            self._add(word_tables.table(self._write, block, self._room, is_kept=is_kept))
        self._add(self._write.paragraph(styles.CELL_NOTE, (), is_kept=is_kept))

    def _listing(self, block: Listing) -> None:
        for entry in block.entries:
            style = styles.NUMBERS if block.is_numbered else styles.BULLETS[min(entry.depth, 2)]
            self._add(self._write.paragraph(style, entry.line))

    def _picture(self, block: Picture) -> None:
        """The picture with its words for those who do not see it; without the means to draw, its caption alone."""
        if block.caption:
            self._add(self._write.paragraph(styles.PICTURE_CAPTION, block.caption))
        if not picture.is_ready():
            return
        paragraph = self._word.add_paragraph()
        width = min(block.drawing.width / 720, 1.0) * self._room * TWENTIETHS * 0.85
        shape = paragraph.add_run().add_picture(BytesIO(picture.png(block.drawing)), width=int(width))
        shape._inline.docPr.set("descr", block.alternative)
        paragraph.style = self._word.styles[styles.PICTURE]

    @property
    def _room(self) -> int:
        """The width between the margins, in twentieths of a point."""
        section = self._word.sections[-1]
        across, along = section.page_width, section.page_height
        margins = section.left_margin + section.right_margin
        return int(((along if self._is_wide else across) - margins) // TWENTIETHS)

    def _add(self, made: Any) -> None:
        self._end.addprevious(made)


def _lay_across(properties: Any) -> None:
    """Turns a section's page, so that its long side lies across."""
    size = properties.pgSz
    size.w, size.h = size.h, size.w
    size.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}orient", "landscape")
