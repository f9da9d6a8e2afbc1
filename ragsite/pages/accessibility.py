"""The accessibility statement, in the order of the model statement for public bodies of the United Kingdom."""

from collections.abc import Iterator, Sequence

from ragsite import addresses
from ragsite.figures import plural
from ragsite.model.site import AccessibilityFile, Barrier, Compliance
from ragsite.pages.page import Page
from ragsite.pages.props import Props, breadcrumb, texts
from ragsite.pages.sections import contents
from ragsite.publish import PublicSite

REGULATIONS = "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018"
NONE_PREPARED = "No accessibility statement has been prepared for this website."
_STATUS = {
    Compliance.FULL: "This website is fully compliant with the {standard}.",
    Compliance.PARTIAL: "This website is partially compliant with the {standard}, due to the non-compliances listed "
    "below.",
    Compliance.NONE: "This website is not compliant with the {standard}. The non-compliances are listed below.",
    Compliance.NOT_ASSESSED: "Nobody has assessed yet whether this website meets the {standard}.",
}


def pages(public: PublicSite) -> Iterator[Page]:
    """The one statement; a page that says so where none is prepared."""
    here, facts = addresses.ACCESSIBILITY, public.site.accessibility
    sections = _sections(facts) if facts else []
    title = f"Accessibility statement for {facts.website}" if facts else "Accessibility statement"
    yield Page(
        path=here,
        template="pages/accessibility.html",
        title="Accessibility statement",
        description="How accessible this website is, what does not work yet, and how to tell us of a problem.",
        section="",
        breadcrumb=breadcrumb(here, (), last="Accessibility statement"),
        hero={"title": title, "lede": _lede(facts)},
        on_this_page=contents(sections),
        props={"sections": sections},
    )


def _lede(facts: AccessibilityFile | None) -> str:
    if facts is None:
        return NONE_PREPARED
    return f"This website is run by {facts.run_by}. We want as many people as possible to be able to use it."


def _sections(facts: AccessibilityFile) -> list[Props]:
    """Headings and order of the model statement."""
    able = "\n".join(f"- {one}" for one in facts.can_do)
    return [
        _section("able", "What you should be able to do", [able]),
        _section("how", "How accessible this website is", _barriers(facts)),
        _section("feedback", "Feedback and contact information", _feedback(facts)),
        _section("enforcement", "Enforcement procedure", texts(facts.enforcement)),
        _section("technical", "Technical information about this website’s accessibility", _technical(facts)),
        _section("not-accessible", "Non-accessible content", _failures(facts)),
        _section("improving", "What we’re doing to improve accessibility", _improving(facts)),
        _section("preparation", "Preparation of this accessibility statement", _preparation(facts)),
    ]


def _section(name: str, title: str, passages: Sequence[object]) -> Props:
    return {"part": "passages", "id": name, "title": title, "passages": passages}


def _barriers(facts: AccessibilityFile) -> list[object]:
    if facts.barriers:
        listed = "\n".join(f"- {barrier.text}" for barrier in facts.barriers)
        return [f"We know some parts of this website are not fully accessible:\n\n{listed}"]
    return [
        "We know of no part of this website that some people cannot use. Not everything has been tested:",
        *_untested(facts),
    ]


def _untested(facts: AccessibilityFile) -> list[object]:
    return ["\n".join(f"- {one.text}" for one in facts.not_tested)] if facts.not_tested else []


def _feedback(facts: AccessibilityFile) -> list[object]:
    days = plural(facts.response_days, "working day", "working days")
    return [*texts(facts.feedback), f"We’ll consider your request and get back to you in {days}."]


def _technical(facts: AccessibilityFile) -> list[object]:
    status = _STATUS[facts.compliance].format(standard=facts.standard)
    return [
        f"We aim to make this website accessible, in accordance with the {REGULATIONS}.",
        {"title": "Compliance status", "text": status},
    ]


def _failures(facts: AccessibilityFile) -> list[object]:
    """The three parts of the model statement; one that holds nothing says so."""
    known = [_failure(barrier) for barrier in facts.barriers]
    parts = (
        (
            "Non-compliance with the accessibility regulations",
            known or ["No failure is known. That is not proof that there is none."],
        ),
        ("Disproportionate burden", texts(facts.burden) or ["Nothing is left out as a disproportionate burden."]),
        (
            "Content that’s not within the scope of the accessibility regulations",
            texts(facts.out_of_scope) or ["This statement names no such content."],
        ),
    )
    return [{"title": title, "text": "\n\n".join(said)} for title, said in parts]


def _failure(barrier: Barrier) -> str:
    criterion = f"This fails {barrier.criterion}." if barrier.criterion else ""
    return " ".join(part for part in (barrier.text, criterion, barrier.fix) if part)


def _improving(facts: AccessibilityFile) -> list[object]:
    return list(texts(facts.improving)) or ["This statement names no plan to improve."]


def _preparation(facts: AccessibilityFile) -> list[object]:
    dates = (
        f"This statement was prepared on {facts.prepared.label}. It was last reviewed on {facts.reviewed.label}.",
        f"This website was last tested on {facts.tested_on.label}.",
    )
    untested = [{"title": "Not tested yet", "text": str(one)} for one in _untested(facts)]
    return [*dates, *texts(facts.tested), *untested]
