"""What the container of a piece says of it, where the piece itself is silent."""

from __future__ import annotations

from dataclasses import fields, replace

from sayso.documents import Declared

VALUES = tuple(field.name for field in fields(Declared) if field.name != "because")


def filled(own: Declared, container: Declared) -> Declared:
    """What a piece says of itself, and of the rest what its container says, each with where it was found."""
    taken = {name: getattr(container, name) for name in VALUES if not getattr(own, name) and getattr(container, name)}
    because = tuple(line for line in container.because if line.partition(":")[0] in taken)
    return replace(own, **taken, because=own.because + because)
