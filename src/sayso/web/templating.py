"""How contexts become HTML: Jinja2 with everything escaped, and nothing of a source ever taken for markup."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.web import wording


@cache
def environment() -> Environment:
    templates = Environment(
        loader=PackageLoader("sayso.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["short"] = wording.short
    templates.filters["count"] = wording.count
    templates.filters["capital"] = wording.capital
    templates.filters["listed"] = wording.listed
    return templates


def render(name: str, /, **values: Any) -> str:
    """The template filled with the values."""
    return environment().get_template(name).render(**values)


@cache
def style() -> str:
    """The one stylesheet of all pages, which the report carries inside."""
    return files("sayso.web").joinpath("static", "sayso.css").read_text("utf8")


@cache
def mark() -> str:
    """The program's sign, as SVG."""
    return files("sayso.web").joinpath("static", "mark.svg").read_text("utf8")
