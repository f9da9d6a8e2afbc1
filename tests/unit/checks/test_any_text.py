"""Every rule gets through whatever an editor writes: it may find something or nothing, and never fails."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ragsite.checks import all_rules
from ragsite.checks.rule import Context
from ragsite.model.site import Settings, Site
from ragsite.problems import Finding
from tests.factories import SETTINGS, measure
from tests.unit.checks.looking import TODAY
from tests.unit.checks.saying import saying

PIECES = (
    *("%", "%%00", "42%", "0", "1,204", "3.5", "-1", "£", "(13 of 31)", "of", "out of", "the other", "remaining"),
    *("on time", "late", "good", "inadequate", "up by", "down from", "since", "target", "average", "increase"),
    *("Red", "amber", "RAG", "BRAG", "rated", "overdue", "complete", "31/02/2019", "March", "Q3", "next month"),
    *("Jane Smith", "jane@example.org", "01234 567890", "child", "children", "http://", "[a](/b/)", "&", ".", ";"),
)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), min_size=1, max_size=12)


@settings(max_examples=300, deadline=None)
@given(TEXTS.map(" ".join), TEXTS.map("".join))
@example("%%00", "%")
@example("% %", "the other %")
def test_no_rule_fails_on_any_text(first: str, second: str) -> None:
    plan = saying(first.strip() or "-", second.strip() or "-", measures=[measure("m", name=first.strip() or "m")])
    site = Site(settings=Settings.model_validate(SETTINGS), plans=(plan,))
    found = [finding for rule in all_rules() for finding in rule.run(Context(site, TODAY))]
    assert all(isinstance(finding, Finding) and finding.message for finding in found)
