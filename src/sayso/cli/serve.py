"""`sayso serve`: a case in the browser."""

from __future__ import annotations

import click

from sayso.cli.place import named


@click.command("serve")
@click.argument("case", metavar="CASE")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port to serve on. Without it: 8272, or a free one.")
def command(case: str, port: int) -> None:
    """Read a case in the browser. Only this machine can see it. Ctrl-C stops it."""
    from sayso.web import serve

    serve(named(case), port)
