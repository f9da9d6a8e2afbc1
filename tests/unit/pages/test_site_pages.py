"""The pages about the site and about a whole plan: evidence, ratings, glossary, notes, data and the rest."""

from ragsite.exporters import all_files
from ragsite.exporters.columns import TABLES
from ragsite.model.site import Settings, Site, Term
from ragsite.pages import (
    about,
    accessibility,
    data,
    evidence,
    glossary,
    not_found,
    notes,
    ratings,
    search,
)
from ragsite.pages.frame import draw
from ragsite.publish import publish
from tests.factories import RAG, SETTINGS, item, make_plan, make_public, measure, report
from tests.factories import evidence as piece
from tests.reading import hrefs, ids, main_html, page_at, real_site, said


def drawn(kind, public):
    (page,) = kind.pages(public)
    return said(page, public).replace("\xa0", " "), page


def test_evidence_says_what_it_shows_what_it_does_not_and_what_rests_on_it():
    plan = make_plan(
        items=[item("1")],
        reports=[report("2026-03", updates=[{"item": "1", "evidence": ["Q4-audit"]}])],
        evidence=[
            piece("Q4-audit", shows="It is better.", does_not_show="How many.", held_by="The board", date="2026-02"),
            piece("survey", kind="survey"),
        ],
    )
    public = make_public(plan)
    words, page = drawn(evidence, public)
    assert "Dated February 2026 Held by The board" in words
    assert "Shows It is better. Does not show How many. Supports Recommendation 1" in words
    assert "Shows Not stated in the source Supports No item and no update names it." in words
    assert "1 of 2 pieces are named by no item and no update." in words
    assert "q4-audit" in ids(page, public)


def test_a_plan_without_evidence_says_it_out_loud():
    words, _ = drawn(evidence, make_public(make_plan()))
    assert "The source of this plan names no evidence." in words


def test_ratings_show_each_scale_with_its_claims_and_what_is_no_rating():
    lost = {**RAG, "key": "lost", "tones": "assigned", "levels": [{"id": "green", "label": "Green", "tone": "green"}]}
    public = make_public(make_plan(), make_plan(id="other-2010", organisation="Southmere", scales=[lost]))
    words, _ = drawn(ratings, public)
    assert "2 plans use “Green”. What it claims there:" in words
    assert "finished, needs evidence (1 plan)" in words
    assert "not defined in the source (1 plan)" in words
    assert "“0” The key has no 0. A blank cell" in words or "A blank cell The cell is blank." in words
    assert "The colours and shapes are this site's own." in words
    assert "No definition of this level survives." in words
    assert "[c] Confidential" in words


def test_real_green_has_three_meanings():
    words, _ = drawn(ratings, real_site())
    assert "4 plans use “Green”" in words
    assert "not finished, needs evidence (1 plan)" in words
    assert "Southampton City Council" in words


def test_the_glossary_tells_general_and_local_meanings():
    plan = make_plan()
    terms = (
        Term(term="DCS", expansion="Director of children's services"),
        Term(term="DCS", plan=plan.id, expansion="Disabled children's service"),
        Term(term="HIPS", plan=plan.id, note="Not expanded in the source."),
        Term(term="ABC"),
    )
    public = publish(Site(Settings.model_validate(SETTINGS), (plan,), terms=terms))
    words, page = drawn(glossary, public)
    assert "DCS Director of children's services. In general." in words
    assert "Disabled children's service. In Northmere Council: Improvement plan." in words
    assert "HIPS Not expanded in the source. In Northmere Council" in words
    assert "ABC Not expanded in the source." in words
    assert {"term-abc", "term-dcs", "term-hips", "letter-d"} <= set(ids(page, public))


def test_about_names_sources_licences_and_contact():
    public = make_public(make_plan(), contact={"name": "The makers", "email": "us@example.org"})
    words, page = drawn(about, public)
    assert "The paper Northmere Council Not stated in the source Open Government Licence v3.0" in words
    assert "mailto:us@example.org" in hrefs(page, public)


def test_the_accessibility_statement_follows_the_model_order():
    words, _page = drawn(accessibility, real_site())
    headings = [
        "How accessible this website is",
        "Feedback and contact information",
        "Enforcement procedure",
        "Technical information about this website’s accessibility",
        "Compliance status",
        "Non-accessible content",
        "What we’re doing to improve accessibility",
        "Preparation of this accessibility statement",
    ]
    body = words[words.index("What you should be able to do") :]
    places = [body.index(heading) for heading in headings]
    assert places == sorted(places)
    assert "This statement was prepared on" in body


def test_without_an_accessibility_file_the_page_says_none_is_prepared():
    words, _ = drawn(accessibility, make_public(make_plan()))
    assert "No accessibility statement has been prepared for this website." in words


def test_the_page_for_missing_addresses_links_from_the_root():
    public = make_public(make_plan())
    (page,) = not_found.pages(public)
    html = draw(page, public)
    assert page.path == "/404.html"
    assert 'href="../' not in html
    assert 'href="./' not in html
    assert "/plans/northmere-2026/" in hrefs(page, public)


def test_search_is_a_form_with_lists_that_need_no_script():
    plan = make_plan(items=[item("2", title="Beta"), item("1", title="alpha")], measures=[measure("m")])
    public = make_public(plan)
    words, page = drawn(search, public)
    html = main_html(page, public)
    assert 'role="search"' in html
    assert 'name="q"' in html
    assert 'role="status"' in html
    assert words.index("1. alpha") < words.index("2. Beta") < words.index("Measure m")
    assert 'src="../js/search.js"' in draw(page, public)


def test_neither_the_search_page_nor_the_missing_page_is_found_by_a_search():
    public = make_public(make_plan(items=[item("1")]))
    for kind in (search, not_found):
        (page,) = kind.pages(public)
        assert "data-pagefind-body" not in draw(page, public)


def test_the_search_index_is_fetched_on_the_search_page_only():
    public = make_public(make_plan(items=[item("1")]))
    (other,) = about.pages(public)
    assert "pagefind.js" not in draw(other, public)
    assert "search.js" not in draw(other, public)


def test_data_lists_every_file_that_is_written_with_every_column():
    public = make_public(make_plan(items=[item("1")]))
    words, page = drawn(data, public)
    here = page.path
    written = {file.path.removeprefix(here) for file in all_files(public) if file.path.startswith(here)}
    assert written <= set(hrefs(page, public))
    assert all(
        column.description in words for table in TABLES for column in table.columns if "`" not in column.description
    )
    assert "Northmere Council: Northmere improvement plan." in words


def test_notes_are_counted_and_linked_to_what_they_concern():
    plan = make_plan(
        notes=[{"text": "The paper has no title.", "source": "1-3"}],
        items=[item("1", notes=["No owner is named."])],
        measures=[measure("m", notes=["No period."])],
    )
    public = make_public(plan)
    words, page = drawn(notes, public)
    assert "3 notes tell what the source leaves out" in words
    assert "The plan The paper has no title. Lines 1 to 3" in words
    assert {"../items/1/", "../measures/m/"} <= set(hrefs(page, public))


def test_all_real_notes_are_on_their_plans_page():
    public = real_site()
    for plan in public.site.plans:
        words = said(page_at(notes.pages(public), f"/plans/{plan.id}/notes/"), public)
        found = [note.text for one in plan.measures for note in one.notes]
        assert all(text.split("*")[0][:30].strip() in words for text in found[:20])
