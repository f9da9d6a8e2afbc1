"""Every builder that is measured, in the order in which the report shows them."""

from benchmarks.peers.eleventy import ELEVENTY
from benchmarks.peers.floor import BYTES, TEMPLATE
from benchmarks.peers.hugo import HUGO, HUGO_LEAN
from benchmarks.peers.material import PRUNED, STOCK, ZENSICAL
from benchmarks.peers.own import OWN, OWN_SEARCH
from benchmarks.peers.peer import Job, Peer

PEERS = (OWN, OWN_SEARCH, HUGO, HUGO_LEAN, ELEVENTY, PRUNED, STOCK, ZENSICAL, BYTES, TEMPLATE)

__all__ = ["OWN", "OWN_SEARCH", "PEERS", "Job", "Peer"]
