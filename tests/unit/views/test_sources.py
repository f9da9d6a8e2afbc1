"""Citations: many line numbers become few words, and no line is lost or added."""

from hypothesis import given
from hypothesis import strategies as st

from ragsite.views.sources import cite
from tests.factories import make_plan

TWO = [
    {"id": "report", "title": "Report", "publisher": "Northmere"},
    {"id": "appendix", "title": "Appendix", "publisher": "Northmere"},
]
PLAN = make_plan(sources=TWO)


def test_lines_are_merged_sorted_and_said_in_words():
    (found,) = cite(PLAN, ["47", "12-14", None, "15, 60-61", "13"])
    assert found.place == "lines 12 to 15, 47 and 60 to 61"


def test_one_line_is_a_line():
    assert cite(PLAN, ["45"])[0].place == "line 45"
    assert cite(PLAN, ["45", "46"])[0].place == "lines 45 to 46"


def test_a_named_document_is_cited_by_itself_and_the_first_is_meant_without_a_name():
    found = cite(PLAN, ["appendix: 3", "9"])
    assert [(one.document.id, one.place) for one in found] == [("report", "line 9"), ("appendix", "line 3")]


def test_nothing_given_is_nothing_cited():
    assert cite(PLAN, [None, None]) == ()


spans = st.lists(
    st.tuples(st.integers(1, 60), st.integers(0, 9)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    min_size=1,
)


@given(spans)
def test_the_merged_lines_are_exactly_the_given_lines(found):
    (citation,) = cite(PLAN, [f"{first}-{last}" for first, last in found])
    given_lines = {line for first, last in found for line in range(first, last + 1)}
    told = [line for first, last in citation.lines for line in range(first, last + 1)]
    assert set(told) == given_lines
    assert len(told) == len(given_lines)
    assert list(citation.lines) == sorted(citation.lines)
