"""Before its moment nothing of what waits is in any file of a built site, whatever kind of file; then it is there.

A small site is built through the command, twice: a minute before the moment and at it. Words that stand nowhere else
are put into every field that has to wait, and every file is read: pages, data, feeds, calendar, badges, packs as PDF
and Word, the search index (which is packed), and the names of the files.
"""

import gzip
import json
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from ragsite.cli import ragsite
from ragsite.starter.write import write_site

PLAN = Path("content/plans/northmere-2026")
MOMENT = "2026-10-20 09:30"
WAITS = f"publish_from: {MOMENT}"
CANARIES = (
    *("quokkareport", "quokkasummary", "quokkaprogress", "quokkareason", "quokkaagreed", "quokkastatement"),
    *("quokkaitem", "quokkatitle", "quokkaowner", "quokkamilestone", "quokkanewname", "quokkacorrection"),
    *("quokkameasure", "quokkadefinition", "7391.5", "quokkaevidence", "quokkashows", "quokkarisks", "quokkaupdate"),
    *("quokkaheld", "2027-11", "november 2027", "2028-03", "march 2028"),
)
"""Words, a figure and dates of what waits; also parts of ids, so that addresses and file names are among them."""

REPORT = f"""\
id: 2026-09-quokkareport
label: September 2026 quokkareport
as_at: {{date: 2026-09-30, basis: printed}}
{WAITS}
scale: rag
summary: Much of quokkasummary.
statements:
  - {{id: stated, kind: count, label: quokkastatement, printed: "1"}}
corrections:
  - {{date: 2026-10-01, text: A quokkacorrection., item: p1-a1}}
updates:
  - item: p1-a1
    rating: Green
    rating_reason: quokkareason
    progress: quokkaprogress
    evidence: [quokkaevidence-record]
    due: {{date: 2027-11, reason: quokkareason, agreed_by: quokkaagreed}}
  - {{item: p1-a2, rating: Amber}}
  - {{item: p2-a1, rating: Green}}
  - {{item: p2-a2, rating: Amber}}
"""
ITEM = f"""\
  - id: quokkaitem
    ref: "9"
    title: A quokkatitle
    {WAITS}
    owners: [{{role: Head of quokkaowner}}]
    milestones: [{{text: quokkamilestone, due: 2027-11}}]
"""
MEASURE = f"""\
  - id: quokkameasure
    name: The quokkameasure
    items: [p1-a1]
    unit: "%"
    polarity: higher
    definition: quokkadefinition
    {WAITS}
"""
EVIDENCE = f"""\
  - id: quokkaevidence-record
    title: The quokkaevidence
    kind: audit
    date: 2026-09
    shows: quokkashows
    {WAITS}
"""
SETTINGS = """\
site_name: Plans
theme: {name: material, custom_dir: !!python/name:ragsite.render.THEME "", font: false}
plugins: [{ragsite: {packs: true}}]
docs_dir: content
exclude_docs: "*"
"""


def append(name: str, text: str) -> None:
    path = PLAN / name
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + f"\n{text}", encoding="utf-8")


def change(name: str, was: str, now: str) -> None:
    text = (PLAN / name).read_text(encoding="utf-8")
    assert was in text
    (PLAN / name).write_text(text.replace(was, now), encoding="utf-8")


