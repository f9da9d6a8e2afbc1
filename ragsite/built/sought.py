"""What no file of a site may hold, found plan by plan before the first file is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from ragsite.built.leaks import Scan
from ragsite.built.secrets import Secrets, secrets_of
from ragsite.built.suppressed import Key, hidden_values
from ragsite.built.texts import words
from ragsite.model.site import Site
from ragsite.one_plan import Shown, Terms, plan_of, public_of
from ragsite.prepare import Prepared
from ragsite.store import Store

SLOT = "kept-from-readers"


@dataclass(frozen=True)
class Sought:
    """What is looked for in every file: phrases and folders that no file may hold or be in, and suppressed values."""

    phrases: frozenset[bytes] = frozenset()
    paths: frozenset[str] = frozenset()
    values: Mapping[Key, frozenset[str]] = field(default_factory=dict)

    def scan(self, allowed: str) -> Scan:
        """The search through files that may tell what `allowed`, the public texts that they are made of, tells."""
        return Scan(Secrets(self.phrases, self.paths, allowed), self.values)


def scan_for(written: Site, public: Site) -> Scan:
    """What to look for in the files of `public`, knowing what its editors wrote."""
    return Scan(secrets_of(written, public), hidden_values(written, public))


def look_for(prepared: Prepared) -> Sought:
    """What the plans and the site's own files hold and no plan shows.

    What one plan keeps back may stand in another that shows it: such words tell nothing.
    """
    hidden = [*prepared.crew.each(partial(_hidden, terms=prepared.terms), prepared.shown), _of_frame(prepared)]
    phrases = frozenset[bytes]().union(*(scan.secrets.phrases for scan in hidden))
    if phrases:
        said = prepared.crew.each(partial(_said, terms=prepared.terms, phrases=phrases), prepared.shown)
        phrases -= _spoken(phrases, _of_frame(prepared).secrets.allowed).union(*said)
    paths = frozenset[str]().union(*(scan.secrets.paths for scan in hidden))
    return Sought(phrases, paths, {key: said for scan in hidden for key, said in scan.values.items()})


def allowed_in(store: Store, shown: Shown, *, terms: Terms) -> str:
    """The public texts of the site with one plan alone."""
    return _scan(store, shown, terms).secrets.allowed


def allowed_in_whole(prepared: Prepared) -> str:
    """The public texts of the whole site."""
    texts = prepared.crew.each(partial(allowed_in, terms=prepared.terms), prepared.shown)
    return "\n".join([_of_frame(prepared).secrets.allowed, *texts])


def _hidden(store: Store, shown: Shown, *, terms: Terms) -> Scan:
    """What to look for on account of one plan, without its public texts, which stay where they are needed."""
    scan = _scan(store, shown, terms)
    return replace(scan, secrets=replace(scan.secrets, allowed=""))


def _scan(store: Store, shown: Shown, terms: Terms) -> Scan:
    slot = shown.known.slot(SLOT)
    scan: Scan | None = store.get(slot, shown.key)
    if scan is None:
        plan = plan_of(store, shown.known)
        scan = scan_for(replace(terms.site, plans=(plan,) if plan else ()), public_of(store, shown, terms=terms).site)
        store.put(slot, shown.key, scan)
    store.release(shown.known.slot("read"))
    return scan


def _of_frame(prepared: Prepared) -> Scan:
    return scan_for(prepared.site, prepared.public_frame.site)


def _said(store: Store, shown: Shown, *, terms: Terms, phrases: frozenset[bytes]) -> frozenset[bytes]:
    return _spoken(phrases, allowed_in(store, shown, terms=terms))


def _spoken(phrases: Iterable[bytes], text: str) -> frozenset[bytes]:
    """Those of the phrases that a text says."""
    said = words(text)
    return frozenset(phrase for phrase in phrases if phrase in said)
