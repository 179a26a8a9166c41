"""All commands. A module is loaded only when its command is called for, so that the program answers quickly."""

from __future__ import annotations

from importlib import import_module

import click

from sayso import __version__

COMMANDS = (
    "run", "add", "watch", "show", "search", "decide", "decisions", "export", "report", "serve",
    "backup", "verify", "repair", "doctor", "demo",
)  # fmt: skip


class Commands(click.Group):
    """Finds the command NAME as `command` in the module `sayso.cli.NAME`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"sayso.cli.{cmd_name}").command
        return command


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="sayso", message="%(prog)s %(version)s")
@click.pass_context
def sayso(context: click.Context) -> None:
    """On whose say-so? Reads a pile of news coverage and sets out, for every claim in it, who says so and through whom,
    which outlets only repeat one another, where the accounts differ, and how many independent origins there are.

    \b
    Start with:   sayso demo
    Your own:     sayso run FOLDER -c NAME.sayso
                  sayso show NAME.sayso
                  sayso serve NAME.sayso

    \b
    From the web: sayso add NAME.sayso https://…
                  sayso watch NAME.sayso FEED

    Everything stays on this machine. Nothing is sent anywhere, and nothing is fetched but what you name.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
