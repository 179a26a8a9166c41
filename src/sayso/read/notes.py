"""Notes about a folder: README, KEY, TODO. They say something of the reports beside them and are none themselves."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

BELOW = "./"
"""Begins the key of a note right below a folder that was offered, so that it can be told from one that was named itself."""
LANGUAGE = re.compile(r"[._-][a-z]{2}(?:[_-][a-z]{2,4})?$")


@cache
def _names() -> frozenset[str]:
    return frozenset(tomllib.loads(files("sayso.read").joinpath("notes.toml").read_text("utf8"))["names"])


def is_note(name: str) -> bool:
    """True for the name of a Markdown file that is about its folder: "README.md", "readme.de.md", "Notes.markdown"."""
    path = PurePosixPath(name.lower())
    stem = path.stem.replace(" ", "_").replace("-", "_")
    return path.suffix in (".md", ".markdown") and (stem in _names() or LANGUAGE.sub("", path.stem) in _names())


def is_about_its_folder(key: str) -> bool:
    """True for a note that was met below a folder or in an archive. One that a person named is called by its bare name."""
    return "/" in key and is_note(key.rpartition("/")[2])
