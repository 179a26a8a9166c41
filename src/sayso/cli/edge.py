"""The edge of the program: whatever goes wrong inside comes out as a message, what to do next, and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

import click

from sayso.cli import INTERRUPTED
from sayso.cli.messages import tell
from sayso.errors import SaysoError

FAULT, USAGE = 1, 2


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the program and returns its exit code. Never raises, whatever happens inside."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    try:
        code = _run(arguments)
    except BrokenPipeError:  # whoever read our output has read enough
        code = 0
    return _flushed(code)


def _flushed(code: int) -> int:
    """The code, or that of a fault when the rest of the output cannot be written: it is dropped, lest Python complain at exit."""
    try:
        sys.stdout.flush()
    except OSError as e:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(e, BrokenPipeError) or code:
            return code
        return _os_fault(e)
    return code


def _run(arguments: Sequence[str] | None) -> int:
    from sayso.cli.commands import sayso

    try:
        return sayso.main(arguments, prog_name="sayso", standalone_mode=False) or 0
    except click.ClickException as e:
        context = getattr(e, "ctx", None)
        tell(e.format_message(), f"See {context.command_path} --help." if context else "")
        return USAGE
    except SaysoError as e:
        tell(str(e), e.hint)
        return _traced(e.exit_code)
    except (KeyboardInterrupt, click.Abort):
        tell("Stopped.")
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except OSError as e:
        return _os_fault(e)
    except MemoryError:
        tell("There is not enough memory for this.", "Close other programs, or give fewer documents at once.")
        return _traced(FAULT)
    except Exception as e:
        where = ", ".join(getattr(e, "__notes__", ()))
        tell(
            f"Sayso failed in a way it should not{f' ({where})' if where else ''}: {type(e).__name__}: {e}",
            "What was kept before is still in the case. Please report this, with the output of the same command with "
            "SAYSO_DEBUG=1 set before it.",
        )
        return _traced(FAULT)


def _os_fault(fault: OSError) -> int:
    where = f"{fault.filename}: " if fault.filename else ""
    tell(f"{where}{fault.strerror or fault}", "Check that the place exists, is yours to read and write, and has room.")
    return _traced(USAGE)


def _traced(code: int) -> int:
    if os.environ.get("SAYSO_DEBUG"):
        traceback.print_exc()
    return code
