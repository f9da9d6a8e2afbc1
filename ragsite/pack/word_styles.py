"""The styles that a Word template must have: a council may change their look, and rename none of them."""

from ragsite.pack.document import Style

ORGANISATION = "Pack Organisation"
TITLE = "Title"
SUBTITLE = "Subtitle"
HOLDS = "Pack Holds"
CONTENTS_TITLE = "Pack Contents Title"
CONTENTS = "Pack Contents"
HEADINGS = ("Heading 1", "Heading 2", "Heading 3", "Heading 4")
BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
NUMBERS = "List Number"
CAPTION = "Caption"
PICTURE = "Pack Picture"
PICTURE_CAPTION = "Pack Picture Caption"
CELL = "Pack Cell"
CELL_NOTE = "Pack Cell Note"
CELL_MISSING = "Pack Cell Missing"
CELL_BULLET = "Pack Cell Bullet"
COLUMN = "Pack Column Heading"
GROUP = "Pack Group Heading"
ROW = "Pack Row Heading"
PARAGRAPHS = {
    Style.BODY: "Normal",
    Style.LEDE: "Pack Lede",
    Style.NOTE: "Pack Note",
    Style.SOURCE: "Pack Source",
    Style.MISSING: "Pack Missing",
    Style.WARNING: "Pack Warning",
    Style.QUOTE: "Pack Quote",
}
LINK = "Pack Link"
RATINGS = {
    tone: f"Pack Rating {tone}"
    for tone in ("red", "amber-red", "amber", "amber-green", "green", "complete", "none")
}
TABLE = "Pack Table"
FACTS = "Pack Facts"

EVERY = (
    *(ORGANISATION, TITLE, SUBTITLE, HOLDS, CONTENTS_TITLE, CONTENTS, *HEADINGS, *BULLETS, NUMBERS, CAPTION),
    *(PICTURE, PICTURE_CAPTION),
    *(CELL, CELL_NOTE, CELL_MISSING, CELL_BULLET, COLUMN, GROUP, ROW),
    *(*PARAGRAPHS.values(), LINK, *RATINGS.values(), TABLE, FACTS),
)
"""The name of every style that a pack uses."""

RUNNING = "{running}"
"""Stands in the header or footer of the template for the short name of the pack."""
