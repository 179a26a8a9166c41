"""`sayso doctor`: whether this machine, this folder and a case are fit to work with."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.messages import tell
from sayso.cli.place import named

if TYPE_CHECKING:
    from sayso.store.probing import Finding

CASE_DAMAGED = 5


@click.command("doctor")
@click.argument("case", metavar="[CASE]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON: a list of {name, value, good, hint}.")
def command(case: str | None, as_json: bool) -> int:
    """Look at the machine, the disk, the models and, if it is named, a case: what is there, and what needs care.

    Exits with 1 when something needs care, and with 5 when it is the case.
    """
    from dataclasses import asdict

    from sayso.store.probing import Finding, folder, machine
    from sayso.store.verifying import flaws

    place = named(case) if case else None
    found = [*machine(), *_models(), *folder(_of(place))]
    broken = flaws(place) if place else ()
    if place:
        found.append(Finding("case", f"{len(broken)} flaws" if broken else "sound", not broken, f"See them: sayso verify {place}"))
    if as_json:
        from sayso.cli.answers import print_json

        print_json([asdict(one) for one in found])
    for one in () if as_json else found:
        click.echo(f"{'ok  ' if one.good else 'CARE'}  {one.name}: {one.value}")
    care = [one for one in found if not one.good]
    for one in care:
        tell(f"{one.name}: {one.value}", one.hint)
    return CASE_DAMAGED if broken else 1 if care else 0


def _models() -> Iterator[Finding]:
    """Whether the models are those that were released."""
    from sayso.annotate.language.released import checked
    from sayso.errors import ModelDamaged
    from sayso.store.probing import Finding

    for name in ("model", "recogniser"):
        try:
            files = checked(Path(str(resources.files("sayso.annotate.language").joinpath(name))))
            yield Finding(f"model ({'encoder' if name == 'model' else name})", f"{len(files)} files as released")
        except ModelDamaged as e:
            yield Finding(name, str(e), False, e.hint)


def _of(place: Path | None) -> Path:
    """The folder of the case, or this one."""
    return place.parent if place else Path()
