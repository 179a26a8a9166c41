"""Makes the pages of this folder that describe the program from the program itself: `python -m docs.make`.

A test holds the pages to what this module makes.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

import click

import sayso as package
from sayso import config
from sayso.cli.commands import sayso
from sayso.export.fields import SHEETS
from sayso.library import Case
from sayso.read.forms import FORMS

HERE = Path(__file__).parent
EXIT_CODES = (
    (0, "done"),
    (1, "a fault of Sayso, or a model whose files are missing, changed or of another form"),
    (2, "asked for in a way that cannot be done: no such path, cannot write there, no room"),
    (3, "done, but some of the input was rejected; which and why is on standard error"),
    (4, "nothing of the input could be used"),
    (5, "the case file is damaged"),
    (6, "another program is writing to the case"),
    (7, "refused: a file of another program, a case of a newer Sayso, or addresses that Sayso does not fetch"),
    (130, "stopped with Ctrl-C; what was kept by then stays"),
)

ABOUT_SETTINGS = (
    "The numbers below were tuned, and few cases need others. To change some, write them into a file and give it to "
    "`sayso run --settings FILE`; what the file leaves out keeps its default."
)
ABOUT_FORMS = (
    "`sayso run` takes files of these forms, folders and archives of them, `-` for standard input, and addresses. "
    "A form is told by how a file begins, by its ending, by how it looks, and last by the media type that a server or an archive "
    "stated. Whatever is none of these, or is broken, is rejected with its reason. All but plain text is read by processes of "
    "their own that reach neither the network nor the disk, and are stopped when one piece takes too much time or memory "
    "(`[read]` in docs/settings.md)."
)
ABOUT_LIBRARY = (
    "What the commands and pages do with a case, for programs and notebooks. Every method opens the case, answers and closes it "
    "again. The values are those of `sayso.documents` and `sayso.findings`: frozen, equal when they are the same, with spans in "
    "code points. What goes wrong is an error of `sayso.errors`, whose `hint` says what to do."
)
ABOUT_EXPORT = (
    "`sayso export CASE --as jsonl -o DIR` writes one file a kind, one JSON object a line, in UTF-8. A span is `[start, end]`: "
    "half-open, in code points of the document's `text`. Ids are made from content: the same input gives the same ids, run after "
    "run. The file of a kind of which there is nothing is empty."
)


def commands() -> str:
    """Every command with its arguments and options."""
    context = click.Context(sayso, info_name="sayso")
    parts = ["# Commands", "Answers go to standard output, everything else to standard error."]
    for name in sayso.list_commands(context):
        command = sayso.get_command(context, name)
        assert command is not None
        parts += [f"## sayso {name}", f"`sayso {name} {' '.join(_words(command))}`", _told(command)]
        if options := list(_options(command)):
            parts.append(_table(("option", "what it does"), options))
    parts += ["## Exit codes", _table(("code", "meaning"), [(f"`{code}`", meaning) for code, meaning in EXIT_CODES])]
    parts += [
        "## Environment",
        _table(
            ("variable", "what it does"),
            [("`NO_COLOR`", "No colours on the terminal."), ("`SAYSO_DEBUG`", "After an error, the full trace of where it arose.")],
        ),
    ]
    return _page(parts)


def settings() -> str:
    """Every setting with its default, a table a stage."""
    parts = [
        "# Settings",
        ABOUT_SETTINGS,
        "```toml\n[read]\nlargest_file_mb = 200\n```",
    ]
    for stage in fields(config.Settings):
        group = getattr(config.Settings(), stage.name)
        rows = [(f"`{f.name}`", f"`{_toml(getattr(group, f.name))}`", str(f.metadata["help"])) for f in fields(group)]
        parts += [f"## [{stage.name}]", _table(("setting", "default", "what it does"), rows)]
    return _page(parts)


def export() -> str:
    """Every file of the export with its fields."""
    parts = [
        "# Export",
        ABOUT_EXPORT,
    ]
    for sheet in SHEETS:
        rows = [(f"`{field.name}`", field.form, field.help) for field in sheet.fields]
        about = f"{sheet.about} Sorted by {sheet.order}."
        parts += [f"## {sheet.name}.jsonl", about, _table(("field", "form", "meaning"), rows)]
    return _page(parts)


def forms() -> str:
    """Every form of input, by what it is told, and what comes of it."""
    rows = [
        (form.name, " ".join(f"`{ending}`" for ending in form.endings), inspect.cleandoc(form.read.__doc__ or "").split("\n\n")[0])
        for form in sorted(FORMS, key=lambda form: form.name.casefold())
    ]
    table = _table(("form", "endings", "what comes of it"), [(name, ends, " ".join(told.split())) for name, ends, told in rows])
    return _page(["# What Sayso reads", ABOUT_FORMS, table])


def library() -> str:
    """Every method of a case, with what it gives."""
    example = inspect.cleandoc(package.__doc__ or "").split("\n\n")
    code = "\n\n".join(inspect.cleandoc(part) for part in example if part.startswith("    "))
    parts = ["# The library", ABOUT_LIBRARY, f"```python\n{code}\n```"]
    parts += [f"## sayso.open{_signature(package.open)}", _doc(package.open)]
    for name, method in vars(Case).items():
        if inspect.isfunction(method) and not name.startswith("_"):
            parts += [f"## Case.{name}{_signature(method)}", _doc(method)]
    return _page(parts)


def _signature(called: Callable[..., object]) -> str:
    """As it is written, without the case itself."""
    return str(inspect.signature(called)).replace("'", "").replace("(self, ", "(").replace("(self)", "()")


def _doc(called: object) -> str:
    return "\n\n".join(" ".join(part.split()) for part in inspect.cleandoc(called.__doc__ or "").split("\n\n"))


PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands,
    "settings.md": settings,
    "export.md": export,
    "forms.md": forms,
    "library.md": library,
}


def _words(command: click.Command) -> Iterator[str]:
    if any(isinstance(p, click.Option) for p in command.params):
        yield "[OPTIONS]"
    for param in command.params:
        if isinstance(param, click.Argument):
            yield param.metavar or param.name or ""


def _options(command: click.Command) -> Iterator[tuple[str, str]]:
    for param in command.params:
        if isinstance(param, click.Option):
            names = ", ".join(param.opts)
            yield f"`{names}{'' if param.is_flag else ' ' + (param.metavar or 'N')}`", param.help or ""


def _told(command: click.Command) -> str:
    """The help as paragraphs; one marked to keep its lines is a block."""

    def paragraph(words: str) -> str:
        kept = words.startswith("\b\n")
        return "```\n" + words.removeprefix("\b\n") + "\n```" if kept else " ".join(words.split())

    return "\n\n".join(map(paragraph, inspect.cleandoc(command.help or "").split("\n\n")))


def _toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value).replace("'", '"')


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _page(parts: list[str]) -> str:
    return "<!-- Made by python -m docs.make; change the program, not this page. -->\n\n" + "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    for name, make in PAGES.items():
        (HERE / name).write_text(make(), "utf8")
