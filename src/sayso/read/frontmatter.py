"""The lines at the head of a Markdown file that say what it is: "title: …" between two rules.

They look like YAML, and a YAML parser would refuse one in ten of them: titles hold colons, and clippers do not quote them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from sayso.documents import Declared

FRONT = re.compile(r"\s*---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
LONGEST = 20_000
"""Characters within which front matter ends; a rule further down is a rule."""
FIELD = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
ITEM = re.compile(r"\s*-[ \t]+(.*)$")
FOLDED = re.compile(r"[|>][+-]?\d?$")
COMMENT = re.compile(r"\s+#.*$")
WIKI = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|\[([^\]]*)\]\([^)]*\)")
SEVERAL = re.compile(r"\s*[;,](?!\s*(?:Jr|Sr|II|III|PhD|MD)\b)\s*")
ESCAPED = re.compile(r'\\(["\\/])')
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
NOTHING = frozenset({"", "null", "~", "[]", '""'})


@cache
def names() -> dict[str, list[str]]:
    """What each value that a document declares is called in front matter, the surest first."""
    return dict(tomllib.loads(files("sayso.read").joinpath("frontmatter.toml").read_text("utf8")))


def parted(text: str) -> tuple[dict[str, list[str]], str]:
    """The fields at the head of a file, with their values, and the rest of it. No fields where the file begins with none."""
    match = FRONT.match(text, 0, LONGEST)
    if match is None:
        return {}, text
    fields = dict(_fields((match[1] or "").split("\n")))
    return (fields, text[match.end() :]) if fields else ({}, text)


def declared(fields: dict[str, list[str]]) -> Declared:
    """What the fields say of the report below them, and which field said it."""
    found: dict[str, list[str]] = {}
    because: list[str] = []
    for value, called in names().items():
        said = next((name for name in called if fields.get(name)), None)
        if said is None or (value == "url" and not ADDRESS.fullmatch(fields[said][0])):
            continue
        found[value] = fields[said]
        because.append(f"{value}: front matter, {said}")
    return Declared(
        authors=tuple(name for line in found.pop("authors", []) for part in SEVERAL.split(line) if (name := part.strip())),
        because=tuple(because),
        **{value: lines[0] for value, lines in found.items()},
    )


def _fields(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each field with its values: what stands behind its colon, in brackets, or in the indented lines and items below it."""
    name, values = "", list[str]()
    for line in lines:
        field = FIELD.match(line)
        if field:
            if name:
                yield name, values
            name, said = field[1].lower().replace(" ", "_").replace("-", "_"), (field[2] or "").strip()
            values = [] if FOLDED.match(said) else list(_values(said))
        elif item := ITEM.match(line):
            values += _values(item[1])
        elif line[:1].isspace() and line.strip():
            values = [*values[:-1], " ".join([*values[-1:], _bare(line)])]
    if name:
        yield name, values


def _values(said: str) -> Iterator[str]:
    inner = re.fullmatch(r"\[(?!\[)(.*)\]", said)
    for part in re.split(r",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", inner[1]) if inner else [said]:
        if part.strip() not in NOTHING and (words := _bare(part)):
            yield words


def _bare(value: str) -> str:
    """A value without its quotation marks, comment and links."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = ESCAPED.sub(r"\1", value[1:-1]) if value[0] == '"' else value[1:-1].replace("''", "'")
    else:
        value = COMMENT.sub("", value)
    return WIKI.sub(lambda link: link[1] or link[2] or "", value).strip()
