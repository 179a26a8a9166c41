"""All attacks and accidents, by kind of file."""

from __future__ import annotations

from tests.hostile.archives import ARCHIVES
from tests.hostile.base import Attack
from tests.hostile.feeds import FEEDS
from tests.hostile.letters import LETTERS
from tests.hostile.pages import PAGES
from tests.hostile.papers import PAPERS
from tests.hostile.tables import TABLES

CORPUS: tuple[Attack, ...] = (*LETTERS, *PAGES, *FEEDS, *ARCHIVES, *TABLES, *PAPERS)
