"""Configuration: which rules look, how much they matter and with which thresholds, as `site.yml` sets them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ragsite.checks.rule import Context, Problem, Rule
from ragsite.model.site import Checks, RuleLevel, RuleSetting
from ragsite.problems import Severity, did_you_mean, listing


def configured(rules: Iterable[Rule], checks: Checks) -> tuple[Rule, ...]:
    """The rules that look on this site, with their severity and thresholds; what cannot be set stays as it is."""
    settings = checks.by_code
    made = (_configured(rule, settings.get(rule.code)) for rule in rules)
    return tuple(rule for rule in made if rule is not None)


def unknown_codes(context: Context) -> Iterator[Problem]:
    """X901: site.yml sets a rule that does not exist.

    Fails: `checks: {W83: off}`. Passes: `checks: {W803: off}`.
    """
    known = {rule.code for rule in context.rules}
    for code in _settings(context):
        if code not in known:
            yield Problem(
                context.site.settings.checks.written_at.of(code),
                f"“checks” sets {code}, but there is no rule with this code that can be set.",
                _code_fix(code, known),
            )


def unknown_thresholds(context: Context) -> Iterator[Problem]:
    """X902: site.yml gives a rule a threshold that it does not have, or one below nought.

    Fails: `checks: {L902: {report: 2}}`. Passes: `checks: {L902: {reports: 2}}`.
    """
    rules = {rule.code: rule for rule in context.rules}
    for code, setting in _settings(context).items():
        for name, value in setting.thresholds.items() if code in rules else ():
            known = rules[code].options
            where = (setting if setting.place else context.site.settings.checks).written_at.of(name)
            if name not in known:
                has = f"It has {listing(known, joiner='and')}." if known else "It has none."
                fix = did_you_mean(name, known) or "Take it out."
                yield Problem(where, f"Rule {code} has no threshold “{name}”. {has}", fix)
            elif value < 0:
                yield Problem(where, f"The threshold “{name}” of rule {code} is {value}.", "Write 0 or more.")


def lowered_errors(context: Context) -> Iterator[Problem]:
    """X903: site.yml turns down or off what always stops the site, as pages could not be made or trusted.

    Such a finding is mended or, where it concerns a person's details, waived in its one place.
    Fails: `checks: {S102: warning}`; `checks: {P705: off}`. Passes: `checks: {W803: off}`; `checks: {R201: error}`.
    """
    rules = {rule.code: rule for rule in context.rules}
    for code, setting in _settings(context).items():
        if code in rules and _is_lowered(rules[code], setting):
            yield Problem(
                context.site.settings.checks.written_at.of(code),
                f"“checks” sets {code} to “{setting.severity}”, but what it finds always stops the site.",
                "Take the setting out, and mend what is found.",
            )


def _code_fix(code: str, known: Iterable[str]) -> str:
    if code[:1] == "Y":
        return "Take it out. A file that cannot be read always stops the site."
    return did_you_mean(code, known) or "Take it out. The page on rules lists every code."


def _configured(rule: Rule, setting: RuleSetting | None) -> Rule | None:
    if setting is None:
        return rule
    known = {name: value for name, value in setting.thresholds.items() if name in rule.options and value >= 0}
    options = {**rule.options, **known}
    if setting.severity is None or _is_lowered(rule, setting):
        return replace(rule, options=options)
    if setting.severity is RuleLevel.OFF:
        return None
    return replace(rule, severity=Severity(setting.severity.value), options=options)


def _is_lowered(rule: Rule, setting: RuleSetting) -> bool:
    return rule.severity is Severity.ERROR and setting.severity in (RuleLevel.OFF, RuleLevel.WARNING)


def _settings(context: Context) -> Mapping[str, RuleSetting]:
    return dict(sorted(context.site.settings.checks.by_code.items()))


RULES = (
    Rule("X901", Severity.ERROR, unknown_codes),
    Rule("X902", Severity.ERROR, unknown_thresholds),
    Rule("X903", Severity.ERROR, lowered_errors),
)
