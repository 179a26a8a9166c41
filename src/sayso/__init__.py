"""Sayso: on whose say-so?

Reads a pile of news coverage and sets out, for every claim in it, who says so and through whom.
"""

from importlib.metadata import version

__version__ = version("sayso")
