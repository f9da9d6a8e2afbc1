"""Findings in order, lists in words, and what somebody may have meant."""

from ragsite.problems import Finding, Location, Place, Severity, did_you_mean, in_order, listing, nearest


def finding(code: str, line: int) -> Finding:
    return Finding(code, Severity.ERROR, Location("a.yml", line), "x")


def test_findings_come_in_the_order_of_the_file_and_once() -> None:
    found = in_order([finding("B", 10), finding("B", 2), finding("A", 10), finding("B", 2)])
    assert [(one.code, one.location.line) for one in found] == [("B", 2), ("A", 10), ("B", 10)]


def test_lists_read_as_people_say_them() -> None:
    assert listing([]) == ""
    assert listing(["a"]) == "a"
    assert listing(["a", "b", "c"]) == "a, b or c"
    assert listing("abcd", joiner="and", most=2) == "a, b … (2 more)"


def test_the_nearest_word_is_meant_in_whatever_letter_case() -> None:
    assert nearest("TITEL", ["text", "title"]) == "title"
    assert did_you_mean("Grene", ["Red", "Green"]) == "Did you mean “Green”?"
    assert did_you_mean("xyz", ["Red", "Green"]) == ""


def test_an_unknown_field_stands_where_its_mapping_begins() -> None:
    place = Place("a.yml", 3, 5, {"topics": (4, 9), ("topics", 1): (4, 12)})
    assert place.of("topics", 1) == Location("a.yml", 4, 12)
    assert place.of("topics", 7) == Location("a.yml", 4, 9)
    assert place.of("title") == Location("a.yml", 3, 5)
