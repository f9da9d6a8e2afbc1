"""What the tests of reliability tried and what got through, for the page docs/reference/reliability.md."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True)
class Reliability:
    """One test's account of its tries. `full` asks for the long form; `out` is where figures go, if anywhere."""

    test: str
    page: Path
    full: bool = False
    out: Path | None = None

    def tries(self, short: int, full: int) -> int:
        """How often to try: `short` in the suite, `full` where the page's figures are made."""
        return full if self.full else short

    def record(self, name: str, *, tried: int, feared: str, happened: Collection[object] = ()) -> None:
        """Tells that `name` was tried so often, and each time that what is feared happened; fails when any did.

        `name` is the row of the page, in words such as “Builds killed at a random moment”; several tests may tell of
        one row, which sums them. `feared` is the column beside it: “sites broken”.
        """
        assert tried > 0, f"{name}: nothing was tried"
        if self.out is None:
            assert name in names_on(self.page), f"no row “{name}” in {self.page.name}: run make reliability"
        else:
            told = {"name": name, "tried": tried, "feared": feared, "happened": len(happened)}
            file = self.out / f"{sha256(f'{self.test} {name}'.encode()).hexdigest()[:16]}.json"
            file.write_text(json.dumps(told), encoding="utf-8")
        shown = "\n".join(str(one) for one in list(happened)[:20])
        assert not happened, f"{name}: {len(happened)} {feared}\n{shown}"


def names_on(page: Path) -> set[str]:
    """The rows of the page's table, by name."""
    rows = (line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| "))
    return {row.split("|")[1].strip() for row in rows}