def put_canaries() -> None:
    """The starter with everything that can wait, waiting."""
    (PLAN / "reports/2026-09-quokkareport.yml").write_text(REPORT, encoding="utf-8")
    append("items.yml", ITEM)
    append("measures.yml", MEASURE)
    append("evidence.yml", EVIDENCE)
    append("observations.csv", "quokkameasure,2026-09,,7391.5,,,,7391.5%,,\n")
    append("plan.yml", "next_report: {due: 2028-03}\n")
    renamed = "title: Train managers to handle complaints in the way of quokkanewname"
    former = f"{renamed}\n        former_titles: [{{title: Train managers, until: 2026-09-quokkareport}}]"
    change("items.yml", "title: Train managers to handle complaints", former)
    late = f"risks: A quokkarisks.\n    embargoes: [{{fields: [risks], {WAITS}}}]\n    progress: The first yearly"
    change("reports/2026-06.yml", "progress: The first yearly", late)
    waiting = f"  - item: p1\n    progress: quokkaupdate\n    {WAITS}\n"
    change("reports/2026-03.yml", "  - item: p1-a2", f"{waiting}  - item: p1-a2")
    append("evidence.yml", f"  - {{id: quokkaheld, title: quokkaheld, kind: survey, {WAITS}, items: [p1-a1]}}\n")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """The site before and at the moment."""
    folder = tmp_path_factory.mktemp("waiting")
    write_site(folder / "site")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder / "site")
        put_canaries()
        Path("mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
        made = {"before": "2026-10-20 09:29", "at": MOMENT}
        for name, now in made.items():
            done = CliRunner().invoke(ragsite, ["build", "--now", now, "--site-dir", f"../{name}"])
            assert done.exit_code == 0, done.output
            (folder / f"{name}.txt").write_text(done.output, encoding="utf-8")
        yield {name: folder / name for name in made}
    shutil.rmtree(folder)


def words_of(path: Path) -> str:
    """Everything that a file says, unpacked, in lower case."""
    content = path.read_bytes()
    if path.suffix == ".pdf":
        reader = PdfReader(BytesIO(content))
        return f"{reader.metadata} {' '.join(page.extract_text() for page in reader.pages)}".lower()
    if content[:2] == b"PK":
        with ZipFile(BytesIO(content)) as packed:
            content = b"\n".join(packed.read(name) for name in packed.namelist())
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    return content.decode("utf-8", "replace").lower()


@pytest.fixture(scope="module")
def texts(sites: dict[str, Path]) -> dict[str, dict[str, str]]:
    """For each site, what each of its files says, with its own name, by that name."""
    return {name: {path.relative_to(site).as_posix(): words_of(path) for path in site.rglob("*") if path.is_file()}
            for name, site in sites.items()}  # fmt: skip


def kinds(files: dict[str, str], word: str) -> set[str]:
    """The kinds of file, by their endings, whose content or name has a word."""
    return {Path(name).suffix for name, text in files.items() if word in text or word in name.lower()}


@pytest.mark.parametrize("word", CANARIES)
def test_a_word_that_waits_is_in_no_file_before_and_in_files_at_its_moment(
    texts: dict[str, dict[str, str]], word: str
) -> None:
    assert kinds(texts["before"], word) == set()
    assert kinds(texts["at"], word) & {".html", ".json"}


def test_the_files_that_were_read_are_of_every_kind(texts: dict[str, dict[str, str]]) -> None:
    told = {".html", ".csv", ".json", ".xml", ".ics", ".docx", ".pdf", ".svg", ".pf_fragment", ".pf_index"}
    assert told <= kinds(texts["at"], "")
    assert {".html", ".csv", ".json", ".xml", ".docx", ".pdf", ".pf_fragment"} <= kinds(texts["at"], "quokkareport")


def test_counts_are_those_of_what_is_there(texts: dict[str, dict[str, str]]) -> None:
    counts = {name: json.loads(files["data/index.json"])["plans"][0] for name, files in texts.items()}
    assert counts["before"] != counts["at"]
    assert len(texts["before"]["plans/northmere-2026/data/items.csv"].splitlines()) == 7
    assert len(texts["at"]["plans/northmere-2026/data/items.csv"].splitlines()) == 8


def test_the_build_says_what_it_keeps_back_and_until_when(sites: dict[str, Path]) -> None:
    said = sites["before"].with_suffix(".txt").read_text(encoding="utf-8")
    assert "Kept back, so on no page and in no file:" in said
    assert "Report September 2026 quokkareport of Customer service plan, with 4 updates: until 20 October 2026" in said
    assert "Of the update of “Publish what complaints have taught us” in report June 2026, risks: until" in said
    assert "Kept back" not in sites["at"].with_suffix(".txt").read_text(encoding="utf-8")
