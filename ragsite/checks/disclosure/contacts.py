"""Personal details that must never be printed: addresses, numbers and dates by which a person can be found."""

import re
from collections.abc import Callable, Iterable, Iterator

from ragsite.checks.concordance import texts_matching, texts_with
from ragsite.checks.prose import Said
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.problems import Severity

EMAIL = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
PHONE = re.compile(r"(?<![\w.,/:-])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)\d{2,5}\)?(?:[ -]?\d{2,8}){1,3}(?![\w%/:-]|[.,]\d)")
FEWEST_DIGITS = 9
"""Of a telephone number of this country."""

# The first letter is asked for before what stands in front of it, which would be looked for at every letter otherwise.
POSTCODE = re.compile(
    r"[A-PR-UWYZ](?<![\w/-].)(?:[A-HK-Y]?\d[A-Z\d]?|(?<=G)IR) ?\d[ABD-HJLNP-UW-Z]{2}(?![\w/-])",
)
NHS = re.compile(r"\d(?<![\w.,/-]\d)\d\d[ -]?\d{3}[ -]?\d{4}(?![\w%/-]|[.,]\d)")
INSURANCE = re.compile(r"[A-CEGHJ-PR-TW-Z](?<!\w.)[A-CEGHJ-PR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)")
BIRTH = re.compile(
    r"\b(?:born(?: on)?|d\.?o\.?b\.?|date of birth|birthday)\b(?:[:\s]| is| was| on){0,3}\s*"
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]+(?: \d{4})?|\d{4}-\d\d-\d\d)",
    re.I,
)
_BIRTH_WORDS = ("born", "birth", "dob", "d.o.b", "do.b", "d.ob")
"""Without one of these no text holds a date of birth."""

_DIALLED = re.compile(r"[0+](?<![\w.,/:-].)\d\d")
"""How every telephone number begins."""

_FIX = "Take it out. Contact details of people stand on no page; the site's own are the contact in site.yml."


def email_addresses(context: Context) -> Iterator[Problem]:
    """P705: a text holds an e-mail address. Fails: `Write to j.hill@northmere.gov.uk`. Passes: `@` alone."""
    return _found(texts_with(context.site, ("@",)), EMAIL, "an e-mail address")


def phone_numbers(context: Context) -> Iterator[Problem]:
    """P706: a text holds a telephone number. Fails: `Call 01273 290000`. Passes: `0.5`, `2016-17`, `1,620 cases`."""
    return _found(texts_matching(context.site, _DIALLED), PHONE, "a telephone number", is_real=is_phone)


def postcodes(context: Context) -> Iterator[Problem]:
    """P707: a text holds a postcode. Fails: `BN3 4AH`. Passes: `S20 cases`, `Q1 2018`, `KS2`."""
    return _found(texts_matching(context.site, POSTCODE), POSTCODE, "a postcode")


def personal_numbers(context: Context) -> Iterator[Problem]:
    """P708: a text holds an NHS number (ten digits whose last one checks) or a National Insurance number.

    Fails: `943 476 5919`. Passes: ten digits that fail the check.
    """
    yield from _found(texts_matching(context.site, NHS), NHS, "an NHS number", is_real=is_nhs_number)
    yield from _found(texts_matching(context.site, INSURANCE), INSURANCE, "a National Insurance number")


def birth_dates(context: Context) -> Iterator[Problem]:
    """P709: a text holds a date of birth. Fails: `born on 3 May 2009`. Passes: `born in Thurrock`."""
    return _found(texts_with(context.site, _BIRTH_WORDS), BIRTH, "a date of birth")


def is_nhs_number(text: str) -> bool:
    """Whether ten digits end with their check digit, by the rule of the NHS data dictionary (modulus 11)."""
    digits = [int(one) for one in text if one.isdigit()]
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return len(digits) == 10 and len(set(digits)) > 1 and digits[9] == (0 if check == 11 else check)


def is_phone(text: str) -> bool:
    """Whether a match of PHONE has as many digits as a telephone number of this country."""
    return FEWEST_DIGITS <= sum(one.isdigit() for one in text.replace("+44", "0").replace("(0)", "")) <= 11


def _any(_: str) -> bool:
    return True


def _found(
    texts: Iterable[Said], pattern: re.Pattern[str], what: str, *, is_real: Callable[[str], bool] = _any
) -> Iterator[Problem]:
    """A problem for each text that matches; the message leaves the match out, as messages are passed on."""
    for said in texts:
        if any(is_real(found[0]) for found in pattern.finditer(said.text)):
            yield said.problem(f"{said.owner} holds {what}, in “{said.field}”.", _FIX)


RULES = (
    Rule("P705", Severity.ERROR, email_addresses),
    Rule("P706", Severity.ERROR, phone_numbers),
    Rule("P707", Severity.ERROR, postcodes),
    Rule("P708", Severity.ERROR, personal_numbers),
    Rule("P709", Severity.ERROR, birth_dates),
)
