"""Keeps the engine's notices about its own future from the people who publish a site.

Material for MkDocs prints an end-of-life notice when its theme is loaded, which is before any plugin is asked.
mkdocs.yml names `SILENCED`, so this module is loaded while that file is read, which is earlier still.
"""

import os

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

SILENCED = True
