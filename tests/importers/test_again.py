"""Importing again: nothing deleted, nothing overwritten that a person wrote, every change told."""

from pathlib import Path

import pytest

from ragsite.importers.remarks import About, ImportProblem
from ragsite.problems import ContentError
from tests.importers.making import HEAD, Result, imported, make_csv, snapshot
from tests.importers.samples import FIRST, SECOND, TABLE, THIRD, TITLES

Line = tuple[str, ...]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder into which the samples were imported as the report of March 2026."""
    imported(make_csv(tmp_path / "tracker.csv", TABLE), tmp_path / "content", reports=("2026-03",))
    return tmp_path / "content"


def again(content: Path, *lines: Line, report: str = "2026-06", head: Line = HEAD, name: str = "tracker.csv") -> Result:
    file = make_csv(content.parent / name, [head, *lines])
    return imported(file, content, reports=(report,) if report else ())


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_same_file_again_changes_nothing_and_needs_no_report(content: Path) -> None:
    before = snapshot(content)
    found = again(content, *TABLE[1:], report="")
    assert snapshot(content) == before
    assert "Nothing changes: the content says all of this already." in found.text


def test_the_next_period_adds_a_report_and_tells_what_changed(content: Path) -> None:
    before = snapshot(content)
    new = ("4", "Visit every family", "C Day", "", "Green", "")
    found = again(content, (*FIRST[:4], "Red", "Broken again"), (*SECOND[:3], "31/12/2026", *SECOND[4:]), new)
    assert (
        "Report June 2026 (2026-06) is new: 3 items read, 1 rating changed since March 2026, 1 target date moved"
        in found.text
    )
    assert "1 new, 1 missing from the sheet" in found.text
    assert "Missing from the sheet: “Write a new policy” (3)." in found.text
    assert found.ratings("2026-03") == {"1": "Green", "2": "Amber", "3": "Red"}
    assert found.ratings("2026-06") == {"1": "Red", "2": "Amber", "4": "Green"}
    assert snapshot(content)["plans/p/reports/2026-03.yml"] == before["plans/p/reports/2026-03.yml"]
    closed = {item.id: item.closed.report for item in found.plan.rated_items if item.closed}
    assert (closed, found.errors) == ({"3": "2026-03"}, ())


def test_an_item_that_comes_back_is_open_again(content: Path) -> None:
    again(content, FIRST, SECOND)
    found = again(content, FIRST, SECOND, THIRD, report="2026-09")
    assert "1 closed item open again." in found.text
    assert found.ratings("2026-06")["3"] == "(Not in the tracker for June 2026.)"
    assert found.errors == ()


def test_a_new_title_keeps_the_id_and_the_old_title(content: Path) -> None:
    found = again(content, ("1", "Mend the front door", *FIRST[2:]), SECOND, THIRD)
    item = found.plan.rated_items[0]
    assert (item.id, item.title) == ("1", "Mend the front door")
    assert [(one.title, one.until) for one in item.former_titles] == [("Fix the front door", "2026-06")]
    assert "1 item renamed; the earlier titles are kept." in found.text


def test_rows_without_ids_are_matched_by_title_and_a_likeness_is_told_and_kept(tmp_path: Path) -> None:
    content, head = tmp_path / "content", HEAD[1:]
    imported(
        make_csv(tmp_path / "tracker.csv", [head, *(line[1:] for line in TABLE[1:])]), content, reports=("2026-03",)
    )
    lines = [("Fix the old front door", *FIRST[2:]), SECOND[1:], THIRD[1:]]
    found = again(content, *lines, head=head)
    assert len(found.titles) == 3
    ((where, text),) = found.told(About.MATCH)
    assert where == "A2"
    assert "“Fix the old front door” is taken for “Fix the front door” (fix-the-front-door)" in text
    assert "fix the old front door" in (content / "plans/p/_import/matches.yml").read_text(encoding="utf-8")
    assert again(content, *lines, head=head, report="2026-09").told(About.MATCH) == []


def test_a_match_that_a_person_corrects_is_obeyed(tmp_path: Path) -> None:
    content, head = tmp_path / "content", HEAD[1:]
    imported(
        make_csv(tmp_path / "tracker.csv", [head, *(line[1:] for line in TABLE[1:])]), content, reports=("2026-03",)
    )
    edit(
        content / "plans/p/_import/matches.yml",
        "row: write a new policy, item: write-a-new-policy",
        "row: write a new policy, item: policy",
    )
    found = again(content, *(line[1:] for line in TABLE[1:]), head=head)
    assert "policy" in found.titles
    assert "Missing from the sheet: “Write a new policy” (write-a-new-policy)." in found.text


def test_what_a_person_wrote_stays_and_the_conflict_is_told(content: Path) -> None:
    edit(content / "plans/p/reports/2026-03.yml", "Half done", "Half done, says the board  # agreed on Monday")
    found = again(content, FIRST, (*SECOND[:5], "Nearly done"), THIRD, report="2026-03")
    text = (content / "plans/p/reports/2026-03.yml").read_text(encoding="utf-8")
    assert "Half done, says the board  # agreed on Monday" in text
    ((where, told),) = found.told(About.CONFLICT)
    assert where == "A3"
    assert "the progress was changed by hand since the last import" in told
    assert "The tracker has “Nearly done”." in told


def test_a_changed_cell_changes_its_line_and_no_other(content: Path) -> None:
    path = content / "plans/p/reports/2026-03.yml"
    edit(path, "updates:", "# Agreed by the board.\nupdates:  # one for each action")
    before = path.read_text(encoding="utf-8").splitlines()
    again(content, (*FIRST[:4], "Amber", FIRST[5]), SECOND, THIRD, report="2026-03")
    after = path.read_text(encoding="utf-8").splitlines()
    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == [
        ("    rating: Green", "    rating: Amber")
    ]


def test_a_blank_where_words_were_keeps_the_words_and_is_told(content: Path) -> None:
    found = again(content, (*FIRST[:5], ""), SECOND, THIRD, report="2026-03")
    assert "the progress is blank in the tracker now; what it said before is kept." in found.text
    assert "Done" in (content / "plans/p/reports/2026-03.yml").read_text(encoding="utf-8")


def test_two_files_that_disagree_on_a_report_are_told(content: Path) -> None:
    found = again(content, (*FIRST[:4], "Red", FIRST[5]), SECOND, THIRD, report="2026-03", name="other.csv")
    ((where, told),) = found.told(About.CONFLICT)
    assert where == "A2"
    assert "tracker.csv gave “Green” as rating for 2026-03; other.csv gives “Red”, which was written." in told


def test_a_file_that_does_not_say_its_period_is_asked_for_it(content: Path) -> None:
    with pytest.raises(
        ImportProblem, match=r"Nothing in the file says which report this is\. Say it: add “--report 2026-03”"
    ):
        again(content, FIRST, report="")


def test_a_column_that_was_renamed_is_asked_about(content: Path) -> None:
    found = again(content, *TABLE[1:], head=(*HEAD[:5], "Comments"))
    assert found.told(About.QUESTION) == [
        ("", "The tracker has no column “Progress”, which the mapping names. Did you mean “Comments”?")
    ]


def test_a_tracker_without_the_column_of_its_ratings_is_refused(content: Path) -> None:
    with pytest.raises(ImportProblem, match=r"no column “RAG”, from which.* Did you mean “BRAG status”"):
        again(content, *TABLE[1:], head=(*HEAD[:4], "BRAG status", HEAD[5]))


def test_a_dry_run_tells_and_writes_nothing(content: Path) -> None:
    before = snapshot(content)
    file = make_csv(content.parent / "next.csv", [HEAD, (*FIRST[:4], "Red", "Worse"), SECOND, THIRD])
    found = imported(file, content, reports=("2026-06",), is_dry=True)
    assert snapshot(content) == before
    assert "This was a trial: nothing was written." in found.text
    assert "1 rating changed since March 2026" in found.text


def test_a_plan_with_faults_is_not_written_into(content: Path) -> None:
    edit(content / "plans/p/plan.yml", "status: active", "status: [")
    before = snapshot(content)
    with pytest.raises(ContentError):
        again(content, *TABLE[1:])
    assert snapshot(content)["plans/p/reports/2026-03.yml"] == before["plans/p/reports/2026-03.yml"]
    assert not (content / "plans/p/reports/2026-06.yml").exists()


def test_a_mapping_with_faults_tells_its_line(content: Path) -> None:
    edit(content / "plans/p/_import/mapping.yml", "title: Action", "titel: Action")
    with pytest.raises(ContentError) as raised:
        again(content, *TABLE[1:])
    assert any("titel" in one.message and one.location.line for one in raised.value.findings)


def test_an_earlier_report_can_be_imported_after_a_later_one(content: Path) -> None:
    earlier = ("1", "Fix the door", "J Hill", "31/01/2026", "Red", "Not begun")
    found = again(content, earlier, SECOND, THIRD, report="2025-12")
    assert [report.id for report in found.plan.reports] == ["2025-12", "2026-03"]
    item = found.plan.rated_items[0]
    assert (item.title, [one.title for one in item.former_titles]) == (TITLES["1"], ["Fix the door"])
    assert found.ratings("2026-03")["1"] == "Green"
    assert found.errors == ()
