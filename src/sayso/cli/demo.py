"""`sayso demo`: the sample corpus, from files to pages."""

from __future__ import annotations

import tempfile
from importlib.resources import as_file, files
from pathlib import Path

import click

from sayso.cli.messages import tell


@click.command("demo")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port to serve on. Without it: 8272, or a free one.")
@click.option("--no-open", is_flag=True, help="Print the address, and do not open the browser.")
@click.option("--no-serve", is_flag=True, help="Stop after the overview.")
def command(port: int, no_open: bool, no_serve: bool) -> None:
    """See what Sayso does, on invented reports of three invented events that come with it."""
    from sayso.cli.run import make, print_overview
    from sayso.cli.serve import show

    with tempfile.TemporaryDirectory(prefix="sayso-demo-") as folder:
        place = Path(folder, "demo.sayso")
        with as_file(files("sayso.samples").joinpath("corpus")) as corpus:
            make(place, [str(corpus)])
        print_overview(place, lasting=False)
        if no_serve:
            return
        tell("")
        show(place, port, open_browser=not no_open)
