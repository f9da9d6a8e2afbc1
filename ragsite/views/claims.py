"""What the levels of all plans' scales claim, side by side, to show that one word means different things."""

from collections.abc import Iterable
from dataclasses import dataclass

from ragsite.model.plan import Plan
from ragsite.model.scales import Key, Level, Scale

NOT_DEFINED = "not defined in the source"


@dataclass(frozen=True)
class Use:
    """One level of one plan's scale, with what its own key claims, in few words."""

    plan: Plan
    scale: Scale
    level: Level

    @property
    def claim(self) -> str:
        """What the key claims: `finished, needs evidence`; or that no key survives."""
        return claim_words(self.scale, self.level)


@dataclass(frozen=True)
class SharedWord:
    """A word that the scales of more than one plan use as a rating, with every use of it."""

    label: str
    uses: tuple[Use, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The different claims, each once, in the order of the plans."""
        return tuple(dict.fromkeys(use.claim for use in self.uses))


def claim_words(scale: Scale, level: Level) -> str:
    """What a level claims of every item that has it; only what the key says counts as a claim."""
    if scale.key is Key.LOST:
        return NOT_DEFINED
    claims = level.claims
    said = ["finished" if claims.finished else "not finished"]
    said += ["on time"] if claims.on_time else []
    said += ["needs evidence"] if claims.needs_evidence else []
    said += ["may leave the plan"] if claims.removable else []
    return ", ".join(said)


def shared_words(plans: Iterable[Plan]) -> tuple[SharedWord, ...]:
    """The words that more than one plan uses, those with the most different claims first."""
    uses: dict[str, list[Use]] = {}
    for plan in plans:
        for scale in plan.facts.scales:
            for level in scale.levels:
                uses.setdefault(level.label.casefold(), []).append(Use(plan, scale, level))
    shared = [
        SharedWord(found[0].level.label, tuple(found))
        for _, found in sorted(uses.items())
        if len({use.plan.id for use in found}) > 1
    ]
    return tuple(sorted(shared, key=lambda one: -len(one.claims)))
