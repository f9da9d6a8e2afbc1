"""A preview with drafts shows what is kept back, and says of each such thing that it is a draft."""

from ragsite.model.moments import read_moment
from ragsite.model.site import Settings, Site
from ragsite.publish import publish
from ragsite.release.drafts import with_drafts
from ragsite.release.waiting import FOREVER
from tests import factories
from tests.factories import evidence, item, measure, report

NOW = read_moment("2026-10-01").at
LATER = {"publish_from": "2026-10-06 09:30"}


def test_what_is_kept_back_is_there_and_marked() -> None:
    plan = factories.make_plan(
        items=[item("1", items=[item("1a", **LATER)]), item("2", publish=False)],
        reports=[
            report("2026-03", updates=[{"item": "1", "publish": False}, {"item": "1a"}]),
            report("2026-06", **LATER),
        ],
        measures=[measure("m", **LATER), measure("n")],
        evidence=[evidence("e", publish=False)],
        structure=[{"kind": "Priority", "plural": "Priorities"}, {"kind": "Action", "plural": "Actions"}],
        needs_approval=True,
    )
    hold = {"begins": "2026-09-01", "until": "2026-11-01", "reason": "An election."}
    site = Site(Settings.model_validate({**factories.SETTINGS, "hold": hold}), (plan,))
    public = publish(with_drafts(site, NOW), now=FOREVER).site
    (shown,) = public.plans
    assert [one.title for one in shown.items] == ["Title of 1", "DRAFT: Title of 1a", "DRAFT: Title of 2"]
    assert [one.label for one in shown.reports] == ["DRAFT: Report 2026-03", "DRAFT: Report 2026-06"]
    assert [len(one.notes) for one in shown.reports[0].updates] == [1, 0]
    assert [one.name for one in shown.measures] == ["DRAFT: Measure m", "Measure n"]
    assert [one.title for one in shown.evidence] == ["DRAFT: Evidence e"]
    assert public.settings.hold is None


def test_what_is_published_already_is_not_marked() -> None:
    plan = factories.make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"}, publish_from="2026-09-30")])
    site = Site(Settings.model_validate(factories.SETTINGS), (plan,))
    assert publish(with_drafts(site, NOW), now=FOREVER) == publish(site, now=NOW)
