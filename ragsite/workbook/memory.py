"""How a workbook keeps in itself what it held when it was exported."""

MEMORY = "_ragsite"
"""The sheet that nobody sees."""

MARK = "ragsite workbook"
VERSION = "1"
CHUNK = 30_000
"""Signs in one cell of it."""
