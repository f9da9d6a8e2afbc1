"""Packs as files: which formats can be made here, by what, and under which name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ragsite.content.choice import plan_called
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pack import pdf, print_browser, word
from ragsite.pack.compose import compose
from ragsite.pack.document import Document
from ragsite.pack.edition import edition, gather
from ragsite.pack.scope import EXCEPTIONS, Scope, read_scope
from ragsite.problems import did_you_mean
from ragsite.publish import PublicSite
from ragsite.refusal import Refused

PDF, WORD = "pdf", "docx"
FORMATS = (PDF, WORD)
INSTALL = "Install ragsite with its extra “exporters”: pip install \"ragsite[exporters]\"."


@dataclass(frozen=True)
class Made:
    """One file of a pack, and what made it, for the person who asked."""

    name: str
    content: bytes
    by: str


@dataclass(frozen=True)
class Order:
    """What somebody asks for; without `report` the latest, without `only` the whole plan."""

    plan: str
    report: str | None = None
    only: tuple[str, ...] = ()
    formats: tuple[str, ...] = FORMATS
    template: Path = word.TEMPLATE


Printer = Callable[[Document], bytes]


def make(public: PublicSite, order: Order, *, browser: Path | None = None) -> Iterator[Made]:
    """The files of an order, one for each format; `browser` prints the PDF where WeasyPrint cannot be used.

    Refused, before anything is made, when there is no such plan, report or item, or nothing to make it with.
    """
    plan = plan_called(public.site, order.plan)
    report = _report(plan, order.report)
    scope = read_scope(plan, report, order.only)
    names = dict.fromkeys(order.formats)
    writers = [(name, *_writer(name, order.template, browser)) for name in names]
    document = compose(edition(public.site.settings, plan, report, pages=gather(public)), scope)
    for name, by, write in writers:
        yield Made(f"{_stem(plan, report, scope)}.{name}", write(document), by)


def _writer(name: str, template: Path, browser: Path | None) -> tuple[str, Printer]:
    """What writes a format here, in words and as a function."""
    if name == WORD:
        if not word.is_ready():
            raise Refused(f"The Word file needs python-docx, which is not installed. {INSTALL}")
        return "python-docx", lambda document: word.write_word(document, template)
    if pdf.is_ready():
        return pdf.MADE_BY, pdf.write_pdf
    if browser is None:
        raise Refused(f"The PDF needs WeasyPrint with its system libraries, or Chromium. Neither was found. {INSTALL}")
    return print_browser.MADE_BY, lambda document: print_browser.print_pdf(document, browser)


def _report(plan: Plan, name: str | None) -> Report:
    if plan.latest is None:
        raise Refused(f"The plan “{plan.id}” has no published report, so there is nothing to put into a pack.")
    if name is None:
        return plan.latest
    reports = plan.report_by_id
    if name not in reports:
        near = did_you_mean(name, reports) or f"Its reports are: {', '.join(reports)}."
        raise Refused(f"The plan “{plan.id}” has no report “{name}”. {near}")
    return reports[name]


def _stem(plan: Plan, report: Report, scope: Scope) -> str:
    part = EXCEPTIONS if scope.is_exceptions_only else "-".join(item.id for item in scope.items)[:40]
    return "-".join(name for name in (plan.id, report.id, "committee-pack", part) if name).lower()
