"""The one error of this package: a text that is no date, said in plain words."""

_ALLOWED = (
    "A date is a day (2018-04-01), a month (2018-04), a year (2018), a calendar quarter (2018-Q3), "
    "a financial year (2017/18) or one of its quarters (2017/18-Q1), a range (2018-07..2018-09), "
    "the text as printed (Jan-18, 1 April 2018, end of November 2010), or TBC."
)
_FIX = (
    "Keep the printed text and say what it means: {{printed: {shown}, means: 2018-04}}. "
    "Where the source gives no date, leave the date out."
)


class DateProblem(ValueError):
    """A text that cannot be a date: `found`, `allowed` and `fix` are whole sentences for its writer."""

    def __init__(self, found: str, *, allowed: str = _ALLOWED, fix: str) -> None:
        super().__init__(f"{found} {allowed} {fix}")
        self.found = found
        self.allowed = allowed
        self.fix = fix


def unreadable(text: str) -> DateProblem:
    """The problem of a text that has no known form."""
    if not text.strip():
        fix = "Write the date, or leave it out where the source gives none."
        return DateProblem("The date is blank.", fix=fix)
    return DateProblem(f"“{_short(text)}” cannot be read as a date.", fix=_fix(text))


def impossible(text: str, why: str) -> DateProblem:
    """The problem of a text that has a known form but names no period; `why` is a whole sentence."""
    return DateProblem(
        why, fix=f"Correct the date. Or, if the source prints it so: {_fix(text)[0].lower()}{_fix(text)[1:]}"
    )


def unresolved_meaning(means: str) -> DateProblem:
    """The problem of a `means` that itself leaves open what it means."""
    return DateProblem(
        f"“{_short(means)}” stands in “means”, but does not say which day, month or year is meant.",
        allowed="“means” is one clear date: 2018-04-01, 2018-04, 2018, 2018-Q3, 2017/18 or 2018-07..2018-09.",
        fix="Write one clear date in “means”, or leave “means” out: the printed text then stays unresolved.",
    )


def _fix(text: str) -> str:
    quoted = _short(text).replace('"', "'")
    return _FIX.format(shown=f'"{quoted}"')


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 60 else one_line[:59] + "…"
