"""Makes one shard: what `merge` needs of its plans, in a folder with a label and a manifest."""

from dataclasses import dataclass, replace
from pathlib import Path

from ragsite.built.manifest import hashed, write_manifest
from ragsite.built.sought import look_for
from ragsite.prepare import Prepared
from ragsite.progress import Progress
from ragsite.shards.label import Label, origin_of, write_label
from ragsite.shards.share import Share
from ragsite.store import Store
from ragsite.write import Written, keep_plans

KEPT = "kept"
"""The folder below a shard in which its store is."""


@dataclass(frozen=True)
class Wanted:
    """Which shard to make, from which content folder, with which kinds of committee packs."""

    share: Share
    content: Path
    packs: tuple[str, ...] = ()


def store_in(folder: Path, store: Store) -> Store:
    """The store of a shard that is made in `folder`; behind it is what is behind `store`."""
    return replace(store, folder=folder / KEPT)


def make_shard(folder: Path, prepared: Prepared, wanted: Wanted, *, tell: Progress) -> Written:
    """Fills the folder of a shard whose plans were read and checked with its own store; they must have no errors.

    It holds, too, what no file of the site may hold on account of these plans. What need not be made again is taken
    over from the shard before.
    """
    look_for(prepared)
    written = keep_plans(prepared, packs=wanted.packs, tell=tell)
    for known in prepared.plans:
        prepared.store.take_over(f"plans/{known.folder.name}")
    origin = origin_of(wanted.content, wanted.packs)
    own = {known.folder.name: known.key for known in prepared.plans}
    label = Label(wanted.share, prepared.now, prepared.moments, replace(origin, plans=own))
    write_label(folder, label)
    write_manifest(folder, hashed(folder))
    return written
