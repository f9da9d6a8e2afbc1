"""Sentences in the manner of a council's improvement plan, drawn from a seeded source of chance."""

from random import Random

WHO = (
    "The service", "The board", "The team of advisers", "Each service leader", "The partnership", "The department",
    "The scrutiny committee", "The lead member", "The head of service", "The workforce group",
)  # fmt: skip
DOES = (
    "reviews", "now records", "has agreed", "will publish", "keeps under review", "has tested", "is writing",
    "reports on", "shares with partners", "has begun to use",
)  # fmt: skip
WHAT = (
    "the programme of audits", "the new form of supervision", "the recruitment campaign", "the plan for each child",
    "the list of open actions", "the training for managers", "the agreement with partners", "the quality of visits",
    "the pathway into early help", "the monthly set of figures", "the practice model", "the learning from complaints",
)  # fmt: skip
WHY = (
    "so that delays are seen early", "and tells the board what it finds", "before the end of the quarter",
    "with help from a neighbouring council", "as the inspection asked", "in every locality",
    "because practice still varies between teams", "and will look at it again in spring",
)  # fmt: skip
TITLES = (
    "Supervision on time", "A stable workforce", "Plans that children understand", "Audits that lead to change",
    "Visits of good quality", "Clear thresholds", "Managers who know their figures", "Timely health checks",
    "Better pathways for care leavers", "Learning from complaints", "Partners who share information",
    "Assessments that see the child", "A home near by", "Foster carers in the county", "Return home interviews",
)  # fmt: skip


def sentence(chance: Random) -> str:
    """One plain sentence of about a dozen words."""
    return f"{chance.choice(WHO)} {chance.choice(DOES)} {chance.choice(WHAT)} {chance.choice(WHY)}."


def paragraph(chance: Random, *, sentences: int) -> str:
    """Some sentences as one passage."""
    return " ".join(sentence(chance) for _ in range(sentences))


def title(chance: Random) -> str:
    """A few words that could name an action."""
    return f"{chance.choice(TITLES)} in {chance.choice(('every team', 'all localities', 'the front door', 'care'))}"
