"""The component gallery is for maintainers: complete there, absent from what the public sees."""

from pathlib import Path

from ragsite.gallery import gallery_html
from ragsite.render import THEME


def test_the_public_site_has_no_gallery(built_site: Path) -> None:
    assert not [path for path in built_site.rglob("*") if path.name in ("gallery", "sample", "examples.yml")]
    assert "gallery" not in (built_site / "sitemap.xml").read_text(encoding="utf-8")


def test_every_component_is_drawn_in_the_gallery() -> None:
    html = gallery_html()
    folders = sorted(path.name for path in (THEME / "components").iterdir() if path.is_dir())
    assert [name for name in folders if f'id="component-{name}"' not in html] == []
