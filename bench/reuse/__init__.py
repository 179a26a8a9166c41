"""Reuse over real articles: time and memory of every step, a peer beside it, growth, and an oracle: `python -m bench.reuse -h`."""

from bench.reuse.run import main

__all__ = ["main"]
