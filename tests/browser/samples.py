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
    "measures": "/plans/thurrock-2018/measures/",
    "measure-chart": "/plans/thurrock-2018/measures/p3-ind-1/",
    "measure": "/plans/leicestershire-2018/measures/",
    "evidence": "/plans/leicestershire-2018/evidence/",
    "data": "/plans/brighton-hove-2017/data/",
    "notes": "/plans/leicestershire-2018/notes/",
    "ratings": "/ratings/",
    "glossary": "/glossary/",
    "about": "/about/",
    "accessibility": "/accessibility/",
    "search": "/search/",
    "not-found": "/404.html",
}
"""Address by a name for it; the names appear in test ids."""
