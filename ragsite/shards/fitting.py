"""Whether shards fit each other and the content here; where they do not, why, in words."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from ragsite.built.manifest import differences
from ragsite.model.moments import Moment
from ragsite.problems import listing
from ragsite.refusal import Refused
from ragsite.shards.label import Label, Origin, read_label
from ragsite.shards.share import Share

MOST_TOLD = 6
"""Differences of one kind that are told."""

_REFUSAL = "These shards do not make one site. Nothing was published, and a site that was there is as it was."
_WAY_OUT = "Build the shards that are named here again, of the same content and with the same versions, and merge anew."


def fitting(folders: Sequence[Path], here: Origin, *, moment: datetime | None = None) -> datetime:
    """The moment as at which the site of these shards is made: the one asked for, else that of the latest shard.

    Refused, with every reason, unless the shards are whole and, together, all of the site whose origin is `here`.
    """
    found = {folder: read_label(folder) for folder in folders}
    labels = {folder: label for folder, label in found.items() if label}
    as_at = moment or max((label.moment for label in labels.values()), default=None)
    told = [_unread(folder) for folder, label in found.items() if label is None]
    told += _number([labels[folder].share for folder in folders if folder in labels])
    for folder, label in labels.items():
        told += [f"Shard {label.share}, “{folder}”: {why}" for why in _misfits(folder, label, here, as_at)]
    if told or as_at is None:
        raise Refused(_REFUSAL, (*(f"  {line}" for line in told), _WAY_OUT))
    return as_at


def _unread(folder: Path) -> str:
    what = "there is no such folder" if not folder.is_dir() else "it holds no shard that can be read"
    return f"“{folder}”: {what}. Name the folders that “ragsite build --shard” made."


def _number(shares: Sequence[Share]) -> Iterator[str]:
    """Whether there is each shard once."""
    totals = sorted({share.of for share in shares})
    if len(totals) > 1:
        yield f"Some are shards of {listing(map(str, totals), joiner='and')}: all must be shards of one number."
        return
    for share in sorted({share for share in shares if shares.count(share) > 1}):
        yield f"Shard {share} is given {shares.count(share)} times."
    there = {share.number for share in shares}
    lacking = [f"{number}/{total}" for total in totals for number in range(1, total + 1) if number not in there]
    if lacking:
        yield f"Missing: shard {listing(lacking, joiner='and')}."


def _misfits(folder: Path, label: Label, here: Origin, as_at: datetime | None) -> Iterator[str]:
    """Why a shard cannot be used here; nothing of it is unpacked before its bytes are known to be whole."""
    damaged = [finding.location.path for finding in differences(folder)]
    if damaged:
        yield f"it is not whole: {listing(damaged, joiner='and', most=MOST_TOLD)}. Fetch or build it again."
        return
    there = label.origin
    if there.program != here.program:
        yield from _another_program(there, here)
    elif there.content != here.content:
        yield f"its content folder was named “{there.content}”, here it is “{here.content}”. Name it in the same way."
    else:
        yield from _another_content(there, here)
    if there.packs != here.packs:
        yield f"it was made with {_packs(there)}, here the site is made with {_packs(here)}."
    if as_at and _as_at(label, label.moment) != _as_at(label, as_at):
        yield (
            f"it was made as at {Moment(label.moment).label}, the site is made as at {Moment(as_at).label}: between"
            " them a day ends, or something is to be published. Give all of them the same “--now”."
        )


def _another_program(there: Origin, here: Origin) -> Iterator[str]:
    only_there = [line for line in there.installed if line not in here.installed]
    only_here = [line for line in here.installed if line not in there.installed]
    if not only_there and not only_here:
        yield "it was made by another ragsite: its code or its theme is not the one here."
    if only_there:
        yield f"it was made with {listing(only_there, joiner='and', most=MOST_TOLD)}, which is not here."
    if only_here:
        yield f"it was made without {listing(only_here, joiner='and', most=MOST_TOLD)}, which is here."


def _another_content(there: Origin, here: Origin) -> Iterator[str]:
    if there.frame != here.frame:
        yield "the site's own files, or which plans there are, were not as they are here."
    other = sorted(name for name, key in there.plans.items() if here.plans.get(name) != key)
    if other:
        yield f"plans in it were made of other content than is here: {listing(other, joiner='and', most=MOST_TOLD)}."


def _packs(origin: Origin) -> str:
    return f"committee packs ({', '.join(origin.packs)})" if origin.packs else "no committee packs"


def _as_at(label: Label, moment: datetime) -> tuple[object, ...]:
    """What a moment decides of a shard: the day of its checks, and which of its records need not wait any more."""
    return moment.date(), *(wait <= moment for wait in label.waits)
