"""The pages that stand for all: every kind of page, with the plan that is hardest for it."""

SAMPLES = {
    "home": "/",
    "plan": "/plans/leicestershire-2018/",
    "plan-large": "/plans/thurrock-2018/",
    "item": "/plans/leicestershire-2018/items/9/",
    "item-unrated": "/plans/thurrock-2018/items/p4/",
    "item-history": "/plans/thurrock-2018/items/p1-a1-s1/",
    "item-area": "/plans/southampton-2020/items/help-and-protection/",
    "report": "/plans/brighton-hove-2010/reports/2010-11/",
    "report-large": "/plans/thurrock-2018/reports/2018-05/",
    "changes": "/plans/thurrock-2018/reports/2018-01/changes/",
    "exceptions": "/plans/southampton-2020/exceptions/",
    "exceptions-large": "/plans/thurrock-2018/reports/2018-01/exceptions/",
    "timeline": "/plans/thurrock-2018/timeline/",
    "recommendations": "/plans/southampton-2020/recommendations/",
    "list": "/plans/thurrock-2018/lists/overdue/",
    "owners": "/plans/thurrock-2018/owners/",
    "measures": "/plans/thurrock-2018/measures/",
    "measure-chart": "/plans/thurrock-2018/measures/p3-ind-1/",
    "measure": "/plans/leicestershire-2018/measures/",
    "evidence": "/plans/leicestershire-2018/evidence/",
    "data": "/plans/brighton-hove-2017/data/",
    "catalogue": "/data/",
    "dictionary": "/data/dictionary/",
    "notes": "/plans/leicestershire-2018/notes/",
    "topics": "/topics/",
    "topic": "/topics/care-leavers/",
    "all-changes": "/changes/",
    "ratings": "/ratings/",
    "glossary": "/glossary/",
    "about": "/about/",
    "accessibility": "/accessibility/",
    "search": "/search/",
    "not-found": "/404.html",
}
"""Address by a name for it; the names appear in test ids."""

CARDS = {
    "item-card": "/plans/leicestershire-2018/items/9/card/",
    "measure-card": "/plans/thurrock-2018/measures/p3-ind-1/card/",
}
"""Small pages that other sites show in a frame: no masthead, no menu."""

GALLERY = {"gallery": "/gallery/", "sample": "/sample/"}
"""Pages of made-up facts for the theme's maintainers, with every component in every state."""

LARGE = ("plan-large", "report-large", "exceptions-large", "owners", "timeline", "glossary", "evidence", "notes")
"""Samples that are long rather than special: looked at in fewer combinations, to keep the tests short."""

VARIANTS = ("item-unrated", "item-history", "item-area", "report", "topics", "all-changes", "list", "measure")
"""Samples whose template another sample has too."""

PAGES = (*SAMPLES, *CARDS, *GALLERY)
"""The names of all."""
