"""The glossary: acronyms and terms from A to Z, with what they mean in general and in single plans."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.figures import plural
from ragsite.model.site import Site, Term
from ragsite.pages.page import Page
from ragsite.pages.props import Props, breadcrumb, plan_name
from ragsite.publish import PublicSite
from ragsite.render import relative, slug
from ragsite.views.glossary import Entry, arrange

NOT_EXPANDED = "Not expanded in the source."


def pages(public: PublicSite) -> Iterator[Page]:
    """The one glossary."""
    here, site = addresses.GLOSSARY, public.site
    anchors = _anchors([entry.term for letter in arrange(site.terms) for entry in letter.entries])
    letters = [
        {
            "id": f"letter-{slug(letter.letter)}",
            "title": letter.letter,
            "entries": [_entry(here, site, entry, anchor=anchors[entry.term]) for entry in letter.entries],
        }
        for letter in arrange(site.terms)
    ]
    number = sum(len(letter["entries"]) for letter in letters)
    yield Page(
        path=here,
        template="pages/glossary.html",
        title="Glossary",
        description="The acronyms and terms of all plans in plain words, also where two plans differ.",
        section=here,
        breadcrumb=breadcrumb(here, (), last="Glossary"),
        hero={"title": "Glossary", "lede": _lede(number)},
        props={
            "letters": letters,
            "index": [{"text": letter["title"], "href": f"#{letter['id']}"} for letter in letters],
        },
    )


def _lede(number: int) -> str:
    if not number:
        return "No terms are explained yet."
    return (
        f"{plural(number, 'term', 'terms')} of the plans in plain words. Where a plan uses a term in its own way, "
        "its meaning there is given with the plan’s name."
    )


def _anchors(terms: list[str]) -> dict[str, str]:
    """An id for each term; where two differ only in case or signs, the later ones are numbered."""
    taken: dict[str, int] = {}
    made = {}
    for term in terms:
        name = f"term-{slug(term)}"
        taken[name] = taken.get(name, 0) + 1
        made[term] = name if taken[name] == 1 else f"{name}-{taken[name]}"
    return made


def _entry(here: str, site: Site, entry: Entry, *, anchor: str) -> Props:
    """One sense stands as it is, with its plan below; several are a list."""
    made = {"term": entry.term, "id": anchor}
    if len(entry.senses) == 1:
        only = entry.senses[0]
        return {**made, "text": _sense(only), "note": _where(here, site, only)}
    said = [f"- {_sense(sense)} {_where(here, site, sense) or 'In general.'}" for sense in entry.senses]
    return {**made, "text": "\n".join(said)}


def _sense(sense: Term) -> str:
    """One sense in Markdown: the expansion in bold, then the meaning and the note."""
    expansion = f"**{sense.expansion.rstrip('.')}.**" if sense.expansion else ""
    parts = [part for part in (expansion, sense.meaning, sense.note) if part] or [NOT_EXPANDED]
    return " ".join(_sentence(part) for part in parts)


def _where(here: str, site: Site, sense: Term) -> str | None:
    """The plan that a sense holds for, as a link; None where it holds everywhere."""
    plan = site.plan_by_id.get(sense.plan or "")
    return f"In [{plan_name(plan)}]({relative(here, addresses.plan(plan.id))})." if plan else None


def _sentence(text: str) -> str:
    return text if text.rstrip("*")[-1:] in ".!?" else f"{text}."
