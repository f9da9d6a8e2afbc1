"""How something in a built folder is told: an error at a file, line and column of it."""

from ragsite.problems import Finding, Location, Severity


def told(code: str, path: str, message: str, fix: str) -> Finding:
    """An error on a built file as a whole; `path` is relative to the folder."""
    return Finding(code, Severity.ERROR, Location(path), message, fix)


def told_at(code: str, where: tuple[str, str, int], message: str, fix: str) -> Finding:
    """An error at one place; `where` is the path, the text of the file, and the index in that text."""
    path, text, index = where
    start = text.rfind("\n", 0, index) + 1
    where_it_is = Location(path, text.count("\n", 0, index) + 1, index - start + 1)
    return Finding(code, Severity.ERROR, where_it_is, message, fix)
