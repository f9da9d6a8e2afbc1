"""A page marked as a preview: DRAFT in sight, hidden from search engines, with what the checks found."""

import re

from ragsite.render import render

ROBOTS = '<meta name="robots" content="noindex, nofollow">'
_OTHER_ROBOTS = re.compile(r'<meta name="robots"[^>]*>\s*')
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\s*')
_BODY = re.compile(r"<body[^>]*>")

UNTOLD = {"is_stale": False, "findings": (), "more": 0, "summary": "", "with_drafts": False}
"""What the bar tells where nothing else is said."""


def marked(html: str, *, head: str = "", **told: object) -> str:
    """The page with `head` in its head and the preview's bar at its top; `told` is what the bar tells.

    The site's own policy on scripts is for its own address and would keep a preview's files out of its pages.
    """
    plain = _POLICY.sub("", _OTHER_ROBOTS.sub("", html))
    bar = render("preview/bar.html", **{**UNTOLD, **told})
    headed = plain.replace("</head>", f"{ROBOTS}\n{head}</head>", 1)
    return _BODY.sub(lambda body: f"{body[0]}\n{bar}", headed, count=1)
